import type { InferredOptionTypes } from 'yargs';
import type { Plan } from '../plan.ts';
import type { PlanOptions, Progress } from '../project/plan-options.ts';
import { parseAnswers } from './answers.ts';
import { loadConfig } from './config/load.ts';
import type { Context } from './context.ts';
import { tuneForFiles } from './engine.ts';
import { Failure } from './failure.ts';
import { matchingFiles } from './matching-files.ts';
import type { conversionOptions, selectionOptions } from './options.ts';
import { packageFolders } from './packages.ts';
import { refuseBadPaths, refuseStrayAnswers } from './paths.ts';
import { type ProgressLine, progressLine } from './progress.ts';

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
  refuseStrayAnswers(planned.report, context.cwd, argv.answer);
  return planned;
}

/** Does something with the options that the arguments mean, and shows its progress on stderr. */
export async function withProgress<Result>(
  argv: PlanArguments,
  context: Context,
  work: (options: PlanOptions) => Promise<Result>,
): Promise<Result> {
  const options = await planOptions(argv, context);
  const { refuseAfterInterruption } = await import('../apply/interrupted.ts');
  await refuseAfterInterruption(context.cwd);
  const progress = progressLine(context);
  try {
    return await work({ ...options, onProgress: (made) => onProgress(made, progress) });
  } finally {
    progress.end();
  }
}

function onProgress(made: Progress, line: ProgressLine): void {
  if (made.phase === 'scan' && made.done === 0) tuneForFiles(made.total);
  line.update(made);
}

/** What the command line says, then what the configuration says. What neither says is left to `plan`. */
async function planOptions(argv: PlanArguments, { cwd, signal }: Context): Promise<PlanOptions> {
  const { files, include, exclude, gitignore, node, as, objectExports, lazy } = await loadConfig(
    cwd,
    argv.config,
  );
  const paths = [...(argv.paths ?? []), ...(argv['--'] ?? []), ...(await packageFolders(argv.package, cwd))];
  return given({
    cwd,
    signal,
    paths: paths.length > 0 ? paths : undefined,
    include: argv.include ?? include,
    exclude: argv.exclude ?? exclude,
    gitignore: argv['no-gitignore'] === true ? false : gitignore,
    node: argv.node ?? node,
    as: argv.as ?? as,
    objectExports: argv['object-exports'] ?? objectExports,
    lazy: argv.lazy ?? lazy,
    factsIn: argv['facts-in'] === undefined ? undefined : matchingFiles(argv['facts-in'], cwd),
    jobs: argv.jobs === undefined ? undefined : atLeastOne(argv.jobs),
    answers: { ...files, ...parseAnswers(argv.answer ?? []) },
  });
}

type Given<Fields> = { [Key in keyof Fields]: Exclude<Fields[Key], undefined> };

/** Without the fields that nobody gave. */
function given<Fields extends object>(fields: Fields): Given<Fields> {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  ) as Given<Fields>;
}

function atLeastOne(jobs: number): number {
  if (!Number.isInteger(jobs) || jobs < 1) throw new Failure('--jobs takes a whole number from 1 up.');
  return jobs;
}
