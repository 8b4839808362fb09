import { builtinsIn } from '../../../checker/builtin-members.ts';
import type { ExportsFacts, ValueFact } from '../../../checker/facts.ts';
import type { LinkModule, Target } from '../module.ts';
import { type InstalledModules, moduleBehind } from './installed-loads.ts';

interface Known {
  readonly modules: ReadonlyMap<string, LinkModule>;
  readonly installed: InstalledModules | null;
}

/** Which module's exports a module has under a key, `{ key: require('./key') }`; null where it has anything else, or may. */
export function moduleUnder(target: Target, key: string, { modules, installed }: Known): Target | null {
  if (target.kind === 'builtin') {
    const name = builtinsIn(target.name).find(([member]) => member === key)?.[1];
    return name === undefined ? null : { kind: 'builtin', name, names: new Set() };
  }
  const module = moduleBehind(target, modules, installed);
  const values = module === null ? null : valuesUnder(key, module.facts.exports);
  const [only, ...others] = values ?? [];
  return only?.kind === 'require' && others.length === 0 ? module!.targets[only.require]! : null;
}

/** The values that a file gives a key of its exports; null where it may give others. */
function valuesUnder(
  key: string,
  { shape, literal, chains, mentions }: ExportsFacts,
): readonly ValueFact[] | null {
  const writes = mentions.flatMap(({ use }) => (use.kind === 'write' && use.key === key ? [use.write] : []));
  if (shape === 'default') {
    const properties = (literal ?? []).filter((property) => property.key === key);
    return writes.length === 0 ? properties.map(({ value }) => value) : null;
  }
  if (shape !== 'named') return null;
  return writes.every(({ chain }) => chain !== null)
    ? writes.map(({ chain }) => chains[chain!]!.value)
    : null;
}
