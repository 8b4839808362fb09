import { pathToFileURL } from 'node:url';
import { Unresolved } from './failure.ts';
import { fileAt, resolvePackage, type Surroundings, throughImports, usable } from './lookup.ts';

/**
 * The file, or the URL of a builtin, that `import 'specifier'` loads (Node documentation of ECMAScript modules,
 * "Resolution Algorithm Specification", ESM_RESOLVE). Query and fragment belong to the URL, not to the file.
 *
 * @throws Unresolved
 */
export function resolveEsm(specifier: string, fromFile: string, around: Surroundings): string | URL {
  const url = toUrl(specifier, fromFile, around);
  if (url.protocol === 'node:') return url;
  if (url.protocol !== 'file:') throw new Unresolved('other-scheme');
  return fileAt(url, around);
}

function toUrl(specifier: string, fromFile: string, around: Surroundings): URL {
  if (/^(?:\.{0,2}\/|\.{1,2}$)/.test(specifier)) return new URL(specifier, pathToFileURL(fromFile));
  if (specifier.startsWith('#')) {
    const own = usable(around.manifests.nearest(fromFile));
    if (own === null) throw new Unresolved('not-imported');
    return throughImports(specifier, own, around);
  }
  return URL.canParse(specifier) ? new URL(specifier) : resolvePackage(specifier, fromFile, around);
}
