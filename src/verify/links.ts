import type { Dirent } from 'node:fs';
import { mkdir, readdir, realpath, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { relativeInside } from '../project/files/paths.ts';

/** Where the files of a folder are in its copy. */
export interface Copied {
  /** A real path. */
  readonly root: string;
  readonly copy: string;
}

/**
 * Stands in for a `node_modules` folder: each package is a link to the installed one, but a package of the project's own
 * (a workspace) is a link to its copy.
 */
export async function linkModules(folder: string, target: string, copied: Copied): Promise<void> {
  await mkdir(target, { recursive: true });
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    // What tools keep there for the next time is not for somebody else's tree.
    if (entry.name === '.cache') continue;
    const [from, to] = [join(folder, entry.name), join(target, entry.name)];
    if (isFolderOfLinks(entry)) await linkModules(from, to, copied);
    else await link(await inCopy(from, copied), to);
  }
}

/** `@scope` and `.bin` hold packages, or links to their files. */
function isFolderOfLinks(entry: Dirent): boolean {
  return entry.isDirectory() && (entry.name.startsWith('@') || entry.name === '.bin');
}

/** Where a path leads in the copy, for what lies in the project but not among what is installed. */
async function inCopy(path: string, { root, copy }: Copied): Promise<string> {
  const real = await realpath(path).catch(() => path);
  const inside = relativeInside(root, real);
  return inside === null || inside.split('/').includes('node_modules') ? path : join(copy, inside);
}

/** Makes a link to anything; on Windows one to a folder that needs no privilege. */
export async function link(target: string, path: string): Promise<void> {
  await symlink(target, path, 'junction');
}
