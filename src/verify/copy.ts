import { constants, existsSync } from 'node:fs';
import { cp, lstat, mkdir, mkdtemp, readdir, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative, sep } from 'node:path';
import { JOURNALS } from '../apply/journal.ts';
import { type Copied, link, linkModules } from './links.ts';

/** A copy of a project in which things can be tried. */
export interface ProjectCopy {
  /** Where its root is. */
  readonly root: string;
  remove(): Promise<void>;
}

/**
 * Copies a project to a temporary folder. Its node_modules folders are replaced by links to what is installed; what lies
 * beside the folders above it, up to the top of its work tree, is linked, so that what is found from below is found:
 * installed packages, shared configuration, sibling packages.
 */
export async function copyProject(root: string): Promise<ProjectCopy> {
  const place = await realpath(await mkdtemp(join(tmpdir(), 'esmshift-verify-')));
  const remove = () => rm(place, { recursive: true, force: true, maxRetries: 3 });
  try {
    const top = topOf(root);
    const copy = join(place, basename(top), relative(top, root));
    await mkdir(copy, { recursive: true });
    await copyFolder({ root, copy });
    for (let [folder, target] = [root, copy]; folder !== top; ) {
      const name = basename(folder);
      [folder, target] = [dirname(folder), dirname(target)];
      await linkSiblings(folder, target, name, { root, copy });
    }
    return { root: copy, remove };
  } catch (failure) {
    await remove();
    throw failure;
  }
}

/** The top of the work tree, or the highest package.json; the root itself where there is neither. */
function topOf(root: string): string {
  let top = root;
  for (let folder = root; ; folder = dirname(folder)) {
    if (existsSync(join(folder, '.git'))) return folder;
    if (existsSync(join(folder, 'package.json'))) top = folder;
    if (dirname(folder) === folder) return top;
  }
}

async function copyFolder(copied: Copied): Promise<void> {
  const installed: string[] = [];
  await cp(copied.root, copied.copy, {
    recursive: true,
    verbatimSymlinks: true,
    mode: constants.COPYFILE_FICLONE,
    async filter(path) {
      const name = basename(path);
      if (path === copied.root) return true;
      if (name === '.git' || name === JOURNALS) return false;
      if (name === 'node_modules') {
        installed.push(path);
        return false;
      }
      const stats = await lstat(path);
      return stats.isFile() || stats.isDirectory() || stats.isSymbolicLink();
    },
  });
  for (const folder of installed)
    await linkModules(folder, join(copied.copy, relative(copied.root, folder)), copied);
}

async function linkSiblings(folder: string, target: string, but: string, copied: Copied): Promise<void> {
  for (const name of await readdir(folder)) {
    if (name === but || name === '.git' || name === JOURNALS) continue;
    const [from, to] = [join(folder, name), join(target, name)];
    if (name === 'node_modules') await linkModules(from, to, copied);
    else await link(from, to);
  }
}

/** A text in which the copy is named as the project itself. */
export function asOfProject(text: string, copy: string, root: string): string {
  return text.replaceAll(copy, root).replaceAll(copy.replaceAll(sep, '/'), root);
}
