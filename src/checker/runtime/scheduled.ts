import type * as t from '@babel/types';
import type { ScanContext } from '../context.ts';
import type { Range, Schedule, ScheduledFact } from '../facts.ts';
import { nodesOf, rangeOf } from '../nodes.ts';
import { functionAround } from '../owner.ts';
import { perScan } from '../per-scan.ts';
import { microtasks, ticks } from './scheduling-places.ts';
import { placesLeadingTo, runsWhileLoading } from './while-loading.ts';

/** What code schedules, to run when whoever called it is done. */
export interface Scheduled {
  /** The first call of `process.nextTick`. */
  readonly tick: t.Node | null;
  /** The first place that waits for a promise, or adds a microtask. */
  readonly microtask: t.Node | null;
}

/** All of a file, wherever it stands. */
const scheduledAnywhere = perScan((scan) => ({
  ticks: ticks(scan).filter((call) => !comesAfterWaiting(scan, call)),
  microtasks: microtasks(scan),
}));

export const scheduledWhileLoading = perScan((scan): Scheduled => {
  if (scan.parsed.goal === 'module') return { tick: null, microtask: null };
  const runsOnLoad = runsWhileLoading(scan);
  const { ticks, microtasks: waits } = scheduledAnywhere(scan);
  return {
    tick: ticks.find((node) => runsOnLoad(node)) ?? null,
    microtask: waits.find((node) => runsOnLoad(node)) ?? null,
  };
});

export function scheduledFact(scan: ScanContext): ScheduledFact {
  const { tick, microtask } = scheduledWhileLoading(scan);
  const { ticks, microtasks: waits } = scheduledAnywhere(scan);
  return {
    tick: tick && rangeOf(tick),
    microtask: microtask && rangeOf(microtask),
    ever: { tick: ticks.length > 0, microtask: waits.length > 0 },
  };
}

/** What each part of a file schedules, for parts that are told apart by number. */
export function scheduledByParts(
  scan: ScanContext,
  partOf: (node: t.Node) => number,
): (part: number) => Schedule {
  const firsts = (nodes: readonly t.Node[]): ReadonlyMap<number, Range> =>
    new Map(
      nodes
        .toReversed()
        .flatMap((node) => [...placesLeadingTo(scan, node)].map((at) => [partOf(at), rangeOf(node)])),
    );
  const { ticks, microtasks: waits } = scheduledAnywhere(scan);
  const tick = firsts(ticks);
  const microtask = firsts(waits);
  return (part) => ({ tick: tick.get(part) ?? null, microtask: microtask.get(part) ?? null });
}

/** After an `await` of the same function: from there on it is part of a promise in both systems. */
export function comesAfterWaiting(scan: ScanContext, node: t.Node): boolean {
  const waits = firstWaits(scan);
  return waits.size > 0 && (waits.get(functionAround(node)) ?? Number.POSITIVE_INFINITY) < node.start!;
}

/** Where each function first waits. */
const firstWaits = perScan(
  (scan): ReadonlyMap<t.Node, number> =>
    new Map(
      nodesOf(scan, 'AwaitExpression')
        .toReversed()
        .map((wait) => [functionAround(wait), wait.start!]),
    ),
);
