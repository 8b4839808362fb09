import { join } from 'node:path';
import { quotedPaths } from '../../checker/path-texts.ts';
import { addTo } from '../../lists.ts';
import { joinId } from '../files/paths.ts';
import { isProblem, readSource } from '../files/read.ts';
import type { Manifests } from '../packages/manifest.ts';
import { stringsForTools } from '../packages/rename.ts';
import { targetByTool } from '../packages/renames.ts';
import { packageFolder } from '../scanning/packages-of-run.ts';
import { configsIn } from './config-changes.ts';
import { configFormat } from './config-files.ts';
import { configsByOption } from './configs-by-option.ts';
import { stringsOf } from './strings.ts';

/**
 * The files that the configuration of tools names, in package.json or beside it, and code in its scripts: a tool may load
 * them by `require`, and has to get what it got.
 */
export function namedInConfigs(
  root: string,
  ids: readonly string[],
  manifests: Manifests,
): ReadonlySet<string> {
  const perPackage = new Map<string, string[]>([['', []]]);
  for (const id of ids) {
    const folder = packageFolder(root, id, manifests);
    addTo(perPackage, folder, id);
  }
  const named = new Set<string>();
  for (const [folder, own] of perPackage) {
    const start = folder === '' ? 0 : folder.length + 1;
    // Every file is taken as renamed to its id: what remains is how a string names it.
    const paths = new Map(own.map((id) => [id.slice(start), id]));
    for (const string of stringsIn(root, folder, manifests)) {
      const found = targetByTool(string, { paths, exists: () => false });
      if (found !== null) named.add(found);
    }
  }
  return named;
}

/** The strings of configuration that counts from a folder, and code in the scripts of its package. */
export function* stringsIn(root: string, folder: string, manifests: Manifests): Generator<string> {
  const manifest = manifests.in(join(root, folder));
  if (manifest !== null) yield* stringsForTools(manifest.fields);
  // `node -e "require('./x')()"`
  for (const script of manifest?.scripts.values() ?? []) yield* quotedPaths(script);
  const configs = [
    ...configsIn(root, folder).map((name) => ({ id: joinId(folder, name), format: configFormat(name)! })),
    ...configsByOption(root, packageFolder(root, joinId(folder, 'x'), manifests), manifests).filter(
      ({ folders }) => folders.includes(folder),
    ),
  ];
  for (const { id, format } of configs) {
    const read = readSource(join(root, id));
    if (isProblem(read)) continue;
    for (const { start, end } of stringsOf(read.source, format)) yield read.source.slice(start, end);
  }
}
