import { type Finding, makeFinding } from '../checker/finding.ts';

/** What a command said of a conversion: `npm test` ended with `exit status 1`. */
export interface CommandFailure {
  readonly command: string;
  readonly reason: string;
  /** The end of what it printed. */
  readonly output: string;
}

const SHOWN_LINES = 12;

/** Files that stay CommonJS since a command fails where they are converted. */
export function keptForCommand(
  failing: ReadonlyMap<string, CommandFailure> | undefined,
): ReadonlyMap<string, Finding> {
  return new Map([...(failing ?? [])].map(([path, failure]) => [path, findingOf(failure)]));
}

function findingOf({ command, reason, output }: CommandFailure): Finding {
  const end = output.trimEnd().split('\n').slice(-SHOWN_LINES).join('\n');
  return makeFinding('verify-failed', { args: { command, reason, output: end } });
}
