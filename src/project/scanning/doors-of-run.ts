import { basename, dirname, join } from 'node:path';
import { addTo } from '../../lists.ts';
import { joinId, relativeInside } from '../files/paths.ts';
import type { Door } from '../link/module.ts';
import { publicEntries } from '../packages/doors.ts';
import { isPublished, type Manifest, type Manifests } from '../packages/manifest.ts';
import { isConfiguration } from '../paths/tool-configs.ts';
import { createNames } from '../resolve/names.ts';
import type { Resolver } from '../resolve/resolver.ts';

/** Files that outsiders load by the name of their package, or tools by their path, and how they come to them. */
export type PublicFiles = ReadonlyMap<string, Ways>;

type Ways = Omit<Door, 'names'>;

/**
 * The files that outsiders load from the packages of a run. A package that is private, or that has no name under which
 * it could be published, has none; a command is run, not loaded. What tools load by its path, they load from private packages, too. Where the run is about a folder inside of a package, the
 * rest of that package is outside, and may load any file.
 */
export function publicFiles(root: string, ids: readonly string[], manifests: Manifests): PublicFiles {
  const found = new Map<string, Ways>();
  const byItsPath = { byPath: true, started: 'never' } as const;
  for (const id of ids) if (isLoadedByTool(join(root, id), manifests)) found.set(id, byItsPath);
  for (const id of idsInsidePackage(root, ids, manifests)) found.set(id, byItsPath);
  for (const [manifest, members] of publishedPackages(root, ids, manifests)) {
    const folder = relativeInside(root, manifest.folder) ?? '';
    const inPackage = members.map((id) => (folder === '' ? id : id.slice(folder.length + 1)));
    const byPath = manifest.exports == null;
    const entries = publicEntries(manifest, inPackage);
    const commands = new Set(entries.flatMap(({ kind, path }) => (kind === 'bin' ? [path] : [])));
    const named = new Set(entries.flatMap(({ kind, path }) => (kind === 'deep' ? [] : [path])));
    for (const { kind, path } of entries) {
      if (kind === 'bin') continue;
      const id = joinId(folder, path);
      const started = commands.has(path) ? 'surely' : named.has(path) ? 'never' : 'perhaps';
      found.set(id, { byPath: byPath || found.get(id)?.byPath === true, started });
    }
  }
  return found;
}

/** The same with the names that outsiders can import. */
export function doorsOf(root: string, files: PublicFiles, resolver: Resolver): ReadonlyMap<string, Door> {
  const namesOf = createNames(resolver);
  return new Map(
    [...files].map(([id, ways]) => [id, { ...ways, names: namesOf(join(root, id)) ?? new Set() }]),
  );
}

function isLoadedByTool(file: string, manifests: Manifests): boolean {
  return isConfiguration(basename(file)) && manifests.nearest(file)?.folder === dirname(file);
}

/** The files that belong to a package whose folder is above the root. */
function idsInsidePackage(root: string, ids: readonly string[], manifests: Manifests): readonly string[] {
  return ids.filter((id) => {
    const manifest = manifests.nearest(join(root, id));
    return manifest !== null && relativeInside(root, manifest.folder) === null;
  });
}

function publishedPackages(
  root: string,
  ids: readonly string[],
  manifests: Manifests,
): ReadonlyMap<Manifest, readonly string[]> {
  const packages = new Map<Manifest, string[]>();
  for (const id of ids)
    for (const manifest of manifestsAbove(join(root, id), manifests)) {
      if (!isPublished(manifest)) continue;
      if (relativeInside(root, manifest.folder) === null) continue;
      addTo(packages, manifest, id);
    }
  return packages;
}

/** A package.json that only sets the type of a folder does not end the package around it. */
function* manifestsAbove(file: string, manifests: Manifests): Generator<Manifest> {
  let manifest = manifests.nearest(file);
  for (; manifest !== null; manifest = manifests.nearest(manifest.folder)) yield manifest;
}
