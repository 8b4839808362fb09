import type * as t from '@babel/types';
import type { ScanContext } from '../context.ts';
import type { KeyWrite, MentionUse } from '../facts.ts';
import { rangeOf } from '../nodes.ts';
import type { ChainDrafts } from './chains.ts';
import { escapeWords } from './escapes.ts';
import type { Places } from './places.ts';
import { type Assignment, roleOf } from './roles.ts';
import type { Bound, Refused, Trace } from './trace.ts';
import type { Use } from './uses.ts';

export interface UseInputs {
  readonly context: ScanContext;
  readonly traced: Trace;
  readonly chains: ChainDrafts;
  readonly places: Places;
  /** The index of each bound name among the alias facts; those that are none are missing. */
  readonly aliasIndex: ReadonlyMap<Bound, number>;
}

/** @returns a function that describes a use of a mention as facts do. */
export function mentionUses({ context, traced, chains, places, aliasIndex }: UseInputs) {
  const boundBy = new Map<Use, Bound>(traced.bound.map((bound) => [bound.use, bound]));
  const refusedBy = new Map<Use, Refused>(traced.refused.map((refused) => [refused.use, refused]));
  const cellTargets = new Set(traced.cell.writes.map(({ target }) => target));
  return describe;

  function describe(use: Use): MentionUse {
    const refused = refusedBy.get(use);
    if (refused !== undefined) return escaping(refusalWords(refused), true);
    switch (use.kind) {
      case 'member':
        return describeMember(use);
      case 'bind':
      case 'this':
        return describeBinding(use);
      case 'argument':
        return { kind: 'argument', alias: indexOf(use) };
      case 'store':
        return describeStore(use.target, use.by);
      case 'test':
        return { kind: 'test', expression: rangeOf(use.expression), result: use.result };
      case 'nothing':
        return { kind: 'nothing', statement: rangeOf(use.statement) };
      case 'compiled':
        return { kind: 'compiled', statement: rangeOf(use.statement) };
      case 'computed':
        return escaping('is reached by a computed key', false);
      case 'destructure':
        return escaping('is destructured', false);
      case 'passed':
      case 'compare':
        return escaping(escapeWords(context.source, use.at), false);
      case 'escape':
        return escaping(escapeWords(context.source, use.at), true);
    }
  }

  function describeMember({ key, member }: Extract<Use, { kind: 'member' }>): MentionUse {
    const role = roleOf(member);
    const range = rangeOf(member);
    switch (role.kind) {
      case 'read':
        return { kind: 'read', key, member: range };
      case 'call':
        return { kind: 'call', key, member: range, call: rangeOf(role.call) };
      case 'write':
        return { kind: 'write', key, member: range, write: keyWrite(member, role) };
      case 'delete':
        return escaping(`has its \`${key}\` deleted`, false);
    }
  }

  function keyWrite(member: t.Node, { operator, expression }: Assignment): KeyWrite {
    const { region, conditional } = places.of(member);
    const chain = chains.indexOf(expression);
    return { operator, expression: rangeOf(expression), chain, deferred: region !== null, conditional };
  }

  function describeBinding(use: Extract<Use, { kind: 'bind' | 'this' }>): MentionUse {
    const alias = indexOf(use);
    if (use.kind === 'this') return { kind: 'argument', alias };
    if (alias !== null) return { kind: 'alias', alias };
    return inChain(use.by, `is assigned to \`${use.target.name}\` within an expression`);
  }

  function describeStore(target: t.Node, by: t.Node): MentionUse {
    const text = context.source.slice(target.start!, target.end!);
    if (cellTargets.has(target)) return inChain(by, `is assigned to \`${text}\` within an expression`);
    return escaping(/^[\w$.]{1,40}$/.test(text) ? `is stored in \`${text}\`` : 'is stored', true);
  }

  function inChain(by: t.Node, otherwise: string): MentionUse {
    const chain = chains.indexOf(by);
    return chain === null ? escaping(otherwise, true) : { kind: 'chain', chain };
  }

  function indexOf(use: Use): number | null {
    const bound = boundBy.get(use);
    return bound === undefined ? null : (aliasIndex.get(bound) ?? null);
  }
}

function escaping(how: string, stored: boolean): MentionUse {
  return { kind: 'escape', how, stored };
}

/** Why a name that holds the exports cannot be resolved, as what follows "it". */
export function refusalWords({ name, why }: Refused): string {
  switch (why) {
    case 'arguments':
      return 'is passed to a function that reads its `arguments`';
    case 'conditional':
      return `is held in \`${name}\`, which is set under a condition`;
    case 'deferred':
      return `is held in \`${name}\`, a variable of a function`;
    case 'early':
      return `is held in \`${name}\`, which may be read before it is set`;
    case 'pattern':
      return 'is destructured';
    case 'reassigned':
      return `is held in \`${name}\`, which is set more than once`;
    case 'receiver':
      return 'is the `this` of a function';
    case 'undeclared':
      return `is held in \`${name}\`, which this file does not declare`;
  }
}
