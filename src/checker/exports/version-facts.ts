import type * as t from '@babel/types';
import { addTo } from '../../lists.ts';
import type { Version } from '../facts.ts';
import type { ChainDrafts } from './chains.ts';
import type { HolderWrite } from './holders.ts';
import type { Resolved } from './mentions.ts';
import type { Trace } from './trace.ts';
import type { Versions } from './versions.ts';

/**
 * Describes the objects that `module.exports` held, one after the other.
 *
 * @param final the last one, which counts; null where it may be one of several.
 */
export function versionFacts(
  traced: Trace,
  versions: Versions,
  chains: ChainDrafts,
  resolved: readonly Resolved[],
  final: number | null,
): readonly Version[] {
  const makers = new Map<number, HolderWrite>();
  for (const write of traced.cell.writes) {
    const version = versions.of(write.result);
    if (version !== null && version > 0 && !makers.has(version)) makers.set(version, write);
  }
  const mentionsOf = new Map<number, Resolved[]>();
  for (const each of resolved) {
    addTo(mentionsOf, each.mention.version, each);
  }
  return Array.from({ length: versions.count }, (_, version) => {
    const maker = makers.get(version);
    const mentions = mentionsOf.get(version) ?? [];
    const isLost = final !== null && final !== version && isPrivate(maker?.value ?? null);
    return {
      chain: maker === undefined ? null : chains.indexOf(maker.expression),
      mentioned: mentions.length > 0,
      lost: isLost ? keysOnlyWritten(mentions) : [],
    };
  });
}

/** Keys that are written on an object which nothing reads: nobody will ever see them. */
function keysOnlyWritten(mentions: readonly Resolved[]): readonly string[] {
  const keys = new Set<string>();
  for (const { mention } of mentions) {
    const { use } = mention;
    if (use.kind === 'read' || use.kind === 'call' || use.kind === 'escape') return [];
    if (use.kind === 'write') keys.add(use.key);
  }
  return [...keys];
}

/** E0 and literals: what no name of the file reaches. */
function isPrivate(value: t.Node | null): boolean {
  return value === null || value.type === 'ObjectExpression' || value.type === 'FunctionExpression';
}
