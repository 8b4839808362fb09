import { type Finding, makeFinding } from '../../checker/finding.ts';
import { folderOf, nameOf } from '../files/paths.ts';
import { lostByGlob } from '../packages/globs.ts';
import { isConfiguration } from '../paths/tool-configs.ts';
import type { Texts } from '../scanning/texts.ts';
import { relativeTo } from './config-changes.ts';

/** A literal that is a glob, be it one that follows a folder: `dir + '/*.js'`. */
const glob = /(['"`])(?:\.?\/)?([^'"`\s\\]*[*?{[][^'"`\s\\]*)\1/g;

/** What configuration that is code says with globs that miss renamed files: they stay, as those of data do. */
export function globsInCode(
  root: string,
  id: string,
  texts: Texts,
  renames: ReadonlyMap<string, string>,
): readonly Finding[] {
  if (renames.size === 0 || !isConfiguration(nameOf(id))) return [];
  const relative = relativeTo(root, folderOf(id), renames);
  const findings = [...(texts.get(id) ?? '').matchAll(glob)].flatMap(({ 0: literal, 2: inside, index }) => {
    const [path] = lostByGlob(inside!, relative);
    if (path === undefined) return [];
    const args = { field: id, text: inside!, path };
    return [
      [inside!, makeFinding('glob-misses-rename', { args, range: [index, index + literal.length] })] as const,
    ];
  });
  return [...new Map(findings).values()];
}
