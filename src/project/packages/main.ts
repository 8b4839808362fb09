import path from 'node:path';
import { setMain } from './edit.ts';
import { isRecord } from './manifest.ts';

/**
 * Writes `main` of a package that becomes `"type": "module"` as the path of a file. `require` finds `index.js`, and
 * `lib/a.js` where `main` says `lib/a`, without a word; an `import` of an ES module by such a lookup makes Node warn
 * (documentation of Node, DEP0151).
 *
 * @param exists Whether a path, relative to the package, is that of a file after the run.
 * @returns The new text; the same string where `main` needs no change or the package cannot be imported by its name.
 */
export function spellOutMain(text: string, exists: (file: string) => boolean): string {
  const data: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
  if (!isRecord(data) || typeof data.name !== 'string' || data.exports != null) return text;
  const main = typeof data.main === 'string' ? data.main : '';
  const found = lookUp(main, exists);
  if (found === null || !isModule(found) || found === plain(main)) return text;
  return setMain(text, main.startsWith('./') ? `./${found}` : found);
}

/** The file that Node takes for the package (`LEGACY_MAIN_RESOLVE`). */
function lookUp(main: string, exists: (file: string) => boolean): string | null {
  const base = plain(main);
  const named = main === '' ? [] : endings.map((ending) => path.posix.normalize(base + ending));
  return [...named, 'index.js', 'index.json', 'index.node'].find(exists) ?? null;
}

const endings = ['', '.js', '.json', '.node', '/index.js', '/index.json', '/index.node'];

function plain(main: string): string {
  return path.posix.normalize(main).replace(/^(?:\.?\/)+/, '');
}

function isModule(file: string): boolean {
  return file.endsWith('.js');
}
