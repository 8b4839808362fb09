import path from 'node:path';
import { folderOf, joinId, nameOf } from '../files/paths.ts';

/**
 * How a file is written as a specifier. In an ES module a relative specifier is a URL reference: `%`, `?`, `#` and `\`
 * have a meaning of their own there (URL Standard, "relative state"), and it names the file in full. A file with `\` in
 * its name cannot be imported at all: Node rejects the encoded form.
 */
export type System = 'esm' | 'commonjs';

const { posix } = path;

/** From one file to another, both relative to the same root with `/`: `./b.js`, `../lib/b.js`. */
export function relativeSpecifier(fromId: string, toId: string, system: System = 'esm'): string {
  const relative = posix.relative(folderOf(fromId) || '.', toId);
  const specifier = relative.startsWith('../') ? relative : `./${relative}`;
  return system === 'esm' ? encodePath(specifier) : specifier;
}

/** In which system a specifier was written, and in which it will be read. */
export interface SystemChange {
  readonly from: System;
  readonly to: System;
}

/**
 * A relative specifier for a file that it names incompletely, or that is renamed; as near to the author's text as
 * possible: `./a` -> `./a.js`, `./lib` -> `./lib/index.js`, `..` -> `../index.js`, `./x/../a.js` -> `./x/../a.cjs`.
 *
 * @param original What the author wrote in `fromId`, relative.
 * @param toId The file that it leads to from now on.
 */
export function renamedSpecifier(
  original: string,
  fromId: string,
  toId: string,
  { from, to }: SystemChange,
): string {
  const written = from === 'esm' ? withoutSuffix(original) : { text: original, suffix: '' };
  const plain = from === 'esm' ? decodePath(written.text) : written.text;
  const kept = plain === null ? null : keepStyle(plain, fromId, toId);
  const suffix = to === 'esm' ? written.suffix : '';
  if (kept === null) return relativeSpecifier(fromId, toId, to) + suffix;
  // A text that needs no change keeps the author's own encoding.
  if (kept === plain && from === to) return original;
  return (to === 'esm' ? encodePath(kept) : kept) + suffix;
}

/** The author's way to the folder, with what is missing put behind it; null where the file lies elsewhere. */
function keepStyle(original: string, fromId: string, toId: string): string | null {
  const named = stripSlash(posix.join(folderOf(fromId), original));
  if (named.startsWith('..')) return null;
  if (toId === named) return original;
  const namesFolder = /(?:^|\/)\.{0,2}$/.test(original);
  const inside = named === '.' ? toId : toId.startsWith(`${named}/`) ? toId.slice(named.length + 1) : null;
  if (inside !== null) return `${stripSlash(original)}/${inside}`;
  if (namesFolder || folderOf(named) !== folderOf(toId)) return null;
  const way = original.slice(0, original.lastIndexOf('/') + 1);
  return way + nameOf(toId);
}

function stripSlash(text: string): string {
  return text.replace(/\/+$/, '');
}

/** What a URL would take for something else, or drop: ASCII white space at the ends, tabs and line ends anywhere. */
function encodePath(specifier: string): string {
  return specifier
    .replace(/[%?#\\\t\n\r]/g, encodeURIComponent)
    .replace(/[\0- ]+$/, (white) => encodeURIComponent(white));
}

function decodePath(specifier: string): string | null {
  try {
    return decodeURIComponent(specifier);
  } catch {
    return null;
  }
}

/** `./a.js?x#y` -> `./a.js` and `?x#y` */
function withoutSuffix(specifier: string): { readonly text: string; readonly suffix: string } {
  const at = specifier.search(/[?#]/);
  return at < 0
    ? { text: specifier, suffix: '' }
    : { text: specifier.slice(0, at), suffix: specifier.slice(at) };
}

/**
 * A file in a package as an ES module must name it: without `exports`, a path in a package is complete
 * (`pkg/lib/a` -> `pkg/lib/a.js`).
 *
 * @param name Of the package, as it is installed.
 * @param file Relative to the folder of the package.
 */
export function packageSpecifier(name: string, file: string): string {
  return encodePath(joinId(name, file));
}
