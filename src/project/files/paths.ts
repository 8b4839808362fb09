import path from 'node:path';

/** Paths as the project layer writes them: relative to the root, with `/`, no `./` in front; the root itself is ''. */

const { sep } = path;

/** A path of the operating system with `/`. */
export function withSlashes(file: string): string {
  return sep === '/' ? file : file.replaceAll(sep, '/');
}

/** `absolute` relative to `folder`, with `/`; null where it is not inside (another drive, too). */
export function relativeInside(folder: string, absolute: string): string | null {
  const relative = path.relative(folder, absolute);
  if (relative === '..' || relative.startsWith(`..${sep}`) || path.isAbsolute(relative)) return null;
  return withSlashes(relative);
}

/** `a/b/c.js` -> `a/b`; the folder of what lies in the root is ''. */
export function folderOf(id: string): string {
  const slash = id.lastIndexOf('/');
  return slash < 0 ? '' : id.slice(0, slash);
}

/** `a/b/c.js` -> `c.js` */
export function nameOf(id: string): string {
  return id.slice(id.lastIndexOf('/') + 1);
}

/** Joins with `/`, where either may be ''. */
export function joinId(folder: string, name: string): string {
  return folder === '' ? name : name === '' ? folder : `${folder}/${name}`;
}

/** Each folder above a path, the outermost first, and the path itself: `a/b/c` -> `a`, `a/b`, `a/b/c`. */
export function* withAncestors(id: string): Generator<string> {
  for (let slash = id.indexOf('/'); slash >= 0; slash = id.indexOf('/', slash + 1)) yield id.slice(0, slash);
  if (id !== '') yield id;
}

/** The folders around a file, the outermost first, which is the root: `a/b/c.js` -> ``, `a`, `a/b`. */
export function foldersAround(id: string): readonly string[] {
  return ['', ...withAncestors(folderOf(id))];
}

/** Order of code units: the same on every machine. */
export function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
