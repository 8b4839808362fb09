import path from 'node:path';
import picomatch from 'picomatch';
import { joinId, withAncestors } from './paths.ts';

/** Globs of the user: `src/**`, `*.test.js`, `build`. */
export interface Patterns {
  readonly empty: boolean;
  /** Whether a pattern matches this very path. */
  matches(id: string): boolean;
  /** Whether a pattern matches the path or a folder above it. */
  matchesWithin(id: string): boolean;
}

/**
 * @param folder The folder, relative to the root, from which the patterns are meant. One without a slash matches a name
 *   at any depth, as in `.gitignore`; one that matches a folder means all that is in it.
 */
export function compilePatterns(patterns: readonly string[], folder: string): Patterns {
  const matchers = patterns.map((pattern) => picomatch(anchored(pattern, folder), { dot: true }));
  const matches = (id: string): boolean => matchers.some((matcher) => matcher(id));
  return {
    empty: patterns.length === 0,
    matches,
    matchesWithin: (id) => matchers.length > 0 && [...withAncestors(id)].some(matches),
  };
}

/** `./lib/*.js` in folder `a` -> `a/lib/*.js`; `*.js` -> `**\/*.js` below the folder; `../b/` -> `b` */
function anchored(pattern: string, folder: string): string {
  const plain = pattern.replace(/\/+$/, '');
  return plain.includes('/') ? path.posix.join(folder, plain) : joinId(folder, `**/${plain}`);
}

/** Whether a path argument is a glob, and if so the folder that all matches lie in. */
export function globBase(argument: string): string | null {
  const { isGlob, base } = picomatch.scan(argument);
  return isGlob ? base : null;
}
