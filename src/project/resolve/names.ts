import { builtinNames } from './builtins.ts';
import { moduleKind } from './module-kind.ts';
import type { Resolution, Resolver } from './resolver.ts';

/** The names that `import { name }` finds in a file, `default` included; null where they cannot be told. */
export type NamesOf = (file: string) => ReadonlySet<string> | null;

/** Each file is looked at once for one run. */
export function createNames(resolver: Resolver): NamesOf {
  const known = new Map<string, ReadonlySet<string> | null>();
  const underWay = new Set<string>();

  /** Modules that export from each other: what one of them adds while it is asked for is nothing. */
  const namesOf: NamesOf = (file) => {
    const seen = known.get(file);
    if (seen !== undefined) return seen;
    if (underWay.has(file)) return new Set();
    underWay.add(file);
    const names = findNames(file, resolver, namesOf);
    underWay.delete(file);
    // Inside a cycle the answer is only part of the truth for all but the first that was asked for.
    if (underWay.size === 0 || names === null) known.set(file, names);
    return names;
  };
  return namesOf;
}

function findNames(file: string, resolver: Resolver, namesOf: NamesOf): ReadonlySet<string> | null {
  switch (moduleKind(file, resolver)) {
    case 'commonjs':
      return commonJsNames(file, resolver);
    case 'esm':
      return esmNames(file, resolver, namesOf);
    case 'json':
      return new Set(['default']);
    default:
      return null;
  }
}

/**
 * The names of a CommonJS module are those that cjs-module-lexer detects in its text, and in the texts of what it
 * re-exports (Node documentation, "CommonJS Namespaces"). A text that the lexer rejects has no names.
 */
function commonJsNames(file: string, resolver: Resolver): ReadonlySet<string> {
  const names = new Set(['default']);
  for (const current of lexedFor(file, resolver))
    for (const name of resolver.contents.commonJsNames(current).exports) names.add(name);
  return names;
}

/** The files in whose texts the names of a CommonJS module are looked for: itself, and all that it passes on. */
export function lexedFor(file: string, resolver: Resolver): ReadonlySet<string> {
  const found = new Set([file]);
  for (const current of found) {
    for (const specifier of resolver.contents.commonJsNames(current).reexports) {
      const target = resolver.commonjs(specifier, current);
      if (target.kind === 'file' && !/\.(?:json|node)$/.test(target.path)) found.add(target.path);
    }
  }
  return found;
}

/** ECMA-262, GetExportedNames: a name that two `export *` bring is left out, since it may be ambiguous. */
function esmNames(file: string, resolver: Resolver, namesOf: NamesOf): ReadonlySet<string> | null {
  const found = resolver.contents.esmNames(file);
  if (found === null) return null;
  const own = new Set(found.exports);
  const times = new Map<string, number>();
  for (const specifier of found.stars) {
    const names = namesAt(resolver.esm(specifier, file), namesOf);
    if (names === null) return null;
    for (const name of names) times.set(name, (times.get(name) ?? 0) + 1);
  }
  for (const [name, count] of times) if (count === 1 && name !== 'default') own.add(name);
  return own;
}

function namesAt(target: Resolution, namesOf: NamesOf): ReadonlySet<string> | null {
  if (target.kind === 'file') return namesOf(target.path);
  return target.kind === 'builtin' ? builtinNames(target.name) : null;
}
