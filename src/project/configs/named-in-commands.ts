import { join, posix } from 'node:path';
import { foldersAround } from '../files/paths.ts';
import { isProblem, readSource } from '../files/read.ts';
import type { Manifests } from '../packages/manifest.ts';
import { stringsOfManifest } from '../packages/rename.ts';
import { namedInScript } from '../packages/rename-scripts.ts';
import { type Renames, targetByTool } from '../packages/renames.ts';
import { stringsIn } from './named-in-configs.ts';
import { renamesForScript, shellScripts } from './shell-scripts.ts';

/**
 * The files that any string or command of package.json, configuration or shell scripts names: these follow a rename.
 *
 * @param packages the folders of all packages
 */
export function namedInCommands(
  root: string,
  ids: readonly string[],
  packages: Iterable<string>,
  manifests: Manifests,
): ReadonlySet<string> {
  const folders = new Set([...packages, '', ...ids.flatMap(foldersAround)]);
  const same = new Map(ids.map((id) => [id, id]));
  return new Set([
    ...[...folders].flatMap((folder) => namedFrom(root, folder, ids, manifests)),
    ...shellScripts(root).flatMap((script) => namedByScript(root, script, same)),
  ]);
}

function namedFrom(
  root: string,
  folder: string,
  ids: readonly string[],
  manifests: Manifests,
): readonly string[] {
  const manifest = manifests.in(join(root, folder));
  const strings = manifest === null ? [] : stringsOfManifest(manifest.fields);
  const paths = new Map(ids.map((id) => [posix.relative(`/${folder}`, `/${id}`), id]));
  return [...strings, ...stringsIn(root, folder, manifests)].flatMap((string) =>
    targetsIn(string, { paths, exists: () => false }),
  );
}

function namedByScript(root: string, script: string, same: ReadonlyMap<string, string>): readonly string[] {
  const read = readSource(join(root, script));
  if (isProblem(read)) return [];
  const names = targetsIn(read.source, renamesForScript(root, script, read.source, same));
  return names.flatMap((name) => foldersAround(script).map((folder) => posix.join(folder, name)));
}

function targetsIn(string: string, renames: Renames): readonly string[] {
  const whole = targetByTool(string, renames);
  const words = [...namedInScript(string, renames)].map(({ named }) => named.target);
  return whole === null ? words : [whole, ...words];
}
