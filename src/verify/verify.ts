import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Change } from '../apply/change.ts';
import { type CommandResult, runCommand } from './command.ts';
import { asOfProject, copyProject } from './copy.ts';
import { minimise, without } from './minimise.ts';
import { placeChanges } from './place.ts';

/** What a command has to say about conversions of a project. */
export interface Verification {
  readonly root: string;
  /** Where the command is run, relative to the root. */
  readonly folder: string;
  readonly command: string;
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | undefined;
  /** Called before each run of the command. */
  readonly onRun?: ((runs: number, kept: number) => void) | undefined;
}

/** A conversion in which some files are to stay as they are. */
export interface Attempt {
  /** The files that are converted all the same. */
  readonly converted: readonly string[];
  readonly changes: readonly Change[];
}

export type Outcome =
  /** The command passes; the kept files are those without which it does, each with what it said otherwise. */
  | { readonly passed: true; readonly kept: ReadonlyMap<string, CommandResult>; readonly runs: number }
  /** It does not pass on the untouched project either, and so cannot tell. */
  | { readonly passed: false; readonly untouched: CommandResult; readonly runs: number };

/**
 * Runs the command on a converted copy of the project. Where it fails, looks by delta debugging for files that have to
 * stay CommonJS: a set with which it passes, and with none of which it could do without.
 *
 * @param attempt The conversion in which these files stay.
 * @throws the signal's reason; the file system's own error where the project cannot be copied
 */
export async function verify(
  verification: Verification,
  attempt: (kept: readonly string[]) => Promise<Attempt>,
): Promise<Outcome> {
  const trials = new Trials(verification, attempt);
  const { converted } = await attempt([]);
  if ((await trials.of([])).passed) return { passed: true, kept: new Map(), runs: trials.runs };
  const untouched = await trials.ofChanges([], 0);
  if (!untouched.passed) return { passed: false, untouched, runs: trials.runs };
  const kept = await minimise(converted, async (files) => (await trials.of(files)).passed);
  const failures = new Map<string, CommandResult>();
  for (const file of kept) failures.set(file, await trials.of(without(kept, [file])));
  return { passed: true, kept: failures, runs: trials.runs };
}

/** Runs the command, once for each different result of a conversion. */
class Trials {
  readonly #verification: Verification;
  readonly #attempt: (kept: readonly string[]) => Promise<Attempt>;
  readonly #known = new Map<string, CommandResult>();
  runs = 0;

  constructor(verification: Verification, attempt: (kept: readonly string[]) => Promise<Attempt>) {
    this.#verification = verification;
    this.#attempt = attempt;
  }

  async of(kept: readonly string[]): Promise<CommandResult> {
    const { changes } = await this.#attempt(kept);
    return this.ofChanges(changes, kept.length);
  }

  async ofChanges(changes: readonly Change[], kept: number): Promise<CommandResult> {
    const key = keyOf(changes);
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    this.#verification.onRun?.(++this.runs, kept);
    const result = await this.#run(changes);
    this.#known.set(key, result);
    return result;
  }

  async #run(changes: readonly Change[]): Promise<CommandResult> {
    const { root, folder, command, timeoutMs, signal } = this.#verification;
    const copy = await copyProject(root);
    try {
      await placeChanges(copy.root, changes);
      const result = await runCommand(command, { cwd: join(copy.root, folder), timeoutMs, signal });
      return { ...result, output: asOfProject(result.output, copy.root, root) };
    } finally {
      await copy.remove();
    }
  }
}

function keyOf(changes: readonly Change[]): string {
  return createHash('sha256').update(JSON.stringify(changes)).digest('hex');
}
