import type * as t from '@babel/types';
import { addTo } from '../../lists.ts';
import { functionTypes } from '../../syntax/kinds.ts';
import type { ScanContext } from '../context.ts';
import { nodesOf } from '../nodes.ts';
import { functionAround } from '../owner.ts';
import { perScan } from '../per-scan.ts';
import { mayComeBefore } from '../strict/writes/fixed-keys.ts';
import { returnedBy } from '../timeline/returned.ts';
import { type Call, Calls } from './calls.ts';
import { Expressions, isClosing } from './expressions.ts';
import { TooFar } from './graph.ts';
import type { Origin } from './origin.ts';

/**
 * Which objects an expression may denote, wherever it got them from: what the file makes, and what comes from outside. Of a
 * file in which that takes too long nothing is told.
 */
export function originsOf(scan: ScanContext, expression: t.Node): ReadonlySet<Origin> {
  return withMixtures(valuesAt(scan, expression));
}

/** The same with what stands for all that is in a mixture in place of that: the same set for all that get the same. */
export function valuesAt(scan: ScanContext, expression: t.Node): ReadonlySet<Origin> {
  const world = solved(scan)?.world;
  return world ? (asFarAsGoes(() => world.of(expression).values) ?? nothing) : nothing;
}

const nothing: ReadonlySet<Origin> = new Set();

function withMixtures(origins: ReadonlySet<Origin>): ReadonlySet<Origin> {
  const found = new Set(origins);
  for (const { stands } of found) for (const each of stands ?? []) found.add(each);
  return found;
}

/** How many steps are taken: in bundles of many modules, all may come by all. */
const furthest = 40_000;

const solved = perScan((scan) =>
  asFarAsGoes(() => {
    const world = new Expressions(scan, furthest);
    const calls = new Calls(world);
    gather(scan, world);
    world.graph.settle();
    for (const call of callsIn(scan)) calls.add(call);
    do world.graph.settle();
    while (calls.addUnknown());
    return { world, calls };
  }),
);

/** @returns null where that takes too many steps */
function asFarAsGoes<Result>(find: () => Result): Result | null {
  try {
    return find();
  } catch (error) {
    if (error instanceof TooFar) return null;
    throw error;
  }
}

/** What the file puts where, but for calls. */
function gather(scan: ScanContext, world: Expressions): void {
  const { graph } = world;
  for (const type of functionTypes) for (const fn of nodesOf(scan, type)) gatherFunction(scan, world, fn);
  for (const type of ['ClassDeclaration', 'ClassExpression', 'ObjectExpression'] as const)
    for (const node of nodesOf(scan, type)) world.of(node);
  for (const { id, init } of nodesOf(scan, 'VariableDeclarator')) if (init) world.assign(id, world.of(init));
  for (const node of nodesOf(scan, 'AssignmentExpression')) {
    const isWhole = node.operator === '=' || /^(?:\|\||&&|\?\?)=$/.test(node.operator);
    if (isWhole) world.assign(node.left, world.of(node.right));
    else if (node.left.type === 'Identifier') graph.add(world.variable(node.left), world.primitive);
  }
  for (const { argument } of nodesOf(scan, 'UpdateExpression'))
    if (argument.type === 'Identifier') graph.add(world.variable(argument), world.primitive);
  for (const loop of nodesOf(scan, 'ForOfStatement')) {
    const element = world.place(loop, (place) => world.loadInto(place, world.of(loop.right), null));
    world.assign(targetOf(loop.left), element);
  }
  for (const { argument } of nodesOf(scan, 'ThrowStatement')) graph.link(world.of(argument), world.thrown);
  for (const { param } of nodesOf(scan, 'CatchClause')) if (param) world.assign(param, world.thrown);
  for (const { left } of nodesOf(scan, 'ForInStatement')) {
    const key = world.place('key', (place) => graph.add(place, world.primitive));
    world.assign(targetOf(left), key);
  }
}

interface CallsOfFile {
  /** The functions of the file that each call runs. */
  readonly called: ReadonlyMap<Call, ReadonlySet<t.Node>>;
  /** Calls that may run what was handed to others as well. */
  readonly unknown: ReadonlySet<Call>;
  /** What was handed to others, and what no call of the file runs. */
  readonly handed: readonly t.Node[];
}

export const callsOfFile = perScan((scan): CallsOfFile => {
  const calls = solved(scan)?.calls;
  const { called = new Map<Call, Set<t.Node>>(), unknown = new Set<Call>() } = calls ?? {};
  const run = new Set([...called.values()].flatMap((fns) => [...fns]));
  for (const { all } of new Set(calls?.mixtures.values()))
    for (const { node } of all.values) run.delete(node);
  const functions = functionTypes.flatMap((type) => [...nodesOf(scan, type)]);
  return { called, unknown, handed: functions.filter((fn) => !run.has(fn)) };
});

/** `list.forEach(Object.freeze)`, `const { freeze } = tools; freeze(object)`: what is given to what closes objects. */
export const closedElsewhere = perScan(
  (scan): readonly (readonly [call: t.Node, closed: ReadonlySet<Origin>])[] => {
    const closes = perSet((values) => [...values].some(isClosing));
    const gives = closingGiven(scan);
    return callsIn(scan).flatMap((call) => {
      const mixture = solved(scan)?.calls.mixtures.get(call)?.all;
      if (mixture && closes(mixture.values)) {
        const isClosing = gives
          .get(mixture.head)
          ?.some((giver) => giver === call || mayComeBefore(giver, call));
        return isClosing === false ? [] : [[call, mixture.values] as const];
      }
      const [object] = 'arguments' in call ? call.arguments : [];
      if (object === undefined || !('callee' in call) || !closes(valuesAt(scan, call.callee))) return [];
      return [[call, originsOf(scan, object)] as const];
    });
  },
);

/** The calls that hand what closes objects to others, by all that is mixed then: calls before these close nothing. */
const closingGiven = perScan((scan): ReadonlyMap<unknown, readonly Call[]> => {
  const found = new Map<unknown, Call[]>();
  for (const [call, { all }] of solved(scan)?.calls.mixtures ?? []) {
    const given = 'arguments' in call ? call.arguments : [];
    if (!given.some((argument) => [...valuesAt(scan, argument)].some(isClosing))) continue;
    addTo(found, all.head, call);
  }
  return found;
});

/** Asks once for what holds of a set that many have in common. */
function perSet(holds: (values: ReadonlySet<Origin>) => boolean): typeof holds {
  const known = new Map<ReadonlySet<Origin>, boolean>();
  return (values) => {
    const found = known.get(values) ?? holds(values);
    known.set(values, found);
    return found;
  };
}

function callsIn(scan: ScanContext): readonly Call[] {
  return [
    ...nodesOf(scan, 'CallExpression'),
    ...nodesOf(scan, 'NewExpression'),
    ...nodesOf(scan, 'TaggedTemplateExpression'),
  ];
}

function targetOf(left: t.Node): t.Node {
  return left.type === 'VariableDeclaration' ? left.declarations[0]!.id : left;
}

function gatherFunction(scan: ScanContext, world: Expressions, fn: t.Function): void {
  const { graph } = world;
  fn.params.forEach((parameter, index) => {
    if (parameter.type === 'RestElement') {
      graph.link(world.anyParameter(fn), world.parameter(fn, index));
      for (let more = index + 1; more < index + 8; more += 1)
        graph.link(world.parameter(fn, more), world.parameter(fn, index));
    }
    world.assign(parameter, world.parameter(fn, index));
  });
  const returned = returnedBy(scan, fn).map((value) => world.of(value));
  if (!fn.async && !fn.generator) {
    for (const value of returned) graph.link(value, world.result(fn));
    return;
  }
  const given = world.origin({ type: 'NewExpression', start: fn.start } as unknown as t.Node, 'foreign');
  graph.add(world.result(fn), given);
  const yielded = nodesOf(scan, 'YieldExpression').filter((node) => functionAround(node) === fn);
  for (const { argument, delegate } of fn.generator ? yielded : [])
    if (argument && delegate) world.loadInto(given.unnamed, world.of(argument), null);
    else if (argument) graph.link(world.of(argument), given.unnamed);
  for (const value of returned) {
    graph.link(value, given.unnamed);
    world.loadInto(given.unnamed, value, null);
  }
}
