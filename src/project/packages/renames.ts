import path from 'node:path';

/** Renamed files of one package, seen from its package.json. */
export interface Renames {
  /** Old path -> new path, relative to the folder of the package, with `/`. */
  readonly paths: ReadonlyMap<string, string>;
  /** Whether a path is that of a file, before anything is renamed. */
  readonly exists: (file: string) => boolean;
}

/**
 * How the text that names a renamed file has to read: `./a.js` -> `./a.cjs`, `<rootDir>/a.js`, `!lib/a.js`. Null where
 * it names none.
 */
export function renamedExactly(text: string, { paths }: Renames): string | null {
  const { prefix, rest } = withoutPrefix(text);
  const target = paths.get(path.posix.normalize(rest));
  return target === undefined ? null : prefix + target;
}

/**
 * The same where the text is resolved as by `require`: `lib/index` and `lib` may name `lib/index.js`, which loses its
 * name's default form with its ending: `lib` -> `lib/index.cjs`.
 */
export function renamedAsModule(text: string, renames: Renames): string | null {
  const { prefix, rest } = withoutPrefix(text);
  const base = path.posix.normalize(rest).replace(/\/$/, '');
  const isFolder = /(?:^|\/)\.{0,2}$/.test(rest);
  for (const suffix of isFolder ? folderSuffixes : moduleSuffixes) {
    const candidate = base === '.' ? suffix.slice(1) : base + suffix;
    const target = renames.paths.get(candidate);
    if (target !== undefined) return prefix + target;
    if (renames.exists(candidate)) return null;
  }
  return null;
}

const folderSuffixes = ['/index.js', '/index.json', '/index.node'];
const moduleSuffixes = ['', '.js', '.json', '.node', ...folderSuffixes];

function withoutPrefix(text: string): { readonly prefix: string; readonly rest: string } {
  const prefix = /^!?(?:<rootDir>\/)?(?:\.\/+)*\/?/.exec(text)![0];
  return { prefix, rest: text.slice(prefix.length) || '.' };
}
