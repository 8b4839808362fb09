import type { InferredOptionTypes, Options } from 'yargs';
import type { Plan } from '../plan.ts';
import type { VerifiedPlan } from '../verified-plan.ts';
import { loadConfig } from './config/load.ts';
import type { Context } from './context.ts';
import { Failure } from './failure.ts';
import { refuseBadPaths, refuseStrayAnswers } from './paths.ts';
import { type PlanArguments, planFrom, withProgress } from './planning.ts';

/** Whether the result is tried before anything is made of it. */
export const verifyOptions = {
  verify: {
    describe: 'Run this command on a converted copy, and leave CommonJS what makes it fail',
    type: 'string',
    requiresArg: true,
    group: 'Result:',
  },
  'verify-timeout': {
    describe: 'How many seconds one run of that command may take (default: 600)',
    type: 'number',
    requiresArg: true,
    group: 'Result:',
  },
} as const satisfies Record<string, Options>;

type VerifyArguments = PlanArguments &
  InferredOptionTypes<typeof verifyOptions> & { readonly write?: boolean | undefined };

/**
 * The plan that the arguments ask for, tried where they say so; null where the command passes with no conversion at all,
 * which is said on stderr.
 */
export async function triedPlan(argv: VerifyArguments, context: Context): Promise<Plan | null> {
  const config = await loadConfig(context.cwd, argv.config);
  // What the configuration asks for takes its time, which a look at what would change need not.
  const command = argv.verify ?? (argv.write ? config.verify : undefined);
  if (command === undefined) return planFrom(argv, context);
  if (command.trim() === '') throw new Failure('--verify takes a command.');
  const timeoutMs = timeoutFrom(argv['verify-timeout'] ?? config.verifyTimeout);
  const { verifiedPlan } = await import('../verified-plan.ts');
  const verified = await withProgress(argv, context, (options) =>
    verifiedPlan({
      ...options,
      command,
      ...(timeoutMs === null ? {} : { timeoutMs }),
      onRun: (done) => options.onProgress?.({ phase: 'verify', done, total: 0 }),
    }),
  );
  refuseBadPaths(verified.plan.report);
  refuseStrayAnswers(verified.plan.report, context.cwd, argv.answer);
  const trouble = troubleOf(verified, command);
  if (trouble === null) return verified.plan;
  context.stderr.write(`esmshift: ${trouble}\n`);
  return null;
}

function timeoutFrom(seconds: number | undefined): number | null {
  if (seconds === undefined) return null;
  if (!(seconds > 0)) throw new Failure('--verify-timeout takes a number of seconds above 0.');
  return Math.min(seconds * 1000, LONGEST);
}

/** What timers take (HTML standard, and Node's). */
const LONGEST = 2 ** 31 - 1;

function troubleOf(verified: VerifiedPlan, command: string): string | null {
  if (!verified.passed) {
    const { reason, output } = verified.failure;
    return `\`${command}\` fails (${reason}) without any conversion, too, so it cannot tell what one breaks. It printed:\n${output.trimEnd()}`;
  }
  const { files, summary } = verified.plan.report;
  const failed = files.some(({ diagnostics }) => diagnostics.some(({ code }) => code === 'verify-failed'));
  return failed && summary.converted === 0 ? `\`${command}\` fails with any file converted.` : null;
}
