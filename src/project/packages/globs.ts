import picomatch from 'picomatch';
import type { Renames } from './renames.ts';

/** The renamed files that a glob matched and no longer matches; none for what is no glob. */
export function lostByGlob(glob: string, renames: Renames): readonly string[] {
  if (!/[*?[{]/.test(glob)) return [];
  const matches = picomatch(glob.replace(/^!?(?:<rootDir>\/)?(?:\.\/)*/, ''), { dot: true });
  return [...renames.paths].flatMap(([from, to]) => (matches(from) && !matches(to) ? [from] : []));
}
