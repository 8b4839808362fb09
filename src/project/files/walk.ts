import type { Dirent } from 'node:fs';
import { readdir, readlink, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { hasSourceEnding, isExtensionless, isPage, mayBeSource, startsNode } from './kinds.ts';
import { joinId, relativeInside } from './paths.ts';
import { errorCode, type PathProblem } from './problem.ts';

/** One walk over a folder and all below it. Symbolic links are followed, but never out of the root. */
export interface Walk {
  /** A real path. */
  readonly root: string;
  /** Which folders to enter; `.git` and `node_modules` never. */
  readonly enters: (id: string) => boolean;
  /** Which files to take, beyond their being source files. */
  readonly takes: (id: string) => boolean;
  readonly signal: AbortSignal | undefined;
}

export interface Walked {
  /** Real paths relative to the root, in no order. */
  readonly files: Set<string>;
  readonly links: Link[];
  /** HTML pages and templates of such, whatever is taken. */
  readonly pages: string[];
  readonly problems: PathProblem[];
}

/** A symbolic link to a source file; both relative to the root. */
export interface Link {
  readonly path: string;
  readonly target: string;
}

const neverEntered = new Set(['.git', 'node_modules']);

export function isNeverEntered(id: string): boolean {
  return id.split('/').some((name) => neverEntered.has(name));
}

/** Whether a file is one that we take; reads the start of one without an ending. */
export function isSource(root: string, id: string): boolean {
  return hasSourceEnding(id) || (isExtensionless(id) && startsNode(path.join(root, id)));
}

/** Walks a folder given by its real path relative to the root. */
export async function walkFolder(start: string, walk: Walk): Promise<Walked> {
  const walked: Walked = { files: new Set(), links: [], pages: [], problems: [] };
  // Real paths: a folder that several links lead to is walked once, and a link to a folder above it ends there.
  const entered = new Set<string>();

  async function enter(folder: string): Promise<void> {
    if (entered.has(folder)) return;
    entered.add(folder);
    walk.signal?.throwIfAborted();
    const entries = await list(folder);
    await Promise.all(entries.map((entry) => visit(entry, joinId(folder, entry.name))));
  }

  async function list(folder: string): Promise<readonly Dirent[]> {
    try {
      return await readdir(path.join(walk.root, folder), { withFileTypes: true });
    } catch (error) {
      walked.problems.push({ path: folder || '.', code: 'unreadable', args: { reason: errorCode(error) } });
      return [];
    }
  }

  async function visit(entry: Dirent, id: string): Promise<void> {
    if (entry.isSymbolicLink()) return followLink(id);
    if (entry.isDirectory()) return maybeEnter(id);
    if (!entry.isFile()) return;
    if (isPage(id)) walked.pages.push(id);
    else take(id);
  }

  async function maybeEnter(id: string): Promise<void> {
    if (!isNeverEntered(id) && walk.enters(id)) await enter(id);
  }

  function take(id: string): boolean {
    if (!mayBeSource(id) || isNeverEntered(id) || !walk.takes(id) || !isSource(walk.root, id)) return false;
    walked.files.add(id);
    return true;
  }

  async function followLink(id: string): Promise<void> {
    if (isNeverEntered(id) || !walk.takes(id)) return;
    const led = await follow(walk.root, id);
    if ('code' in led) {
      if (hasSourceEnding(id) || led.code === 'link-outside') walked.problems.push(led);
    } else if (led.isFolder) await maybeEnter(led.id);
    else if (take(led.id)) walked.links.push({ path: id, target: led.id });
  }

  await enter(start);
  return walked;
}

/** Where a path leads once every link in it is resolved: relative to the root, or the problem with it. */
export async function follow(
  root: string,
  id: string,
): Promise<{ readonly id: string; readonly isFolder: boolean } | PathProblem> {
  const absolute = path.join(root, id);
  let real: string;
  try {
    real = await realpath(absolute);
  } catch (error) {
    return unresolvable(absolute, id, errorCode(error));
  }
  const inside = relativeInside(root, real);
  if (inside === null) return { path: id, code: 'link-outside', args: { target: real } };
  return { id: inside, isFolder: (await stat(real)).isDirectory() };
}

async function unresolvable(absolute: string, id: string, reason: string): Promise<PathProblem> {
  // ELOOP: links that lead to each other.
  if (reason !== 'ENOENT' && reason !== 'ELOOP') return { path: id, code: 'unreadable', args: { reason } };
  try {
    return { path: id, code: 'broken-symlink', args: { target: await readlink(absolute) } };
  } catch {
    return { path: id, code: 'no-such-path', args: { path: id } };
  }
}
