import type { InferredOptionTypes, Options } from 'yargs';
import type { Plan } from '../plan.ts';
import type { Report } from '../project/report.ts';
import type { Context } from './context.ts';
import { progressLine } from './progress.ts';

/** Whether anything is written, and in spite of what. */
export const writeOptions = {
  write: { describe: 'Apply the changes; without it nothing is written', type: 'boolean', group: 'Result:' },
  'allow-no-vcs': {
    describe: 'Write although the folder is under no version control',
    type: 'boolean',
    group: 'Result:',
  },
  'allow-dirty': {
    describe: 'Write although files have changes that are not committed, or git does not track them',
    type: 'boolean',
    group: 'Result:',
  },
  'allow-staged': {
    describe: 'Write although changes are staged',
    type: 'boolean',
    group: 'Result:',
  },
} as const satisfies Record<string, Options>;

export type WriteArguments = InferredOptionTypes<typeof writeOptions>;

/**
 * Writes a plan, with its progress on stderr.
 *
 * @throws WriteRefused where a guard stands in the way, or as `Plan.write()` does
 */
export async function writePlan(plan: Plan, argv: WriteArguments, context: Context): Promise<Report> {
  const [{ changesOf }, { refuseUnguarded }] = await Promise.all([
    import('../changes.ts'),
    import('../apply/guards/guards.ts'),
  ]);
  const existing = changesOf(plan.files).flatMap(({ path, before }) => (before === null ? [] : [path]));
  await refuseUnguarded(plan.root, existing, {
    noVcs: argv['allow-no-vcs'] === true,
    dirty: argv['allow-dirty'] === true,
    staged: argv['allow-staged'] === true,
  });
  const progress = progressLine(context);
  try {
    return await plan.write({ signal: context.signal, onProgress: progress.update });
  } finally {
    progress.end();
  }
}
