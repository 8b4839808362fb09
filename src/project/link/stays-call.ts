import type { RequireFact } from '../../checker/facts.ts';
import { mayBeSource } from '../files/kinds.ts';
import type { LinkModule, Target } from './module.ts';
import { namespaceTrouble } from './namespace.ts';
import { replacesItsExports } from './order/shared-state.ts';

/** Whether a require has to stay a call of `require`, whatever becomes of the rest of the project. */
export function staysCall(
  fact: RequireFact,
  target: Target,
  modules: ReadonlyMap<string, LinkModule>,
): boolean {
  // `require('x', f())` calls f; only a call can.
  if (fact.extraArguments || target.kind === 'dynamic' || isUnimportable(target)) return true;
  if (target.kind === 'module') {
    if (target.forked) return true;
    const module = modules.get(target.id)!;
    const { system, esm } = module.facts;
    return system === 'esm' ? needsCall(fact, new Set(esm.exports)) : replacesItsExports(module);
  }
  if (target.kind !== 'external') return false;
  const { system, names } = target.external;
  return system === 'addon' || system === 'dual' || (system === 'esm' && needsCall(fact, names ?? new Set()));
}

/** Node imports nothing that has `\` in its name, encoded or not, nor `x.njs`; `require` takes them. */
function isUnimportable(target: Target): boolean {
  if (target.kind === 'module' || target.kind === 'unscanned')
    return target.id.includes('\\') || !mayBeSource(target.id);
  return target.kind === 'external' && (target.external.specifier?.includes('%5C') ?? false);
}

/** Whether `require` of an ES module gives something else than its namespace object. */
function needsCall(fact: RequireFact, names: ReadonlySet<string>): boolean {
  return names.has('module.exports') || (names.has('default') && namespaceTrouble(fact, names) !== null);
}
