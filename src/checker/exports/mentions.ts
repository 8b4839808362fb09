import type * as t from '@babel/types';
import type { Mention, MentionUse } from '../facts.ts';
import { rangeOf } from '../nodes.ts';
import { headerOf } from '../transpiled/header.ts';
import type { Values } from './evaluate.ts';
import type { FirstRuns } from './first-runs.ts';
import { mentionUses, type UseInputs } from './mention-use.ts';
import { isCalledForKeys } from './only-while-loading.ts';
import type { Place } from './places.ts';
import type { Occurrence } from './trace.ts';
import type { Use } from './uses.ts';
import type { Versions } from './versions.ts';

/** A mention together with what it was made from. */
export interface Resolved {
  readonly mention: Mention;
  readonly occurrence: Occurrence;
  readonly place: Place;
  /** The use that decided. */
  readonly decisive: Use;
}

export interface MentionInputs extends UseInputs {
  readonly values: Values;
  readonly versions: Versions;
  readonly runs: FirstRuns;
}

const throughs = { alias: 'alias', cell: 'cell', exports: 'variable', this: 'this' } as const;

/** @returns each place where the source denotes a version of the exports, in source order. */
export function resolveMentions(inputs: MentionInputs): readonly Resolved[] {
  const { context, traced, values, versions, places, runs } = inputs;
  const describe = mentionUses(inputs);
  const header = traced.cell.writes.length === 0 ? headerOf(context) : null;

  return traced.occurrences.flatMap((occurrence) => {
    const { holder, node } = occurrence;
    if (holder.of === 'module' || holder.kind === 'module') return [];
    const version = versions.of(values.of(node));
    // A name that holds anything but E0 is an ordinary variable of the file: it stays.
    if (version === null || (holder.kind === 'alias' && version !== 0)) return [];
    const place = places.of(node);
    const compiled = version === 0 ? header?.mentions.get(node) : undefined;
    const decisive: Use = compiled ? { kind: 'compiled', statement: compiled } : decide(occurrence);
    const mention: Mention = {
      range: rangeOf(node),
      version,
      via: context.source.slice(node.start!, node.end!),
      through: holder.kind === 'alias' && holder.name === 'this' ? 'this' : throughs[holder.kind],
      use: version === 0 ? describe(decisive) : asValue(describe(decisive)),
      deferred: place.region !== null,
      ...(place.region !== null &&
        isCalledForKeys(place.region, context, places) && { meanwhile: true as const }),
      runsFrom: place.region && runsFrom(place.region),
    };
    return [{ mention, occurrence, place, decisive }];
  });

  /** The one use that counts. Several go together only in a chain, `var self = exports = module.exports`. */
  function decide({ node, uses }: Occurrence): Use {
    const counting = uses.filter(({ kind }) => kind !== 'nothing');
    const kinds = counting.map((use) => describe(use).kind);
    const open = kinds.indexOf('escape');
    if (open >= 0) return counting[open]!;
    if (counting.length < 2) return counting[0] ?? uses[0]!;
    const others = counting.filter((_, index) => kinds[index] !== 'chain');
    if (others.length === 0) return counting[0]!;
    const isAlias = others.length === 1 && describe(others[0]!).kind === 'alias';
    return isAlias ? others[0]! : { kind: 'escape', at: node };
  }

  function runsFrom(region: t.Node): number | null {
    const offset = runs.of(region);
    return offset === Number.POSITIVE_INFINITY ? null : offset;
  }
}

/** What holds for E0, an object, need not hold for a later version: its type and truth are to be asked at run time. */
function asValue(use: MentionUse): MentionUse {
  return use.kind === 'test' ? { kind: 'escape', how: 'is used as a value', stored: true } : use;
}
