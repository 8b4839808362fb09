/** For each object that `module.exports` holds: the variable by which the module itself mentions it. */
import type { Chain, ChainTarget, Mention, Range } from '../../checker/facts.ts';
import { addTo } from '../../lists.ts';
import { isBare } from '../chain-text.ts';
import { nameOfFile } from '../naming.ts';
import type { Rewriting } from '../rewriting.ts';
import { isMended, isStableAfter, topBinding } from '../stability.ts';

export interface Holder {
  readonly name: string;
  readonly kind: /** A variable that is there already. */
    | 'existing'
    /** `export default function name() {}` */
    | 'declaration'
    /** `const name = value;` */
    | 'const'
    /** Declared before everything, assigned in place. */
    | 'let'
    /** `const exports = {};`, for the object that Node made. */
    | 'object';
}

export type Holders = ReadonlyMap<number, Holder>;

/** @param named whether the last version needs a name in any case */
export function planHolders(rewriting: Rewriting, named: boolean): Holders {
  const { versions, chains } = rewriting.facts.exports;
  const holders = new Map<number, Holder>();
  const mentions = mentionsToReplace(rewriting);
  const aliased = new Set(chains.map(versionAliased));
  for (const [version, { chain }] of versions.entries()) {
    const last = version === versions.length - 1;
    const sites = (mentions.get(version) ?? []).map(({ range }) => range);
    const needed = sites.length > 0 || aliased.has(version);
    if (chain === null) {
      if (last || needed) holders.set(version, objectHolder(rewriting, sites));
    } else if (needed || (last && named)) {
      holders.set(version, holderOf(rewriting, chains[chain] as Chain, sites));
    }
  }
  return holders;
}

/** `var self = exports = module.exports;`: its value will be the holder of that version. */
function versionAliased({ value, declarator, targets }: Chain): number | null {
  if (value.kind !== 'version') return null;
  return declarator !== null || targets.some((target) => stays(target)) ? value.version : null;
}

/** Keys of the object and variables of the author's stay assignments; `exports` and `module.exports` go. */
export const stays = (target: ChainTarget): boolean =>
  target.kind === 'other' ||
  target.kind === 'key' ||
  (target.kind === 'variable' && target.name !== 'exports');

/**
 * By version, the mentions that will read the holder's name: all but targets of assignments, tests, and names of the
 * file's own.
 */
export function mentionsToReplace({ facts }: Rewriting): ReadonlyMap<number, readonly Mention[]> {
  const found = new Map<number, Mention[]>();
  for (const mention of facts.exports.mentions) {
    const { version, through, use } = mention;
    if (through === 'alias' || ['chain', 'dropped', 'nothing', 'test'].includes(use.kind)) continue;
    addTo(found, version, mention);
  }
  return found;
}

/** `const exports = {};` needs no edit where the file says `exports` and means this object. */
function objectHolder({ names }: Rewriting, sites: readonly Range[]): Holder {
  return { name: names.ofExports(sites), kind: 'object' };
}

function holderOf(rewriting: Rewriting, chain: Chain, sites: readonly Range[]): Holder {
  const existing = existingHolder(rewriting, chain, sites);
  if (existing !== null) return existing;
  const { names, facts } = rewriting;
  const { value, declarator } = chain;
  const sole = !chain.targets.some((target) => stays(target));
  const bare = isBare(rewriting, chain);
  if (bare && sole && (value.kind === 'function' || value.kind === 'class')) {
    if (value.name === null) return { name: names.fresh(nameOfFile(facts.path)), kind: 'declaration' };
    if (!value.nameFixed && names.claim(value.name, sites, value.range))
      return { name: value.name, kind: 'declaration' };
  }
  const name = names.fresh(nameOfFile(facts.path));
  return { name, kind: bare && declarator === null ? 'const' : 'let' };
}

/** `var app = module.exports = {}`, `module.exports = app`: the name, if nothing else is ever in it. */
export function existingHolder(
  { facts, names }: Rewriting,
  chain: Chain,
  sites: readonly Range[],
): Holder | null {
  const { declarator, targets, value, statement } = chain;
  const variables = targets.flatMap((target) =>
    target.kind === 'variable' && target.name !== 'exports' ? [target.name] : [],
  );
  const assigned = [...(declarator?.name ? [declarator.name] : []), ...variables];
  const candidates = [
    ...assigned.map((name) => ({ name, from: statement[1] })),
    ...(value.kind === 'identifier' ? [{ name: value.name, from: statement[0] }] : []),
  ];
  const found = candidates.find(({ name, from }) => {
    const binding = topBinding(facts.names, name);
    if (binding === null || isMended(facts, binding.identifier)) return false;
    return isStableAfter(binding, from) && !names.isCaptured(name, sites);
  });
  return found === undefined ? null : { name: found.name, kind: 'existing' };
}
