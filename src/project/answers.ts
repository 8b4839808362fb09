import { realpathSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import type { Answer } from '../checker/facts.ts';
import { relativeInside, withSlashes } from './files/paths.ts';
import { compilePatterns, globBase } from './files/patterns.ts';
import type { PlanOptions } from './plan-options.ts';

/**
 * The answers by the files that they are given for. They name files from `cwd`, modules are named from the root. A path
 * counts before a glob or a folder (`vendor/`), and of several of those the last one that matches.
 */
export function answersFor(
  root: string,
  ids: readonly string[],
  { cwd, answers = {} }: Pick<PlanOptions, 'cwd' | 'answers'>,
): ReadonlyMap<string, Answer> {
  const start = realpathSync(cwd);
  const folder = withSlashes(relative(root, start));
  const known = new Set(ids);
  const paths = new Map<string, Answer>();
  const globs = new Map<string, Answer>();
  for (const [key, { shape }] of Object.entries(answers)) {
    const id = relativeInside(root, resolve(start, key));
    if (id !== null && known.has(id)) paths.set(id, shape);
    else if (key.endsWith('/') || globBase(key) !== null)
      for (const match of ids.filter(compilePatterns([key], folder).matchesWithin)) globs.set(match, shape);
  }
  return new Map([...globs, ...paths]);
}
