import { join } from 'node:path';
import { isProblem, readSource } from '../files/read.ts';
import type { LinkFacts } from '../link/link-facts.ts';
import type { Manifest } from '../packages/manifest.ts';

/**
 * The files that use what only their own package.json gives: `#imports`, and the package by its own name. Node looks
 * both up in the nearest package.json (Node documentation, "Self-referencing a package using its name").
 *
 * @param facts of the files that were scanned; the text of others is searched for such specifiers
 */
export function selfReferring(
  root: string,
  manifest: Manifest | null,
  ids: readonly string[],
  facts: ReadonlyMap<string, LinkFacts | null>,
): readonly string[] {
  if (manifest === null) return [];
  const { name, imports } = manifest;
  const ownName = manifest.exports == null ? null : name;
  if (imports == null && ownName === null) return [];
  const isOwn = (specifier: string): boolean =>
    specifier.startsWith('#') ||
    (ownName !== null && (specifier === ownName || specifier.startsWith(`${ownName}/`)));
  return ids.filter((id) => {
    const known = facts.get(id);
    return known == null ? mentions(join(root, id), ownName) : specifiersOf(known).some(isOwn);
  });
}

function specifiersOf({ requires, esm }: LinkFacts): readonly string[] {
  const declared = [...esm.imports, ...esm.stars, ...esm.dynamicImports];
  return [...requires, ...declared].flatMap(({ specifier }) => specifier ?? []);
}

/** In doubt, yes: a string that only looks like such a specifier keeps the package as it is. */
function mentions(file: string, ownName: string | null): boolean {
  const read = readSource(file);
  if (isProblem(read)) return true;
  if (/["'`]#/.test(read.source)) return true;
  return ownName !== null && ['"', "'", '`'].some((quote) => read.source.includes(quote + ownName));
}
