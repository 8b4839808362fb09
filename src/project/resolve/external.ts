import path from 'node:path';
import { withSlashes } from '../files/paths.ts';
import type { External } from '../link/module.ts';
import { installedAs, splitPackage } from './lookup.ts';
import { moduleKind } from './module-kind.ts';
import { createNames } from './names.ts';
import { onlyReExports } from './re-export.ts';
import type { Resolution, Resolver } from './resolver.ts';
import { packageSpecifier, renamedSpecifier } from './specifier.ts';

/** What files outside of the project give to those that require them. Each file is looked at once, when asked for. */
export interface Externals {
  /**
   * @param specifier As a CommonJS file requires it; not that of a builtin.
   * @param fromFile Absolute real path of that file.
   */
  describe(specifier: string, fromFile: string): External;
}

type FileResolution = Resolution & { readonly kind: 'file' };

const missing: External = { system: 'missing', names: null, specifier: null };

export function createExternals(resolver: Resolver): Externals {
  const namesOf = createNames(resolver);
  const known = new Map<string, External>();

  function describe(specifier: string, fromFile: string): External {
    const required = resolver.commonjs(specifier, fromFile);
    if (required.kind !== 'file') return missing;
    const written = importable(specifier, fromFile, required, resolver);
    const imported = resolver.esm(written, fromFile);
    const complete = written === specifier ? null : written;
    const key = `${required.path}\n${imported.kind === 'file' ? imported.path : ''}\n${complete}`;
    const seen = known.get(key);
    if (seen !== undefined) return seen;
    const external = { ...compare(required.path, imported), specifier: complete };
    known.set(key, external);
    return external;
  }

  /** The two files, or the one, that `require` and `import` load. */
  function compare(required: string, imported: Resolution): Omit<External, 'specifier'> {
    const kind = moduleKind(required, resolver);
    // Nothing that an ES module could import: `require` remains the only way.
    if (imported.kind !== 'file' || kind === 'other') return { system: 'dual', names: null };
    const isSame =
      imported.path === required || (kind === 'commonjs' && onlyReExports(imported.path, required, resolver));
    // Nobody takes names out of one of two copies.
    return isSame ? { system: kind, names: namesOf(imported.path) } : { system: 'dual', names: null };
  }

  return { describe };
}

/**
 * The specifier as an ES module has to write it: extension and index spelled out, for paths and for packages without
 * `exports`. Those with `exports` are named as the author named them.
 */
function importable(
  specifier: string,
  fromFile: string,
  required: FileResolution,
  resolver: Resolver,
): string {
  if (/^\.{1,2}(?:\/|$)|^\.\./.test(specifier))
    return renamedSpecifier(specifier, withSlashes(fromFile), withSlashes(required.path), {
      from: 'commonjs',
      to: 'esm',
    });
  const parts = splitPackage(specifier);
  if (parts === null || parts.subpath === '.') return specifier;
  const folder = installedFolder(parts.name, fromFile, required.path, resolver);
  if (folder === null) return specifier;
  return packageSpecifier(parts.name, withSlashes(path.relative(folder, required.path)));
}

/** The real folder of a package without `exports`, found from the file that lies in it; null where it has some. */
function installedFolder(name: string, fromFile: string, file: string, resolver: Resolver): string | null {
  for (const installed of installedAs(name, fromFile, resolver)) {
    if (resolver.manifests.in(installed)?.exports != null) return null;
    const real = resolver.disk.realPath(installed);
    if (file.startsWith(real + path.sep)) return real;
  }
  return null;
}
