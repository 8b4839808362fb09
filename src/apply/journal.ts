import { existsSync } from 'node:fs';
import { type FileHandle, mkdir, open, readdir, readFile, rename, rm, rmdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { errorCode } from '../project/files/problem.ts';
import { WriteRefused } from './change.ts';
import { syncFolder, writeDurably } from './durable.ts';
import type { FileState } from './file-state.ts';

/**
 * The journal of a write: what every path held before and holds after, and the bytes from before. It lies in `.esmshift/`
 * in the root, which git ignores by a file of its own; no tool takes its contents for sources.
 *
 *   .esmshift/1.new/     being put together; the tree has not been touched
 *   .esmshift/1/         complete; the tree may be anything between before and after
 *   .esmshift/1/done     the tree is as after
 *
 * Each step becomes visible by one rename or one new file, after the disk has all that it stands for. So whenever a run
 * ends, a journal without `done` says that it was interrupted, and what to put back.
 */
export interface Journal {
  /** Absolute. */
  readonly folder: string;
  readonly entries: readonly JournalEntry[];
  /** Folders that the write makes, relative to the root, the outermost first. */
  readonly newFolders: readonly string[];
  readonly done: boolean;
}

export interface JournalEntry {
  readonly path: string;
  readonly before: Original | null;
  /** The hash of what it holds afterwards; null: it is gone. */
  readonly after: string | null;
  /** Where the new content waits, in the same folder, until all of it is there. */
  readonly temporary: string;
}

export interface Original extends FileState {
  /** Where its bytes stand in `originals`. */
  readonly start: number;
  readonly end: number;
}

export const JOURNALS = '.esmshift';
const VERSION = 1;
const IGNORE_ALL = '*\n';

/** Begins a journal: originals are added as they are read, and `complete` makes it count. */
export async function beginJournal(root: string): Promise<JournalDraft> {
  const last = Math.max(0, ...(await numbersIn(root)));
  const folder = join(root, JOURNALS, String(last + 1));
  await mkdir(`${folder}.new`);
  return new JournalDraft(folder, await open(join(`${folder}.new`, 'originals'), 'wx'));
}

export class JournalDraft {
  readonly #folder: string;
  readonly #originals: FileHandle;
  #length = 0;

  constructor(folder: string, originals: FileHandle) {
    this.#folder = folder;
    this.#originals = originals;
  }

  /** Keeps the bytes of a file. */
  async keep({ bytes, ...state }: FileState & { readonly bytes: Buffer }): Promise<Original> {
    const start = this.#length;
    this.#length += bytes.length;
    await this.#originals.writeFile(bytes);
    return { ...state, start, end: this.#length };
  }

  async complete(content: Pick<Journal, 'entries' | 'newFolders'>): Promise<Journal> {
    const draft = `${this.#folder}.new`;
    await this.#originals.sync();
    await this.#originals.close();
    await writeDurably(join(draft, 'journal.json'), JSON.stringify({ version: VERSION, ...content }));
    await syncFolder(draft);
    await rename(draft, this.#folder);
    await syncFolder(dirname(this.#folder));
    await syncFolder(dirname(dirname(this.#folder)));
    return { ...content, folder: this.#folder, done: false };
  }

  /** Takes it away again: nothing has happened yet. */
  async discard(): Promise<void> {
    await this.#originals.close().catch(() => {});
    await rm(`${this.#folder}.new`, { recursive: true, force: true });
  }
}

export async function markDone({ folder }: Journal): Promise<void> {
  await writeDurably(join(folder, 'done'), '');
  await syncFolder(folder);
}

/** The tree is about to become what it was before: until that is so, it is neither. */
export async function markUndone({ folder }: Journal): Promise<void> {
  await rm(join(folder, 'done'), { force: true });
  await syncFolder(folder);
}

/** Takes a journal away. */
export async function dropJournal({ folder }: Journal): Promise<void> {
  // From here on it counts as one that was never completed, however long the rest takes.
  await rename(folder, `${folder}.new`);
  await rm(`${folder}.new`, { recursive: true });
}

/** The latest journal of a folder; null where there is none. */
export async function latestJournal(root: string): Promise<Journal | null> {
  const last = Math.max(0, ...(await numbersIn(root)));
  return last === 0 ? null : readJournal(join(root, JOURNALS, String(last)));
}

/** The bytes of an original. */
export async function readOriginal({ folder }: Journal, { start, end }: Original): Promise<Buffer> {
  const handle = await open(join(folder, 'originals'), 'r');
  try {
    const bytes = Buffer.alloc(end - start);
    const { bytesRead } = await handle.read(bytes, 0, bytes.length, start);
    if (bytesRead !== bytes.length) throw new WriteRefused(`${join(folder, 'originals')} is cut short`);
    return bytes;
  } finally {
    await handle.close();
  }
}

/** Makes the folder of journals, which git is told to ignore, and clears what interrupted runs left of drafts. */
export async function openJournals(root: string): Promise<void> {
  const folder = join(root, JOURNALS);
  await mkdir(folder, { recursive: true });
  const rules = join(folder, '.gitignore');
  if ((await readFile(rules, 'utf8').catch(() => '')) !== IGNORE_ALL) await writeDurably(rules, IGNORE_ALL);
}

export async function clearDrafts(root: string): Promise<void> {
  const folder = join(root, JOURNALS);
  for (const name of await namesIn(folder))
    if (name.endsWith('.new')) await rm(join(folder, name), { recursive: true, force: true });
}

/** Leaves nothing behind where no journal is left. */
export async function closeJournals(root: string): Promise<void> {
  const folder = join(root, JOURNALS);
  if ((await namesIn(folder)).some((name) => name !== '.gitignore')) return;
  await rm(join(folder, '.gitignore'), { force: true });
  await rmdir(folder).catch(() => {});
}

async function readJournal(folder: string): Promise<Journal> {
  const file = join(folder, 'journal.json');
  const { version, entries, newFolders } = parsed(file, await readFile(file, 'utf8'));
  if (version !== VERSION)
    throw new WriteRefused(`${file} was written by another version of esmshift; undo with that one`);
  return { folder, entries, newFolders, done: existsSync(join(folder, 'done')) };
}

function parsed(
  file: string,
  text: string,
): Pick<Journal, 'entries' | 'newFolders'> & { readonly version: number } {
  try {
    return JSON.parse(text);
  } catch {
    throw new WriteRefused(
      `${file} is damaged, so that nothing can be undone by it; once the files are as you want them, delete ${dirname(file)}`,
    );
  }
}

async function numbersIn(root: string): Promise<readonly number[]> {
  return (await namesIn(join(root, JOURNALS))).filter((name) => /^\d+$/.test(name)).map(Number);
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return [];
    throw error;
  }
}
