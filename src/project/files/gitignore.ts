import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ignore, { type Ignore } from 'ignore';
import { folderOf, joinId, withAncestors, withSlashes } from './paths.ts';

/** What git ignores: the `.gitignore` files of all folders from the top of the work tree down, and `info/exclude`. */
export interface IgnoreRules {
  /** Whether git ignores this path, given that it ignores none of the folders above it. */
  ignores(id: string, isFolder: boolean): boolean;
  /** Whether git ignores this path or a folder above it. */
  ignoresWithin(id: string, isFolder: boolean): boolean;
}

/** The rules of one file: they speak of paths below the folder in which it lies. */
interface Level {
  readonly matcher: Ignore;
  /** A path relative to the root, as the rules of this level see it. */
  readonly localise: (id: string) => string;
}

/** Where names differ by case only, git on these systems takes them for the same. */
const ignoreCase = process.platform === 'darwin' || process.platform === 'win32';

export const noIgnoreRules: IgnoreRules = { ignores: () => false, ignoresWithin: () => false };

/**
 * The rules for the files below `root` (an absolute path). `.gitignore` files are read when their folder is first asked
 * for, and the deepest rule that speaks of a path decides (gitignore(5), "the last matching pattern decides").
 *
 * @param from The folder from which on rules count. Null: from the top of the work tree, which may lie above the root;
 *   but where that ignores the root itself, only rules from the root on are taken.
 */
export function createIgnoreRules(root: string, from: string | null = null): IgnoreRules {
  const above = from === null ? levelsAbove(root) : [];
  const perFolder = new Map<string, readonly Level[]>();

  function levelsFor(folder: string): readonly Level[] {
    const known = perFolder.get(folder);
    if (known !== undefined) return known;
    const outer = folder === '' ? above : levelsFor(folderOf(folder));
    const own = isBelow(folder, from ?? '')
      ? readLevel(path.join(root, folder, '.gitignore'), inFolder(folder))
      : null;
    const levels = own === null ? outer : [...outer, own];
    perFolder.set(folder, levels);
    return levels;
  }

  function ignores(id: string, isFolder: boolean): boolean {
    const levels = levelsFor(folderOf(id));
    for (let index = levels.length - 1; index >= 0; index--) {
      const { matcher, localise } = levels[index]!;
      const result = matcher.test(localise(id) + (isFolder ? '/' : ''));
      if (result.ignored) return true;
      if (result.unignored) return false;
    }
    return false;
  }

  function ignoresWithin(id: string, isFolder: boolean): boolean {
    for (const ancestor of withAncestors(id))
      if (ignores(ancestor, ancestor === id ? isFolder : true)) return true;
    return false;
  }

  return { ignores, ignoresWithin };
}

function isBelow(folder: string, top: string): boolean {
  return top === '' || folder === top || folder.startsWith(`${top}/`);
}

function inFolder(folder: string): (id: string) => string {
  return folder === '' ? (id) => id : (id) => id.slice(folder.length + 1);
}

/** `info/exclude` and the `.gitignore` files between the top of the work tree and the root, the root's own excepted. */
function levelsAbove(root: string): readonly Level[] {
  const top = topOfWorkTree(root);
  if (top === null) return [];
  const levels: Level[] = [];
  const add = (file: string, folder: string): void => {
    const prefix = withSlashes(path.relative(folder, root));
    const level = readLevel(file, (id) => joinId(prefix, id));
    if (level !== null) levels.push(level);
  };
  add(path.join(repositoryOf(top), 'info', 'exclude'), top);
  for (const folder of foldersBetween(top, root)) add(path.join(folder, '.gitignore'), folder);
  return levels.some((level) => ignoresRoot(level)) ? [] : levels;
}

function ignoresRoot({ matcher, localise }: Level): boolean {
  const own = localise('');
  return own !== '' && matcher.test(`${own}/`).ignored;
}

/** `top` and what lies between it and `root`, which itself does not belong to them. */
function foldersBetween(top: string, root: string): readonly string[] {
  const folders: string[] = [];
  for (let folder = root; folder !== top; ) {
    folder = path.dirname(folder);
    folders.unshift(folder);
  }
  return folders;
}

function topOfWorkTree(root: string): string | null {
  for (let folder = root; ; folder = path.dirname(folder)) {
    if (existsSync(path.join(folder, '.git'))) return folder;
    if (path.dirname(folder) === folder) return null;
  }
}

/** `.git`; in a linked work tree or submodule it is a file that names the folder (gitrepository-layout(5)). */
function repositoryOf(top: string): string {
  const entry = path.join(top, '.git');
  const named = /^gitdir: (.+)$/m.exec(readText(entry) ?? '')?.[1];
  if (named === undefined) return entry;
  const own = path.resolve(top, named.trim());
  const common = readText(path.join(own, 'commondir'));
  return common === null ? own : path.resolve(own, common.trim());
}

function readLevel(file: string, localise: (id: string) => string): Level | null {
  const text = readText(file);
  if (text === null) return null;
  return { matcher: ignore({ ignoreCase }).add(text.replace(/^\uFEFF/, '')), localise };
}

/** Null where there is no such file, or it cannot be read: then git does not see it either. */
function readText(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
