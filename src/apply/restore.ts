import { rename, rm, rmdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { syncFolder, writeDurably } from './durable.ts';
import { readState } from './file-state.ts';
import { inside } from './inside.ts';
import { type Journal, type JournalEntry, readOriginal } from './journal.ts';
import { pooled } from './pool.ts';

/** The paths of a journal by how they stand now. */
export interface Standing {
  /** As after the write, and so to be put back. */
  readonly written: readonly JournalEntry[];
  /** Neither as before nor as after: somebody changed them since. */
  readonly changed: readonly string[];
}

export async function standingOf(root: string, { entries }: Journal): Promise<Standing> {
  const written = new Set<JournalEntry>();
  const changed = new Set<JournalEntry>();
  await pooled(entries, async (entry) => {
    const now = await readState(await inside(root, entry.path));
    const hash = now === null || now === 'other' ? now : now.hash;
    if (hash === (entry.before?.hash ?? null)) return;
    (hash === entry.after ? written : changed).add(entry);
  });
  return {
    written: entries.filter((entry) => written.has(entry)),
    changed: entries.filter((entry) => changed.has(entry)).map(({ path }) => path),
  };
}

/**
 * Makes the tree what it was before the write, byte for byte, as far as nobody changed it since. It can be done again
 * after it was interrupted at any point.
 *
 * @returns the paths that were left alone, since somebody changed them
 */
export async function restore(root: string, journal: Journal): Promise<readonly string[]> {
  const { written, changed } = await standingOf(root, journal);
  await pooled(written, (entry) => putBack(root, journal, entry));
  await removeTemporaries(root, journal);
  for (const folder of journal.newFolders.toReversed()) await rmdir(join(root, folder)).catch(() => {});
  await syncFoldersOf(root, journal.entries);
  return changed;
}

async function putBack(
  root: string,
  journal: Journal,
  { path, before, temporary }: JournalEntry,
): Promise<void> {
  const target = join(root, path);
  if (before === null) return rm(target);
  const waiting = join(root, temporary);
  await writeDurably(waiting, await readOriginal(journal, before), before);
  await rename(waiting, target);
}

/** Takes away what was still waiting to be put in place. */
async function removeTemporaries(root: string, { entries }: Journal): Promise<void> {
  await pooled(entries, ({ temporary }) => rm(join(root, temporary), { force: true }));
}

/** Waits until the disk has the names of all these paths. */
export async function syncFoldersOf(root: string, entries: readonly JournalEntry[]): Promise<void> {
  const folders = new Set(entries.map(({ path }) => dirname(join(root, path))));
  await pooled([...folders], syncFolder);
}
