import type { EffectFact, IdleFact } from '../../../checker/facts.ts';
import type { LinkFacts } from '../link-facts.ts';
import type { LinkModule, Target } from '../module.ts';
import { type InstalledModules, moduleBehind } from './installed-loads.ts';
import type { SharedState } from './shared-state.ts';

interface Known {
  readonly modules: ReadonlyMap<string, LinkModule>;
  readonly installed: InstalledModules | null;
  readonly shared: SharedState;
  /** For each module in a cycle all that are in it. */
  readonly together: ReadonlyMap<string, ReadonlySet<string>>;
}

export type IsIdleCall = (module: LinkModule, effect: EffectFact) => boolean;

/**
 * Calls of what another module exports that come to the same at any time: those of functions that do nothing beyond their
 * result, and look at nothing but what they are given.
 */
export function idleCalls({ modules, installed, shared, together }: Known): IsIdleCall {
  return (module, { kind, callee, literals }) => {
    if (kind !== 'call' || callee.kind !== 'required' || callee.path.length > 1) return false;
    const target = module.targets[callee.require]!;
    if (target.kind === 'module' && together.get(module.id)?.has(target.id)) return false;
    const [key = null] = callee.path;
    const facts = moduleBehind(target, modules, installed)?.facts;
    if (facts === undefined || (key !== null && mayChange(target, key))) return false;
    return isIdle(facts, key, literals ?? null);
  };

  function mayChange(target: Target, key: string): boolean {
    return shared.changes(target, [key]);
  }
}

/** `default` may stand for the whole exports, where they are not those of an ES module (`_interopRequireDefault`). */
function isIdle(facts: LinkFacts, key: string | null, literals: readonly boolean[] | null): boolean {
  const meant = key === 'default' && facts.exports.compiled === null ? ['default', null] : [key];
  const found = facts.idle.filter((idle) => meant.includes(idle.key));
  return found.length > 0 && found.every((idle) => areLiterals(literals, idle));
}

/** What is not given is `undefined`. */
function areLiterals(literals: readonly boolean[] | null, { looksAt, opens }: IdleFact): boolean {
  if (literals === null) return looksAt?.length === 0;
  const looked = looksAt ?? [...literals.keys()];
  return looked.every((index) => literals[index] !== false) && opens.every((index) => literals[index]);
}
