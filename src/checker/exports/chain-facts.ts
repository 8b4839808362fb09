import type * as t from '@babel/types';
import { unwrap } from '../../syntax/wrapping.ts';
import type { ScanContext } from '../context.ts';
import { declaratorFact } from '../declarator.ts';
import type { Chain, ChainTarget } from '../facts.ts';
import { outerRangeOf, rangeOf } from '../nodes.ts';
import type { ChainDraft, ChainDrafts } from './chains.ts';
import { E0, type HolderWrite, sameValue, type Value } from './holders.ts';
import type { Resolved } from './mentions.ts';
import type { Trace } from './trace.ts';
import type { ValueFacts } from './value-fact.ts';
import { UNCERTAIN, type Versions } from './versions.ts';

/** @returns the chains with their targets resolved. */
export function chainFacts(
  context: ScanContext,
  chains: ChainDrafts,
  traced: Trace,
  versions: Versions,
  resolved: readonly Resolved[],
  valueFacts: ValueFacts,
): readonly Chain[] {
  // Parentheses around a target belong to it: those that count between targets go around assignments.
  const placeOf = (target: t.Node) => outerRangeOf(context.source, target);
  const targets = new Map<t.Node, ChainTarget>();
  for (const write of traced.cell.writes) targets.set(write.target, cellTarget(write));
  for (const write of traced.exports.writes) targets.set(write.target, variableTarget(write));
  for (const { mention, decisive } of resolved) {
    if (mention.use.kind !== 'write' || decisive.kind !== 'member') continue;
    const { version, use } = mention;
    targets.set(decisive.member, { kind: 'key', key: use.key, range: placeOf(decisive.member), version });
  }
  const before = new Map<t.Node, Value>();
  for (const { value, result } of traced.writes) if (value !== null) before.set(value, result);
  return chains.list.map(chainFact);

  function chainFact({ statement, declarator, assignments, value }: ChainDraft): Chain {
    return {
      statement: rangeOf(statement),
      declarator: declarator === null ? null : declaratorFact(context, declarator),
      targets: assignments.map(({ left }) => targets.get(left) ?? { kind: 'other', range: placeOf(left) }),
      value: valueFacts.of(value, versionBefore(value)),
    };
  }

  /** The version that a value already was, as in `exports = module.exports`; null where the chain makes it one. */
  function versionBefore(value: t.Node): number | null {
    const result = before.get(value);
    if (result === undefined) return null;
    return sameValue(result, E0) || traced.denotes.has(unwrap(value)) ? versions.of(result) : null;
  }

  function cellTarget({ target, result }: HolderWrite): ChainTarget {
    return { kind: 'module.exports', range: placeOf(target), version: versions.of(result) ?? UNCERTAIN };
  }

  function variableTarget({ target, result }: HolderWrite): ChainTarget {
    const version = versions.of(result) ?? UNCERTAIN;
    return { kind: 'variable', name: 'exports', range: placeOf(target), version };
  }
}
