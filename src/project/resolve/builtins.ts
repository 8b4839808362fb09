import { builtinModules } from 'node:module';

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

/** `process` has these only where it was started with a channel to its parent. */
const namesWithChannel = ['channel', 'connected', 'disconnect', 'send'];

/**
 * The names that `import { name } from` a builtin finds, `default` included: those of the Node that runs this. Empty
 * for one that it does not have yet.
 */
export function builtinNames(name: string): ReadonlySet<string> {
  const loaded: unknown = process.getBuiltinModule(name);
  if ((typeof loaded !== 'object' && typeof loaded !== 'function') || loaded === null) return new Set();
  const names = new Set(['default', ...Object.keys(loaded)]);
  if (loaded === process) for (const conditional of namesWithChannel) names.delete(conditional);
  return names;
}
