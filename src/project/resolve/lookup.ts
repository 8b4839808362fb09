import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Manifest, Manifests } from '../packages/manifest.ts';
import type { WorkspaceLinks } from '../packages/workspace-links.ts';
import { isBuiltin } from './builtins.ts';
import type { Disk } from './disk.ts';
import { Unresolved } from './failure.ts';
import { resolveExports, resolveImports } from './package-maps.ts';

/** What both of Node's resolvers rest on. */
export interface Surroundings {
  readonly disk: Disk;
  readonly manifests: Manifests;
  readonly conditions: ReadonlySet<string>;
  readonly links: WorkspaceLinks;
}

const extensions = ['.js', '.json', '.node'];

/** The file with one of the endings that CommonJS tries. */
export function withExtension(base: string, { disk }: Surroundings): string | null {
  for (const extension of extensions) if (disk.isFile(base + extension)) return base + extension;
  return null;
}

export function usable(manifest: Manifest | null): Manifest | null {
  if (manifest !== null && manifest.problem !== null) throw new Unresolved('invalid-package');
  return manifest;
}

/** What `exports` of a package say about a subpath (`.` or `./x`). */
export function throughExports(manifest: Manifest, subpath: string, { conditions }: Surroundings): URL {
  return resolveExports(subpath, {
    map: manifest.exports,
    url: pathToFileURL(manifest.file),
    conditions,
    resolvePackage: null,
  });
}

/** `#name`, by the `imports` of the package that the file belongs to. */
export function throughImports(name: string, manifest: Manifest, around: Surroundings): URL {
  return resolveImports(name, {
    map: manifest.imports,
    url: pathToFileURL(manifest.file),
    conditions: around.conditions,
    resolvePackage: (specifier) => resolvePackage(specifier, manifest.file, around),
  });
}

/** `pkg`, `pkg/sub`, `@scope/pkg/sub` -> name and subpath; null where it is no package name. */
export function splitPackage(specifier: string): { readonly name: string; readonly subpath: string } | null {
  const match = /^((?:@[^/\\%]+\/)?[^./\\%@][^/\\%]*)(\/.*)?$/s.exec(specifier);
  return match === null ? null : { name: match[1]!, subpath: `.${match[2] ?? ''}` };
}

/**
 * PACKAGE_RESOLVE: a package as ES modules find it. CommonJS comes here, too, for a package that its `imports` name.
 *
 * @throws Unresolved
 */
export function resolvePackage(specifier: string, fromFile: string, around: Surroundings): URL {
  if (isBuiltin(specifier)) return new URL(specifier.startsWith('node:') ? specifier : `node:${specifier}`);
  const parts = splitPackage(specifier);
  if (parts === null) throw new Unresolved('invalid-specifier');
  const { name, subpath } = parts;
  const own = usable(around.manifests.nearest(fromFile));
  if (own !== null && own.exports != null && own.name === name) return throughExports(own, subpath, around);
  const [installed] = installedAs(name, fromFile, around);
  if (installed === undefined) throw new Unresolved('not-found');
  const manifest = usable(around.manifests.in(installed));
  if (manifest !== null && manifest.exports != null) return throughExports(manifest, subpath, around);
  if (subpath === '.') return legacyMain(installed, manifest, around);
  return new URL(subpath, pathToFileURL(path.join(installed, 'package.json')));
}

/** The folders in which a file finds the package of a name, the nearest first. */
export function* installedAs(
  name: string,
  fromFile: string,
  { disk, links }: Pick<Surroundings, 'disk' | 'links'>,
): Generator<string> {
  for (const folder of foldersAbove(fromFile)) {
    const installed = path.join(folder, 'node_modules', name);
    if (disk.kindOf(installed) === 'folder') yield installed;
  }
  const linked = links(name, fromFile);
  if (linked !== null) yield linked;
}

/** The folder of a file and all above it. */
export function* foldersAbove(file: string): Generator<string> {
  for (let folder = path.dirname(file); ; folder = path.dirname(folder)) {
    yield folder;
    if (folder === path.dirname(folder)) return;
  }
}

/** The main file of a package without `exports`, as ES modules look for it (LOAD_AS_DIRECTORY in all but name). */
function legacyMain(folder: string, manifest: Manifest | null, around: Surroundings): URL {
  const main = manifest?.main ?? null;
  const candidates =
    main === null ? [] : [main, ...extensions.map((ending) => main + ending), ...indexesIn(main)];
  for (const candidate of [...candidates, ...indexesIn('.')]) {
    const file = path.join(folder, candidate);
    if (around.disk.isFile(file)) return pathToFileURL(file);
  }
  throw new Unresolved('not-found');
}

function indexesIn(folder: string): readonly string[] {
  return extensions.map((ending) => `${folder}/index${ending}`);
}

/** The real path of the file that a URL names. An encoded slash is never part of a name. */
export function fileAt(url: URL, { disk }: Surroundings): string {
  if (/%2f|%5c/i.test(url.pathname)) throw new Unresolved('invalid-specifier');
  const file = fileURLToPath(url);
  const kind = disk.kindOf(file);
  if (kind === 'folder') throw new Unresolved('folder');
  if (kind === null || file.endsWith(path.sep)) throw new Unresolved('not-found');
  return disk.realPath(file);
}
