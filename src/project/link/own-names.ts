import type { ExportsFacts, ValueFact } from '../../checker/facts.ts';
import type { LinkModule } from './module.ts';

/**
 * Whether the value that a module exports surely has a property of its own by a name, unless what makes the value leaves
 * it out. Node gives importers only what is there as an own property (Node.js documentation, "CommonJS namespaces"),
 * while reading or destructuring finds inherited ones, too: `toString`, or a method where an instance is exported.
 */
export function ownNamesOf(
  module: LinkModule,
  modules: ReadonlyMap<string, LinkModule>,
): (name: string) => boolean {
  let plain: boolean | null = null;
  return (name) => {
    if (isWritten(name, module.facts.exports)) return true;
    plain ??= isPlain(module, modules, new Set());
    return plain && !basics.has(name);
  };
}

function isWritten(name: string, { literal, mentions, versions, holders }: ExportsFacts): boolean {
  if (holders.cell) return false;
  if (literal?.some(({ key }) => key === name)) return true;
  const last = versions.length - 1;
  return mentions.some(
    ({ version, use }) =>
      version === last &&
      use.kind === 'write' &&
      use.key === name &&
      !use.write.conditional &&
      !use.write.deferred,
  );
}

/** Whether the value is an object or function whose prototype nobody chose: it inherits only what all of them do. */
function isPlain(module: LinkModule, modules: ReadonlyMap<string, LinkModule>, seen: Set<string>): boolean {
  const { versions, chains, mentions, holders } = module.facts.exports;
  if (holders.cell || seen.has(module.id)) return false;
  seen.add(module.id);
  // Whoever gets hold of it may set its prototype.
  if (mentions.some(({ use }) => use.kind === 'escape')) return false;
  const chain = versions.at(-1)?.chain ?? null;
  return chain === null || isPlainValue(chains[chain]!.value, module, modules, seen);
}

function isPlainValue(
  value: ValueFact,
  module: LinkModule,
  modules: ReadonlyMap<string, LinkModule>,
  seen: Set<string>,
): boolean {
  if (value.kind !== 'require') return ['object', 'function', 'arrow'].includes(value.kind);
  const target = module.targets[value.require];
  const provider = target?.kind === 'module' ? modules.get(target.id) : undefined;
  return provider !== undefined && isPlain(provider, modules, seen);
}

const basics: ReadonlySet<string> = new Set(
  [Object.prototype, Function.prototype].flatMap((prototype) => Object.getOwnPropertyNames(prototype)),
);
