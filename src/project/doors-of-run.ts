import { join } from 'node:path';
import { joinId, relativeInside } from './files/paths.ts';
import type { Door } from './link/module.ts';
import { publicEntries } from './packages/doors.ts';
import type { Manifest } from './packages/manifest.ts';
import { createNames } from './resolve/names.ts';
import type { Resolver } from './resolve/resolver.ts';
import type { ScannedFile } from './scanned.ts';

/**
 * The modules that outsiders load from the packages of a run, by id. A package that is private, or that has no name
 * under which it could be published, has none; a command is run, not loaded.
 */
export function doorsOf(
  root: string,
  files: readonly ScannedFile[],
  resolver: Resolver,
): ReadonlyMap<string, Door> {
  const namesOf = createNames(resolver);
  const doors = new Map<string, Door>();
  for (const [manifest, ids] of publishedPackages(root, files, resolver)) {
    const folder = relativeInside(root, manifest.folder) ?? '';
    const inPackage = ids.map((id) => (folder === '' ? id : id.slice(folder.length + 1)));
    for (const entry of publicEntries(manifest, inPackage)) {
      if (entry.kind === 'bin') continue;
      const id = joinId(folder, entry.path);
      const byPath = manifest.exports == null || JSON.stringify(manifest.exports).includes('*');
      doors.set(id, {
        names: namesOf(join(root, id)) ?? new Set(),
        byPath: byPath || doors.get(id)?.byPath === true,
      });
    }
  }
  return doors;
}

function publishedPackages(
  root: string,
  files: readonly ScannedFile[],
  { manifests }: Resolver,
): ReadonlyMap<Manifest, readonly string[]> {
  const packages = new Map<Manifest, string[]>();
  for (const { id } of files)
    for (const manifest of manifestsAbove(join(root, id), manifests)) {
      if (manifest.private || manifest.name === null) continue;
      if (relativeInside(root, manifest.folder) === null) continue;
      const known = packages.get(manifest);
      if (known === undefined) packages.set(manifest, [id]);
      else known.push(id);
    }
  return packages;
}

/** A package.json that only sets the type of a folder does not end the package around it. */
function* manifestsAbove(file: string, manifests: Resolver['manifests']): Generator<Manifest> {
  let manifest = manifests.nearest(file);
  for (; manifest !== null; manifest = manifests.nearest(manifest.folder)) yield manifest;
}
