import { builtinModules } from 'node:module';
import { commonNames } from './builtin-names.ts';

/** Builtin modules that have no name without `node:`, of all versions that are supported. */
const withPrefixOnly = new Set(['sea', 'sqlite', 'test', 'test/reporters']);

const withoutPrefix = new Set(builtinModules.filter((name) => !name.startsWith('node:')));

/** Whether the name is one of a builtin that is never a file: `fs`, `node:fs`, `node:test`, but not `test`. */
export function isBuiltin(specifier: string): boolean {
  return specifier.startsWith('node:')
    ? withoutPrefix.has(specifier.slice(5)) || withPrefixOnly.has(specifier.slice(5))
    : withoutPrefix.has(specifier);
}

/** The one name of a builtin: `fs` for `node:fs`, but `node:test`, which has no other. */
export function builtinName(specifier: string): string {
  const bare = specifier.startsWith('node:') ? specifier.slice(5) : specifier;
  return withoutPrefix.has(bare) ? bare : `node:${bare}`;
}

/**
 * The names that `import { name } from` a builtin finds on every supported Node, `default` included. Empty for a builtin
 * that some of them lack.
 */
export function builtinNames(name: string): ReadonlySet<string> {
  return namesOfBuiltins.get(name) ?? noNames;
}

const noNames: ReadonlySet<string> = new Set();

const namesOfBuiltins: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(commonNames).map(([name, names]) => [name, new Set(['default', ...names.split(' ')])]),
);
