import { mkdir, realpath, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Change, WriteRefused } from './change.ts';
import { writeDurably } from './durable.ts';
import { readState } from './file-state.ts';
import { inside } from './inside.ts';
import { refuseAfterInterruption } from './interrupted.ts';
import { beginJournal, dropJournal, type Journal, type JournalEntry, markDone } from './journal.ts';
import { locked } from './lock.ts';
import { pooled } from './pool.ts';
import { missingFolders, type Prepared, prepare } from './prepare.ts';
import { restore, syncFoldersOf } from './restore.ts';

export interface WriteOptions {
  /** Counts until the first file is replaced; then the rest follows. */
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

/**
 * Writes all changes or none. All that is needed to put the tree back is on disk before anything in it changes (see
 * journal.ts), and all new content before the first file is replaced, so that a full disk or a folder that cannot be
 * written to is found in time. Modes and owners stay.
 *
 * @throws WriteRefused where a file is not what the plan was made from, an output name is taken, a path leads out of the
 *   root, or an earlier write was interrupted; the file system's own error where writing failed; the signal's reason.
 *   The tree is then as it was, unless the error says otherwise.
 */
export async function writeChanges(
  folder: string,
  changes: readonly Change[],
  options: WriteOptions = {},
): Promise<void> {
  if (changes.length === 0) return;
  const root = await realpath(folder);
  await refuseAfterInterruption(root);
  await locked(root, async () => {
    const prepared = await prepare(root, changes, options.signal);
    const journal = await keepJournal(root, prepared);
    try {
      await stage(root, prepared, journal, options);
      await replaceAll(root, journal.entries);
      await markDone(journal);
    } catch (failure) {
      await takeBack(root, journal, failure);
    }
  });
}

async function keepJournal(root: string, prepared: readonly Prepared[]): Promise<Journal> {
  const draft = await beginJournal(root);
  try {
    const entries: JournalEntry[] = [];
    for (const { path, before, after, temporary } of prepared) {
      const kept = before === null ? null : await draft.keep(before);
      entries.push({ path, before: kept, after: after === null ? null : after.hash, temporary });
    }
    return await draft.complete({ entries, newFolders: missingFolders(root, entries) });
  } catch (failure) {
    await draft.discard();
    throw failure;
  }
}

/** Puts all new content beside where it belongs. */
async function stage(
  root: string,
  prepared: readonly Prepared[],
  { newFolders }: Journal,
  { signal, onProgress }: WriteOptions,
): Promise<void> {
  for (const folder of newFolders) await mkdir(join(root, folder));
  let done = 0;
  await pooled(prepared, async ({ after, temporary, owned }) => {
    signal?.throwIfAborted();
    if (after !== null) await writeDurably(join(root, temporary), after.content, owned);
    onProgress?.(++done, prepared.length);
  });
  signal?.throwIfAborted();
}

/** Puts all new content in place, then removes what has another name now. */
async function replaceAll(root: string, entries: readonly JournalEntry[]): Promise<void> {
  await pooled(entries, async (entry) => {
    const target = await unchanged(root, entry);
    if (entry.after !== null) await rename(join(root, entry.temporary), target);
  });
  await pooled(entries, async ({ path, after }) => {
    if (after === null) await rm(join(root, path));
  });
  await syncFoldersOf(root, entries);
}

/** The absolute path of a file that is still what it was a moment ago. */
async function unchanged(root: string, { path, before }: JournalEntry): Promise<string> {
  const target = await inside(root, path);
  const now = await readState(target);
  const hash = now === null || now === 'other' ? now : now.hash;
  if (hash !== (before?.hash ?? null)) throw new WriteRefused(`${path} was changed during the write`);
  return target;
}

/** Ends a write that failed: the tree becomes what it was. Where even that fails, the journal stays for `undo`. */
async function takeBack(root: string, journal: Journal, failure: unknown): Promise<never> {
  try {
    await restore(root, journal);
    await dropJournal(journal);
  } catch (second) {
    const [first, then] = [failure, second].map((error) => (error instanceof Error ? error.message : error));
    throw new WriteRefused(
      `Writing failed (${first}), and so did putting the files back (${then}); once that is mended, \`esmshift undo\` does it`,
      { cause: failure },
    );
  }
  throw failure;
}
