import { filledIn, winningKey } from '../resolve/package-maps.ts';
import { insertBefore, type NewProperty } from './edit.ts';
import { isRecord } from './manifest.ts';
import { type Renames, renamedExactly } from './renames.ts';

/**
 * A renamed file is no longer where a pattern of `exports` or `imports` leads: `"./*": "./lib/*.js"`. It gets a subpath
 * of its own, which goes before all patterns (Node documentation, "Subpath patterns"), so that everybody loads it as
 * before: `"./a": "./lib/a.cjs"`.
 */

export interface OwnSubpath {
  readonly field: 'exports' | 'imports';
  readonly pattern: string;
  readonly subpath: string;
  /** What stands for `*`. */
  readonly filled: string;
}

/** The subpaths that renamed files need. */
export function ownSubpaths(data: Record<string, unknown>, renames: Renames): readonly OwnSubpath[] {
  return (['exports', 'imports'] as const).flatMap((field) => {
    const map = data[field];
    if (!isRecord(map)) return [];
    const keys = Object.keys(map);
    return keys.flatMap((pattern) =>
      fillings(map[pattern], renames)
        .map((filled) => ({ field, pattern, subpath: pattern.replace('*', () => filled), filled }))
        // Another key may say more about this subpath.
        .filter(({ subpath }) => winningKey(subpath, keys) === pattern && subpath !== pattern),
    );
  });
}

/** What stood for `*` where a target led to files that have new names. */
function fillings(value: unknown, { paths }: Renames): readonly string[] {
  const targets = [...stringsOf(value)].filter((target) => target.startsWith('./') && target.includes('*'));
  const filled = targets.flatMap((target) =>
    [...paths.keys()].flatMap((path) => filledIn(target, `./${path}`) ?? []),
  );
  return [...new Set(filled)];
}

function* stringsOf(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (Array.isArray(value) || isRecord(value))
    for (const item of Object.values(value)) yield* stringsOf(item);
}

/** Puts them in front of their patterns, each with the pattern's own conditions. */
export function addSubpaths(text: string, added: readonly OwnSubpath[], renames: Renames): string {
  const properties = added.map(({ field, pattern, subpath, filled }): NewProperty => {
    const fill = (target: string): string => {
      const path = target.replaceAll('*', () => filled);
      return renamedExactly(path, renames) ?? path;
    };
    return { before: [field, pattern], key: subpath, change: fill };
  });
  return insertBefore(text, properties);
}
