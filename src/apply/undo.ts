import { checkOptions, flag, optional, type Rules, string } from '../project/options/rules.ts';
import { refusal, WriteRefused } from './change.ts';
import { placeOfJournal } from './interrupted.ts';
import { dropJournal, latestJournal, markUndone } from './journal.ts';
import { locked } from './lock.ts';
import { restore, standingOf } from './restore.ts';

export interface UndoOptions {
  /** The folder in which, or above which, something was written. */
  readonly cwd: string;
  /** Puts the others back where files have changed since. */
  readonly skipChanged?: boolean;
}

const rules: Rules<UndoOptions> = { cwd: string, skipChanged: optional(flag) };

export interface Undone {
  /** The folder that the paths are relative to. */
  readonly root: string;
  /** What is as it was before: renamed files under their old names. */
  readonly restored: readonly string[];
  /** What had changed since and was left alone. */
  readonly skipped: readonly string[];
  /** Whether the write had been interrupted. */
  readonly interrupted: boolean;
}

/**
 * Puts back what the last write changed, byte for byte, and finishes what an interrupted write or undo left.
 *
 * @throws TypeError for an option that is not what it may be; WriteRefused where there is nothing to undo, or files have changed since; the file system's own error. An undo
 *   that failed or was interrupted can be done again.
 */
export async function undo(options: UndoOptions): Promise<Undone> {
  checkOptions(rules, options);
  const { cwd, skipChanged = false } = options;
  const root = await placeOfJournal(cwd);
  if (root === null) throw new WriteRefused('There is nothing to undo here');
  return locked(root, async () => {
    const journal = await latestJournal(root);
    if (journal === null) throw new WriteRefused('There is nothing to undo here');
    const { changed } = await standingOf(root, journal);
    if (changed.length > 0 && !skipChanged)
      throw refusal('Nothing was undone, since these files have changed since they were written:', changed);
    await markUndone(journal);
    const skipped = await restore(root, journal);
    await dropJournal(journal);
    const left = new Set(skipped);
    const restored = journal.entries.flatMap(({ path, before }) =>
      before === null || left.has(path) ? [] : [path],
    );
    return { root, restored, skipped, interrupted: !journal.done };
  });
}
