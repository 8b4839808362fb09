import type * as t from '@babel/types';
import { isFunction } from '../../syntax/kinds.ts';
import type { Binding } from '../../syntax/scope.ts';
import { parentOf } from '../../syntax/tree.ts';
import { callsByName, lastName } from '../by-name.ts';
import type { ScanContext } from '../context.ts';
import type { Range, Schedule, ScheduledFact } from '../facts.ts';
import { nodesOf, rangeOf } from '../nodes.ts';
import { functionAround } from '../owner.ts';
import { perScan } from '../per-scan.ts';
import { plainCallbackMethods } from '../strict/this/plain-callbacks.ts';

/** What code schedules, to run when whoever called it is done. */
export interface Scheduled {
  /** The first call of `process.nextTick`. */
  readonly tick: t.Node | null;
  /** The first place that waits for a promise, or adds a microtask. */
  readonly microtask: t.Node | null;
}

/** All of a file, wherever it stands. */
const scheduledAnywhere = perScan((scan) => ({
  ticks: callsOfAny(scan, ticking).filter((call) => !comesAfterWaiting(scan, call)),
  microtasks: microtasks(scan),
}));

export const scheduledWhileLoading = perScan((scan): Scheduled => {
  if (scan.parsed.goal === 'module') return { tick: null, microtask: null };
  const runsOnLoad = loading(scan);
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
    new Map(nodes.toReversed().map((node) => [partOf(node), rangeOf(node)]));
  const { ticks, microtasks: waits } = scheduledAnywhere(scan);
  const tick = firsts(ticks);
  const microtask = firsts(waits);
  return (part) => ({ tick: tick.get(part) ?? null, microtask: microtask.get(part) ?? null });
}

/** `process.nextTick()` and `nextTick()` for `nextTick`. */
function callsOfAny(scan: ScanContext, names: ReadonlySet<string | null>): readonly t.CallExpression[] {
  return callsByName(scan).ofAny(names);
}

const ticking: ReadonlySet<string | null> = new Set(['nextTick']);
const reactions: ReadonlySet<string | null> = new Set(['then', 'catch', 'finally', 'queueMicrotask']);

function microtasks(scan: ScanContext): readonly t.Node[] {
  const waiting = nodesOf(scan, 'ForOfStatement').filter((loop) => loop.await);
  return [...nodesOf(scan, 'AwaitExpression'), ...waiting, ...callsOfAny(scan, reactions)];
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

/** @returns a function that tells whether a node runs while the file loads, as far as calls by name show */
function loading(scan: ScanContext): (node: t.Node) => boolean {
  const known = new Map<t.Node, boolean>();
  return (node) => isRun(functionAround(node));

  function isRun(owner: t.Node): boolean {
    if (owner.type === 'Program') return true;
    const before = known.get(owner);
    if (before !== undefined) return before;
    // A function that calls itself is run by others, or not at all.
    known.set(owner, false);
    const answer = isFunction(owner)
      ? callsOf(owner).some((call) => isRun(functionAround(call)))
      : isRunWithClass(owner);
    known.set(owner, answer);
    return answer;
  }

  /** Static blocks and static fields. */
  function isRunWithClass(owner: t.Node): boolean {
    const isInstance = owner.type !== 'StaticBlock' && !('static' in owner && owner.static);
    return !isInstance && isRun(functionAround(owner));
  }

  function callsOf(fn: t.Function): readonly t.Node[] {
    const parent = parentOf(fn);
    const found = parent === null ? [] : callsHere(fn, parent);
    const names = [
      ...(fn.type === 'FunctionDeclaration' && fn.id
        ? [scan.scopes.scopeOf(fn).bindings.get(fn.id.name)]
        : []),
      ...(parent?.type === 'VariableDeclarator' && parent.id.type === 'Identifier'
        ? [scan.scopes.referenceOf(parent.id)?.binding]
        : []),
    ];
    return [...found, ...names.flatMap((binding) => (binding ? callsThrough(binding) : []))];
  }
}

function callsThrough({ references }: Binding): readonly t.Node[] {
  return references.flatMap(({ node }) => {
    const parent = parentOf(node);
    return parent === null ? [] : callsHere(node, parent);
  });
}

/** `(function () {})()`, `f()`, `f.call(this)`, `new Promise(f)`, `list.forEach(f)` */
function callsHere(fn: t.Node, parent: t.Node): readonly t.Node[] {
  if (parent.type === 'NewExpression') return [parent];
  if (parent.type === 'MemberExpression' && parent.object === fn) {
    const call = parentOf(parent);
    return call?.type === 'CallExpression' && call.callee === parent ? [call] : [];
  }
  if (parent.type !== 'CallExpression') return [];
  return parent.callee === fn || plainCallbackMethods.has(lastName(parent.callee) ?? '') ? [parent] : [];
}
