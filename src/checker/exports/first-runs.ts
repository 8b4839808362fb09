import type * as t from '@babel/types';
import { addTo } from '../../lists.ts';
import type { ScanContext } from '../context.ts';
import { perScan } from '../per-scan.ts';
import { type Occasion, occasionsOf, occasionsWithProxies } from './occasions.ts';
import { placesOf } from './places.ts';
import { type Reach, reachesOf } from './reaches.ts';

export interface FirstRuns {
  /**
   * The offset before which a function (or instance field) surely does not run while the file loads; infinite where
   * it does not run before the end at all.
   */
  of(region: t.Node): number;
  /** The same where no other module calls back into this one while it is required: there is no cycle. */
  withoutCycles(region: t.Node): number;
}

/**
 * When functions may first run. Conservatively: a function is within reach from the first place that names it (or
 * makes it, if it has no name of its own), and once within reach any call may lead to it, or what calls functions of the
 * file without being one. What only a function mentions comes within reach when that function runs.
 */
export const firstRunsOf = perScan(createFirstRuns);

function createFirstRuns(context: ScanContext): FirstRuns {
  const tables = new Map<boolean, FirstOffsets>();
  const tableOf = (cycles: boolean): FirstOffsets => {
    const known = tables.get(cycles);
    if (known !== undefined) return known;
    const table = firstOffsets(context, ({ isRequire }) => cycles || !isRequire);
    tables.set(cycles, table);
    return table;
  };
  return {
    of: (region) => tableOf(true).get(region) ?? 0,
    withoutCycles: (region) => tableOf(false).get(region) ?? 0,
  };
}

type FirstOffsets = ReadonlyMap<t.Node, number>;

function firstOffsets(context: ScanContext, counts: (occasion: Occasion) => boolean): FirstOffsets {
  const reaches = reachesOf(context);
  const occasions = occasionsOf(context).filter(counts);
  const table = tabulate(reaches, occasions);
  const proxied = firstProxy(context, table);
  if (proxied === Number.POSITIVE_INFINITY) return table;
  const later = occasionsWithProxies(context).filter((each) => counts(each) && each.offset >= proxied);
  return tabulate(reaches, [...occasions.filter(({ offset }) => offset < proxied), ...later]);
}

/** When the file may first make a proxy. */
function firstProxy(context: ScanContext, table: FirstOffsets): number {
  const places = placesOf(context);
  const offsets = (context.scopes.free.get('Proxy') ?? []).map(({ node }) => {
    const { region, shifts } = places.of(node);
    return region === null ? (shifts[0] ?? node.start!) : (table.get(region) ?? 0);
  });
  return Math.min(...offsets);
}

function tabulate(reaches: ReadonlyMap<t.Node, Reach>, occasions: readonly Occasion[]): FirstOffsets {
  const first = new Map<t.Node, number>();
  const mentionedBy = new Map<t.Node, t.Node[]>();
  for (const [region, reach] of reaches) {
    first.set(region, Math.min(nextOccasion(occasions, reach.offset), reach.runs));
    for (const other of reach.from) {
      addTo(mentionedBy, other, region);
    }
  }
  propagate(first, mentionedBy);
  return first;
}

/** A function that runs can run all that it mentions: the earliest ones hand their time on first. */
function propagate(first: Map<t.Node, number>, mentionedBy: ReadonlyMap<t.Node, readonly t.Node[]>): void {
  const settled = new Set<t.Node>();
  for (const [region] of [...first].sort((a, b) => a[1] - b[1])) {
    const stack = [region];
    const time = first.get(region)!;
    for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
      if (settled.has(next)) continue;
      settled.add(next);
      first.set(next, Math.min(time, first.get(next)!));
      stack.push(...(mentionedBy.get(next) ?? []));
    }
  }
}

function nextOccasion(occasions: readonly Occasion[], offset: number): number {
  let low = 0;
  let high = occasions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (occasions[middle]!.offset < offset) low = middle + 1;
    else high = middle;
  }
  return occasions[low]?.offset ?? Number.POSITIVE_INFINITY;
}
