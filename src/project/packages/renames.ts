import path from 'node:path';

/** Renamed files of one package, seen from its package.json. */
export interface Renames {
  /** Old path -> new path, relative to the folder of the package, with `/`. */
  readonly paths: ReadonlyMap<string, string>;
  /** Whether a path is that of a file, before anything is renamed. */
  readonly exists: (file: string) => boolean;
}

/** A renamed file as a text names it: what stands in front of its path, and its new path. */
export interface Named {
  readonly prefix: string;
  readonly target: string;
}

/**
 * How the text that names a renamed file has to read: `./a.js` -> `./a.cjs`, `<rootDir>/a.js`, `!lib/a.js`. Null where
 * it names none.
 */
export function renamedExactly(text: string, renames: Renames): string | null {
  return written(namedExactly(text, renames));
}

/**
 * The same where the text is resolved as by `require`: `lib/index` and `lib` may name `lib/index.js`, which loses its
 * name's default form with its ending: `lib` -> `lib/index.cjs`.
 */
export function renamedAsModule(text: string, renames: Renames): string | null {
  return written(namedAsModule(text, renames));
}

/** The same for configuration of tools, which find some files by their paths and others as `require` does. */
export function renamedByTool(text: string, renames: Renames): string | null {
  return written(byTool(text, renames));
}

/** The new path of the file alone. */
export function targetByTool(text: string, renames: Renames): string | null {
  return byTool(text, renames)?.target ?? null;
}

function written(named: Named | null): string | null {
  return named === null ? null : named.prefix + named.target;
}

export function namedExactly(text: string, { paths }: Renames): Named | null {
  const { prefix, rest } = withoutPrefix(text);
  const target = paths.get(path.posix.normalize(rest));
  return target === undefined ? null : { prefix, target };
}

export function namedAsModule(text: string, renames: Renames): Named | null {
  const { prefix, rest } = withoutPrefix(text);
  const base = path.posix.normalize(rest).replace(/\/$/, '');
  const isFolder = /(?:^|\/)\.{0,2}$/.test(rest);
  for (const suffix of isFolder ? folderSuffixes : moduleSuffixes) {
    const candidate = base === '.' ? suffix.slice(1) : base + suffix;
    const target = renames.paths.get(candidate);
    if (target !== undefined) return { prefix, target };
    if (renames.exists(candidate)) return null;
  }
  return null;
}

function byTool(text: string, renames: Renames): Named | null {
  const isRelative = /^(?:\.{1,2}\/|<rootDir>\/)/.test(text);
  return namedExactly(text, renames) ?? (isRelative ? namedAsModule(text, renames) : null);
}

const folderSuffixes = ['/index.js', '/index.json', '/index.node'];
const moduleSuffixes = ['', '.js', '.json', '.node', ...folderSuffixes];

function withoutPrefix(text: string): { readonly prefix: string; readonly rest: string } {
  const prefix = /^!?(?:<rootDir>\/)?(?:\.\/+)*\/?/.exec(text)![0];
  return { prefix, rest: text.slice(prefix.length) || '.' };
}
