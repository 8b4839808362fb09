import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { folderOf, joinId, relativeInside, withSlashes } from './paths.ts';
import { globBase } from './patterns.ts';

/**
 * The root of a run: the folder that it is started in, unless it is pointed elsewhere. Then the package that all paths
 * lie in, or where they lie in none, the one folder that is meant.
 *
 * @param cwd Absolute path of the folder that the paths are relative to.
 * @returns an absolute path; `cwd` also where the paths have nothing in common, so that each of them is reported.
 */
export function rootFor(cwd: string, paths: readonly string[]): string {
  const folders = paths.map((argument) =>
    startOf(path.resolve(cwd, globBase(withSlashes(argument)) ?? argument)),
  );
  if (folders.every((folder) => relativeInside(cwd, folder) !== null)) return cwd;
  const common = folders.reduce(commonFolder);
  return packageAbove(common) ?? (folders.includes(common) ? common : cwd);
}

/** The outermost folder between the root and a folder that is a package; the folder itself where none is. */
export function projectAround(root: string, folder: string): string {
  let outermost = folder;
  for (let id = folder; ; id = folderOf(id)) {
    if (existsSync(path.join(root, joinId(id, 'package.json')))) outermost = id;
    if (id === '') return outermost;
  }
}

/** A folder, or the one that a file lies in. */
function startOf(absolute: string): string {
  return statSync(absolute, { throwIfNoEntry: false })?.isDirectory() ? absolute : path.dirname(absolute);
}

function commonFolder(one: string, other: string): string {
  let common = one;
  while (relativeInside(common, other) === null && path.dirname(common) !== common)
    common = path.dirname(common);
  return common;
}

function packageAbove(folder: string): string | null {
  for (let current = folder; ; current = path.dirname(current)) {
    if (existsSync(path.join(current, 'package.json'))) return current;
    if (path.dirname(current) === current) return null;
  }
}
