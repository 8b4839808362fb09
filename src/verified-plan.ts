import { realpath } from 'node:fs/promises';
import { relative } from 'node:path';
import { changesOf } from './changes.ts';
import { type Plan, plan } from './plan.ts';
import type { CommandFailure } from './project/failing.ts';
import { callback, checkOptions, optional, positive, type Rules, string } from './project/options/rules.ts';
import type { PlanOptions } from './project/plan-options.ts';
import { type Attempt, verify } from './verify/verify.ts';

export interface VerifyOptions extends PlanOptions {
  /** A command line for the shell, run in the folder of a converted copy; it passes where it ends with status 0. */
  readonly command: string;
  /** How long one run may take. Default: ten minutes. */
  readonly timeoutMs?: number;
  /** Called before each run of the command, with how many files stay CommonJS in it. */
  readonly onRun?: (runs: number, kept: number) => void;
}

export type VerifiedPlan =
  /** The command passes with this plan; what has to stay for that is refused with `verify-failed`. */
  | { readonly passed: true; readonly plan: Plan; readonly runs: number }
  /** It fails on the untouched project, too. */
  | { readonly passed: false; readonly plan: Plan; readonly runs: number; readonly failure: CommandFailure };

const rules: Rules<Omit<VerifyOptions, keyof PlanOptions>> = {
  command: string,
  timeoutMs: optional(positive),
  onRun: optional(callback),
};

const TEN_MINUTES = 600_000;

/**
 * Decides over a codebase as `plan` does, and has a command try the result in a copy. Files whose conversion makes it
 * fail stay CommonJS, and everything is decided anew without them.
 *
 * @throws as `plan` does; the file system's own error where the project cannot be copied
 */
export async function verifiedPlan(options: VerifyOptions): Promise<VerifiedPlan> {
  checkOptions(rules, options);
  const { command, timeoutMs = TEN_MINUTES, onRun, ...planOptions } = options;
  const planned = await plan(planOptions);
  const { onProgress: _, ...quietly } = planOptions;
  const attempt = async (kept: readonly string[]): Promise<Attempt> => {
    if (kept.length === 0) return attemptOf(planned);
    return attemptOf(await plan({ ...quietly, failing: new Map(kept.map((path) => [path, UNKNOWN])) }));
  };
  const { root } = planned;
  // The root may lie above: the command is run where the person is.
  const folder = relative(root, await realpath(options.cwd));
  const outcome = await verify({ root, folder, command, timeoutMs, signal: options.signal, onRun }, attempt);
  const { runs } = outcome;
  if (!outcome.passed)
    return { passed: false, plan: planned, runs, failure: { command, ...outcome.untouched } };
  if (outcome.kept.size === 0) return { passed: true, plan: planned, runs };
  const failing = new Map([...outcome.kept].map(([path, failure]) => [path, { command, ...failure }]));
  return { passed: true, plan: await plan({ ...quietly, failing }), runs };
}

/** Stands for what is not known yet; the text is never shown. */
const UNKNOWN: CommandFailure = { command: '', reason: '', output: '' };

function attemptOf({ files }: Plan): Attempt {
  return {
    changes: changesOf(files),
    converted: files.flatMap(({ path, row }) =>
      row.kind !== 'package' && row.status === 'converted' ? [path] : [],
    ),
  };
}
