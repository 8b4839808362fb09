import type * as t from '@babel/types';
import { wordsOf } from '../../lists.ts';
import { isFunction } from '../../syntax/kinds.ts';
import type { Binding } from '../../syntax/scope.ts';
import { parentOf } from '../../syntax/tree.ts';
import { callsByName, lastName, membersByKey } from '../by-name.ts';
import type { ScanContext } from '../context.ts';
import type { Range, Schedule, ScheduledFact } from '../facts.ts';
import { nodesOf, rangeOf } from '../nodes.ts';
import { functionAround } from '../owner.ts';
import { perScan } from '../per-scan.ts';
import { valuesOf } from '../strict/own-functions.ts';
import { listening, namesInCalls } from '../strict/this/handed-values.ts';
import { plainCallbackMethods } from '../strict/this/plain-callbacks.ts';
import { protocolOf } from '../timeline/protocols.ts';
import { putsOf } from '../timeline/puts.ts';
import { microtasks, ticks } from './scheduling.ts';

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
    new Map(
      nodes
        .toReversed()
        .flatMap((node) => [...placesScheduling(scan, node)].map((at) => [partOf(at), rangeOf(node)])),
    );
  const { ticks, microtasks: waits } = scheduledAnywhere(scan);
  const tick = firsts(ticks);
  const microtask = firsts(waits);
  return (part) => ({ tick: tick.get(part) ?? null, microtask: microtask.get(part) ?? null });
}

/** A node, and what runs the function around it unseen, up to one that is called by its name. */
function placesScheduling(scan: ScanContext, node: t.Node): ReadonlySet<t.Node> {
  const places = new Set([node]);
  for (const place of places) {
    const owner = functionAround(place);
    if (isFunction(owner)) for (const occasion of unseenOccasions(scan, owner)) places.add(occasion);
  }
  return places;
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
      ? occasionsOf(scan, owner).some((call) => isRun(functionAround(call)))
      : isRunWithClass(owner);
    known.set(owner, answer);
    return answer;
  }

  /** Static blocks and static fields. */
  function isRunWithClass(owner: t.Node): boolean {
    const isInstance = owner.type !== 'StaticBlock' && !('static' in owner && owner.static);
    return !isInstance && isRun(functionAround(owner));
  }
}

/** Where a function is called, or may be run unseen. */
function occasionsOf(scan: ScanContext, fn: t.Function): readonly t.Node[] {
  const names = namesInCalls(scan, fn);
  return [
    ...[
      ...callsByName(scan).ofAny(names),
      ...nodesOf(scan, 'NewExpression').filter(({ callee }) => names.has(lastName(callee) ?? '')),
    ].filter((call) => isOfFile(scan, call)),
    ...unseenOccasions(scan, fn),
  ];
}

/** `f()`, `this.f()`, `new Queue().f()`, `queue.f()`: of other objects a method by that name is another one, as a rule. */
function isOfFile(scan: ScanContext, { callee }: t.CallExpression | t.NewExpression): boolean {
  if (callee.type !== 'MemberExpression') return true;
  const { object } = callee;
  const binding = object.type === 'Identifier' ? scan.scopes.referenceOf(object)?.binding : null;
  const receivers = binding ? valuesOf(binding) : [object];
  return receivers.some(({ type }) => made.has(type));
}

const made = wordsOf('ClassDeclaration ClassExpression NewExpression ObjectExpression ThisExpression');

/** Where it is run without its name before the parentheses, or by the language itself. */
function unseenOccasions(scan: ScanContext, fn: t.Function): readonly t.Node[] {
  const parent = parentOf(fn)!;
  return [
    ...callsHere(scan, fn, parent),
    ...bindingsOf(scan, fn).flatMap((binding) => callsThrough(scan, binding)),
    ...(ranUnseen(scan).get(fn) ?? []),
  ];
}

function bindingsOf(scan: ScanContext, fn: t.Function): readonly Binding[] {
  const parent = parentOf(fn);
  const own = fn.type === 'FunctionDeclaration' && fn.id && scan.scopes.scopeOf(fn).bindings.get(fn.id.name);
  const assigned =
    parent?.type === 'VariableDeclarator' &&
    parent.id.type === 'Identifier' &&
    scan.scopes.referenceOf(parent.id)?.binding;
  return [own, assigned].filter((binding) => !!binding);
}

function callsThrough(scan: ScanContext, { references }: Binding): readonly t.Node[] {
  return references.flatMap(({ node }) => {
    const parent = parentOf(node);
    return parent === null ? [] : callsHere(scan, node, parent);
  });
}

/** Where the language runs a function: what reads an accessor; where a literal is made that has a key of its own. */
const ranUnseen = perScan((scan): ReadonlyMap<t.Node, readonly t.Node[]> => {
  const found = new Map<t.Node, readonly t.Node[]>();
  for (const put of putsOf(scan)) {
    const { key, kind, value, ofInstances } = put;
    if (value === null) continue;
    if (kind !== 'value') found.set(value, key === null ? [] : membersByKey(scan).of(key));
    else if (!ofInstances && protocolOf(put) !== null) found.set(value, [parentOf(value)!]);
  }
  return found;
});

/** `(function () {})()`, `f()`, `` f`text` ``, `f.call(this)`, `new Promise(f)`, `list.forEach(f)`, `emitter.on('event', f)` */
function callsHere(scan: ScanContext, fn: t.Node, parent: t.Node): readonly t.Node[] {
  if (parent.type === 'NewExpression' || parent.type === 'TaggedTemplateExpression') return [parent];
  if (parent.type === 'MemberExpression' && parent.object === fn) {
    const call = parentOf(parent);
    return call?.type === 'CallExpression' && call.callee === parent ? [call] : [];
  }
  if (parent.type !== 'CallExpression') return [];
  const name = lastName(parent.callee) ?? '';
  if (listening.has(name)) return callsByName(scan).of('emit');
  return parent.callee === fn || plainCallbackMethods.has(name) ? [parent] : [];
}
