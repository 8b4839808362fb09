/** For each key of the exports: which variable of the module carries it, and how that variable comes to be. */
import type { Chain, KeyFacts, KeyWrite, Range, ValueFact } from '../../checker/facts.ts';
import type { Imports } from '../imports/imports.ts';
import type { Rewriting } from '../rewriting.ts';
import { isMended, isStableAfter, nameAfterMends, topBinding } from '../stability.ts';

export type NamedPlan = ReadonlyMap<string, KeyPlan>;

export type KeyPlan = Named &
  (
    | {
        /** A variable that is there already: `exports.a = b` -> `export { b as a }`. */
        readonly kind: 'alias';
        readonly local: string;
        /** Null where a getter gives it. */
        readonly chain: number | null;
      }
    | {
        /** The import that the chain's `require` becomes; its name is known once the imports are placed. */
        readonly kind: 'import';
        readonly require: number;
        readonly chain: number;
      }
    /** `exports.a = require('./m')` -> `export { default as a } from './m.js'` */
    | { readonly kind: 'reexport'; readonly require: number; readonly chain: number }
    /** `exports.default = value` -> `export default value` */
    | { readonly kind: 'expression'; readonly chain: number }
    | OwnPlan
  );

interface Named {
  readonly key: string;
  /** The name of the export; null where only the object that stands beside the names has the key. */
  readonly exported: string | null;
}

/** A variable made for the key. */
export interface OwnPlan extends Named {
  readonly kind: 'own';
  readonly local: string;
  readonly keyword: 'const' | 'let' | 'var';
  /** The chain whose assignment declares it; null: declared before everything, and assigned in place. */
  readonly chain: number | null;
}

export function planKeys(rewriting: Rewriting, imports: Imports): ReadonlyMap<string, KeyPlan> {
  const plans = new Map<string, KeyPlan>();
  for (const facts of rewriting.facts.exports.keys) {
    const plan = planWithout(rewriting, imports, facts) ?? planOwn(rewriting, facts);
    plans.set(facts.key, plan);
  }
  return plans;
}

/** A plan that needs no variable for the key alone. */
function planWithout(rewriting: Rewriting, imports: Imports, facts: KeyFacts): KeyPlan | null {
  const named = nameOf(rewriting, facts);
  const { key, exported } = named;
  const getter = rewriting.facts.exports.compiled?.getters.find((each) => each.key === key);
  if (getter !== undefined) {
    const local = nameAfterMends(rewriting.facts, getter.local);
    return { ...named, kind: 'alias', local, chain: null };
  }
  const index = soleChain(rewriting, facts);
  if (index === null) return null;
  const chain = rewriting.facts.exports.chains[index] as Chain;
  const imported = planImport(rewriting, imports, facts, chain, index);
  if (imported !== null) return imported;
  const local = facts.readBeforeWrite ? null : existingLocal(rewriting, facts, chain);
  if (local !== null) return { ...named, kind: 'alias', local, chain: index };
  const alone = chain.targets.length === 1 && chain.declarator === null;
  return key === 'default' && exported !== null && alone && facts.reads.length === 0
    ? { ...named, kind: 'expression', chain: index }
    : null;
}

/** Where one object stands beside the names, it is the default export, and has the key of that name. */
function nameOf({ decision }: Rewriting, { key }: KeyFacts): Named {
  return { key, exported: key === 'default' && decision.commonJsView === 'object' ? null : key };
}

function planImport(
  rewriting: Rewriting,
  imports: Imports,
  facts: KeyFacts,
  { declarator, targets, value, statement }: Chain,
  chain: number,
): KeyPlan | null {
  const { reads } = facts;
  const named = nameOf(rewriting, facts);
  const require = requireOf(rewriting, value);
  if (
    require === null ||
    named.exported === null ||
    declarator !== null ||
    targets.length > 1 ||
    reads.length > 0
  )
    return null;
  if (!imports.isWhole(require)) return null;
  // The exports object that stands beside the names needs a variable for each of them.
  if (imports.sourceOf(require).json || rewriting.decision.commonJsView === 'object') {
    imports.claimCall(require, statement);
    return { ...named, kind: 'import', require, chain };
  }
  imports.claimStatement(require, statement);
  return { ...named, kind: 'reexport', require, chain };
}

/** The require that is the whole value, members included. */
export function requireOf({ facts }: Rewriting, value: ValueFact): number | null {
  const index = facts.requires.findIndex(({ form, call }) => {
    const range = form.kind === 'expression' ? form.value : call;
    return form.kind !== 'declarator' && range[0] === value.range[0] && range[1] === value.range[1];
  });
  return index === -1 ? null : index;
}

/** The chain that is the only write of a key, if there is just one and it is sure. */
function soleChain({ facts }: Rewriting, { writes, reassigned }: KeyFacts): number | null {
  const [first] = writes;
  if (first === undefined || writes.length > 1 || reassigned) return null;
  const use = facts.exports.mentions[first]?.use;
  return use?.kind === 'write' && isSure(use.write) ? use.write.chain : null;
}

const isSure = ({ operator, deferred, conditional }: KeyWrite): boolean =>
  operator === '=' && !deferred && !conditional;

/** The variable that holds the value from there on. */
function existingLocal(
  rewriting: Rewriting,
  facts: KeyFacts,
  { declarator, value, statement }: Chain,
): string | null {
  const { names } = rewriting;
  const sites = sitesOf(rewriting, facts);
  const candidates = [declarator?.name ?? null, value.kind === 'identifier' ? value.name : null];
  for (const name of candidates) {
    const binding = name === null ? null : topBinding(rewriting.facts.names, name);
    if (name === null || binding === null || names.isCaptured(name, sites)) continue;
    if (isMended(rewriting.facts, binding.identifier)) continue;
    if (isStableAfter(binding, name === declarator?.name ? statement[1] : statement[0])) return name;
  }
  return null;
}

function planOwn(rewriting: Rewriting, facts: KeyFacts): OwnPlan {
  const { key } = facts;
  const sole = soleChain(rewriting, facts) !== null;
  const chain = declaringChain(rewriting, facts);
  const value = chain === null ? null : (rewriting.facts.exports.chains[chain] as Chain).value;
  const own = sole && value !== null && isSeenAsItself(value, facts) ? value.range : null;
  const local = rewriting.names.claim(key, sitesOf(rewriting, facts), own) ? key : rewriting.names.fresh(key);
  const early = facts.readBeforeWrite || facts.writtenEarly;
  const keyword = early ? 'var' : sole ? 'const' : 'let';
  return {
    ...nameOf(rewriting, facts),
    kind: 'own',
    local,
    keyword: chain === null ? 'let' : keyword,
    chain,
  };
}

/**
 * Whether the expression's own name says the same as the key wherever it is read inside. Static parts of a class run
 * before the key is set: `exports.A = class A { static early = exports.A }`.
 */
function isSeenAsItself(value: ValueFact, { key, readBeforeWrite }: KeyFacts): boolean {
  if (!('name' in value) || value.name !== key) return false;
  return value.kind === 'function' || !readBeforeWrite;
}

/** The chain that sets the key before any other write, those of functions apart. */
function declaringChain({ facts }: Rewriting, { writes }: KeyFacts): number | null {
  const uses = writes.map((index) => facts.exports.mentions[index]?.use);
  const first = uses.find((use) => use?.kind === 'write' && !use.write.deferred);
  return first?.kind === 'write' && isSure(first.write) ? first.write.chain : null;
}

function sitesOf({ facts }: Rewriting, { reads, writes }: KeyFacts): readonly Range[] {
  return [...reads, ...writes].map((index) => facts.exports.mentions[index]?.range as Range);
}
