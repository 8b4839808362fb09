import path from 'node:path';
import type { Manifest } from '../packages/manifest.ts';
import { Unresolved } from './failure.ts';
import {
  fileAt,
  foldersAbove,
  type Surroundings,
  splitPackage,
  throughExports,
  throughImports,
  usable,
  withExtension,
} from './lookup.ts';

/**
 * The file that `require(specifier)` loads (Node documentation of CommonJS modules, "All
 * together"). Names of builtins are dealt with by the caller; `NODE_PATH` and the folders of a user's home are not
 * searched.
 *
 * @throws Unresolved
 */
export function resolveCommonJs(specifier: string, fromFile: string, around: Surroundings): string {
  if (specifier === '') throw new Unresolved('invalid-specifier');
  // Node looks at the package of the requiring file whatever the specifier is, and fails where it is broken.
  const own = usable(around.manifests.nearest(fromFile));
  if (isRelative(specifier)) return orNotFound(loadPath(path.dirname(fromFile), specifier, around));
  if (path.isAbsolute(specifier)) return orNotFound(loadPath('', specifier, around));
  const known = own === null ? null : throughOwnPackage(specifier, own, around);
  return known ?? orNotFound(loadInstalled(specifier, fromFile, around));
}

/** `..x` counts as relative, `.x` does not: that is how Node tells them apart. */
function isRelative(specifier: string): boolean {
  return /^\.(?:$|[./])/.test(specifier) || (path.sep === '\\' && specifier.startsWith('.\\'));
}

/** `#imports` and self-reference. */
function throughOwnPackage(specifier: string, own: Manifest, around: Surroundings): string | null {
  if (specifier.startsWith('#') && own.imports != null) {
    const url = throughImports(specifier, own, around);
    // `"#fs": "fs"` works for `import` alone: `require` insists on a file.
    if (url.protocol !== 'file:') throw new Unresolved('other-scheme');
    return fileAt(url, around);
  }
  if (own.exports == null || own.name === null) return null;
  if (specifier !== own.name && !specifier.startsWith(`${own.name}/`)) return null;
  return fileAt(throughExports(own, `.${specifier.slice(own.name.length)}`, around), around);
}

function loadInstalled(specifier: string, fromFile: string, around: Surroundings): string | null {
  const parts = splitPackage(specifier);
  for (const folder of foldersAbove(fromFile)) {
    if (path.basename(folder) === 'node_modules') continue;
    const installed = path.join(folder, 'node_modules');
    if (around.disk.kindOf(installed) !== 'folder') continue;
    const manifest = parts === null ? null : usable(around.manifests.in(path.join(installed, parts.name)));
    if (parts !== null && manifest !== null && manifest.exports != null)
      return fileAt(throughExports(manifest, parts.subpath, around), around);
    const found = loadPath(installed, specifier, around);
    if (found !== null) return found;
  }
  const linked = parts === null ? null : around.links(parts.name, fromFile);
  return linked === null ? null : loadLinked(linked, parts!.subpath, around);
}

function loadLinked(folder: string, subpath: string, around: Surroundings): string | null {
  const manifest = usable(around.manifests.in(folder));
  return manifest !== null && manifest.exports != null
    ? fileAt(throughExports(manifest, subpath, around), around)
    : loadPath(folder, subpath, around);
}

/** LOAD_AS_FILE, then LOAD_AS_DIRECTORY. What ends in `/`, `.` or `..` can only be a folder. */
function loadPath(folder: string, specifier: string, around: Surroundings): string | null {
  const base = path.resolve(folder, specifier);
  const kind = around.disk.kindOf(base);
  const file = /(?:^|\/)\.{0,2}$/.test(specifier)
    ? null
    : kind === 'file'
      ? base
      : withExtension(base, around);
  const found = file ?? (kind === 'folder' ? loadFolder(base, around) : null);
  return found === null ? null : around.disk.realPath(found);
}

function loadFolder(folder: string, around: Surroundings): string | null {
  const index = withExtension(path.join(folder, 'index'), around);
  const main = usable(around.manifests.in(folder))?.main;
  if (!main) return index;
  const target = path.resolve(folder, main);
  if (around.disk.isFile(target)) return target;
  const found = withExtension(target, around) ?? withExtension(path.join(target, 'index'), around) ?? index;
  // Node gives up here; it does not look into node_modules folders further up.
  return orNotFound(found);
}

function orNotFound<Found>(found: Found | null): Found {
  if (found === null) throw new Unresolved('not-found');
  return found;
}
