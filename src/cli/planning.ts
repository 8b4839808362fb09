import type { InferredOptionTypes } from 'yargs';
import type { Plan } from '../plan.ts';
import type { PlanOptions } from '../project/plan-options.ts';
import { parseAnswers } from './answers.ts';
import type { Context } from './context.ts';
import { Failure } from './failure.ts';
import type { conversionOptions, selectionOptions } from './options.ts';
import { refuseBadPaths } from './paths.ts';
import { progressLine } from './progress.ts';

export type PlanArguments = InferredOptionTypes<typeof selectionOptions & typeof conversionOptions> & {
  readonly paths: string[] | undefined;
  /** Paths after `--`, which may look like options. */
  readonly '--'?: readonly string[];
};

/** Makes the plan that the arguments ask for, with its progress on stderr. */
export async function planFrom(argv: PlanArguments, context: Context): Promise<Plan> {
  const { plan } = await import('../plan.ts');
  const planned = await withProgress(argv, context, plan);
  refuseBadPaths(planned.report);
  return planned;
}

/** Does something with the options that the arguments mean, and shows its progress on stderr. */
export async function withProgress<Result>(
  argv: PlanArguments,
  context: Context,
  work: (options: PlanOptions) => Promise<Result>,
): Promise<Result> {
  const options = planOptions(argv, context);
  const { refuseAfterInterruption } = await import('../apply/interrupted.ts');
  await refuseAfterInterruption(context.cwd);
  const progress = progressLine(context);
  try {
    return await work({ ...options, onProgress: progress.update });
  } finally {
    progress.end();
  }
}

function planOptions(argv: PlanArguments, { cwd, signal }: Context): PlanOptions {
  const paths = [...(argv.paths ?? []), ...(argv['--'] ?? [])];
  return {
    cwd,
    signal,
    node: argv.node,
    as: argv.as,
    objectExports: argv['object-exports'],
    lazy: argv.lazy,
    gitignore: argv['no-gitignore'] !== true,
    answers: parseAnswers(argv.answer ?? []),
    ...(paths.length > 0 ? { paths } : {}),
    ...(argv.include ? { include: argv.include } : {}),
    ...(argv.exclude ? { exclude: argv.exclude } : {}),
    ...(argv.jobs === undefined ? {} : { jobs: atLeastOne(argv.jobs) }),
  };
}

function atLeastOne(jobs: number): number {
  if (!Number.isInteger(jobs) || jobs < 1) throw new Failure('--jobs takes a whole number from 1 up.');
  return jobs;
}
