import type { DiagnosticCode } from '../../../checker/diagnostics/codes.ts';
import type { Range, RequireFact } from '../../../checker/facts.ts';
import type { Fate, LinkModule } from '../module.ts';
import type { Barrier } from '../order/order.ts';
import { usesOf } from '../uses.ts';

/**
 * Whether the modules of a cycle behave the same as ES modules.
 *
 * In CommonJS a module of a cycle may get the unfinished exports object of another; in ESM it gets bindings that
 * throw until they are initialised (ECMA-262 §9.1.1.5.1, GetBindingValue of an import). The two agree where nothing
 * of another member is looked at before the whole cycle has been evaluated, or before that member has.
 */

export interface CycleTrouble {
  readonly code: DiagnosticCode;
  readonly module: LinkModule;
  readonly range: Range;
}

export interface CycleMember {
  readonly module: LinkModule;
  readonly fate: Fate;
  /** Others inherit from its functions before it is evaluated. */
  readonly inheritedEarly: boolean;
  readonly keptInOrder: ReadonlyMap<number, Barrier>;
  /** Whether a require stays a call for what it leads to. */
  readonly staysCall: (require: number) => boolean;
}

/**
 * @param isSettled whether each member finds evaluated what it uses at once, wherever the cycle is entered
 * @returns the first thing that could come out differently, or null where the cycle converts as a whole.
 */
export function cycleTrouble(
  members: ReadonlyMap<string, CycleMember>,
  isSettled: boolean,
): CycleTrouble | null {
  for (const member of members.values()) {
    const { module } = member;
    for (const [index, fact] of module.facts.requires.entries()) {
      const target = module.targets[index]!;
      if (target.kind !== 'module') continue;
      const provider = members.get(target.id);
      // What runs later than the cycle loads, and what does not, is told for each function.
      if (provider === undefined || fact.placement === 'deferred') continue;
      // One object that has all its exports is there only when it is evaluated.
      const isThere = isSettled && !(provider.inheritedEarly && provider.fate === 'object');
      const code = edgeTrouble(member, fact, index, isThere);
      if (code !== null) return { code, module, range: fact.call };
      const late = isSettled ? null : lateExport(member, fact);
      if (late !== null) return { code: 'cycle-exports-late', module, range: late };
    }
  }
  return null;
}

function edgeTrouble(
  member: CycleMember,
  fact: RequireFact,
  index: number,
  isSettled: boolean,
): DiagnosticCode | null {
  if (fact.placement !== 'top') return 'cycle-late-require';
  if (member.keptInOrder.has(index)) return 'cycle-require-after-effect';
  if (member.staysCall(index)) return 'cycle-require-call';
  if (isSettled) return null;
  return usesOf(fact).every((use) => use.deferred && !use.early) ? null : 'cycle-eager-use';
}

/** `module.exports = ...` after the require that leads back: the partner has got the object that is then replaced. */
function lateExport(member: CycleMember, fact: RequireFact): Range | null {
  if (member.fate !== 'default') return null;
  const chains = member.module.facts.exports.chains;
  for (const version of member.module.facts.exports.versions) {
    const chain = version.chain === null ? undefined : chains[version.chain];
    if (chain !== undefined && chain.statement[0] > fact.call[0]) return chain.statement;
  }
  return null;
}
