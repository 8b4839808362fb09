import type * as t from '@babel/types';
import { addTo } from '../../lists.ts';
import { staticKey } from '../../syntax/keys.ts';
import { isClass, isFunction } from '../../syntax/kinds.ts';
import type { Binding } from '../../syntax/scope.ts';
import { parentOf } from '../../syntax/tree.ts';
import type { ScanContext } from '../context.ts';
import { nodesOf } from '../nodes.ts';
import { functionAround } from '../owner.ts';
import { perScan } from '../per-scan.ts';
import { type Place, type Places, placesOf } from './places.ts';
import { isCast } from './roles.ts';

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
 * makes it, if it has no name of its own), and once within reach any call may lead to it. What only a function
 * mentions comes within reach when that function runs.
 */
export const firstRunsOf = perScan(createFirstRuns);

function createFirstRuns(context: ScanContext): FirstRuns {
  const places = placesOf(context);
  const tables = new Map<boolean, ReadonlyMap<t.Node, number>>();
  let reaches: ReadonlyMap<t.Node, Reach> | null = null;
  let calls: readonly TopLevelCall[] | null = null;
  const tableOf = (cycles: boolean): ReadonlyMap<t.Node, number> => {
    const known = tables.get(cycles);
    if (known !== undefined) return known;
    reaches ??= reachesOf(context, places);
    calls ??= topLevelCalls(context, places);
    const table = tabulate(
      reaches,
      calls.flatMap(({ offset, isRequire }) => (isRequire && !cycles ? [] : [offset])),
    );
    tables.set(cycles, table);
    return table;
  };
  return {
    of: (region) => tableOf(true).get(region) ?? 0,
    withoutCycles: (region) => tableOf(false).get(region) ?? 0,
  };
}

/** From where on a function can be reached: an offset at top level, or the functions that mention or make it. */
interface Reach {
  offset: number;
  /** The first call by its name. */
  called: number;
  readonly from: t.Node[];
}

function tabulate(
  reaches: ReadonlyMap<t.Node, Reach>,
  calls: readonly number[],
): ReadonlyMap<t.Node, number> {
  const first = new Map<t.Node, number>();
  const mentionedBy = new Map<t.Node, t.Node[]>();
  for (const [region, reach] of reaches) {
    const next = isCalledUnseen(region) ? reach.offset : nextCall(calls, reach.offset);
    first.set(region, Math.min(next, reach.called));
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

function regionsOf(context: ScanContext, places: Places): readonly t.Node[] {
  const functions: t.Node[] = [
    ...nodesOf(context, 'FunctionDeclaration'),
    ...nodesOf(context, 'ObjectMethod'),
    ...nodesOf(context, 'ClassMethod'),
    ...nodesOf(context, 'ClassPrivateMethod'),
    ...nodesOf(context, 'ClassProperty').filter((field) => !field.static),
    ...nodesOf(context, 'ClassPrivateProperty').filter((field) => !field.static),
  ];
  for (const type of ['FunctionExpression', 'ArrowFunctionExpression'] as const) {
    functions.push(...nodesOf(context, type).filter((fn) => !places.runsInPlace(fn)));
  }
  return functions;
}

interface TopLevelCall {
  readonly offset: number;
  /** Without cycles it leads to no function of the file. */
  readonly isRequire: boolean;
}

/** When the calls at top level happen, in order; a call in a loop may come again until the loop is done. */
function topLevelCalls(context: ScanContext, places: Places): readonly TopLevelCall[] {
  const calls: TopLevelCall[] = [];
  const busy = functionsWithCalls(context);
  for (const type of calling) {
    for (const node of nodesOf(context, type)) {
      const place = places.of(node);
      if (place.region !== null) continue;
      if (
        node.type === 'CallExpression' &&
        (callsInPlace(node, places) || callsBackNothing(node, context, busy))
      )
        continue;
      const isRequire = node.type === 'CallExpression' && isPlainRequire(node, context);
      calls.push({ offset: offsetOfCall(node, place), isRequire });
      if (place.loop !== null) calls.push({ offset: place.loop.end!, isRequire });
    }
  }
  return calls.sort((a, b) => a.offset - b.offset);
}

const calling = [
  'CallExpression',
  'OptionalCallExpression',
  'NewExpression',
  'TaggedTemplateExpression',
] as const;

/** The functions in which something is called. */
const functionsWithCalls = perScan((context): ReadonlySet<t.Node> => {
  const found = new Set<t.Node>();
  for (const type of calling) for (const node of nodesOf(context, type)) found.add(functionAround(node));
  return found;
});

/** `require('text')` */
function isPlainRequire({ callee, arguments: given }: t.CallExpression, { scopes }: ScanContext): boolean {
  if (callee.type !== 'Identifier' || callee.name !== 'require') return false;
  const reference = scopes.referenceOf(callee);
  return reference?.binding === null && !reference.dynamic && given[0]?.type === 'StringLiteral';
}

/**
 * Calls that lead to no function of the file but the one that is called, if any: of functions without calls, and of
 * methods of `Object`.
 */
function callsBackNothing(
  { callee }: t.CallExpression,
  { scopes }: ScanContext,
  busy: ReadonlySet<t.Node>,
): boolean {
  if (callee.type === 'Identifier') {
    const reference = scopes.referenceOf(callee);
    if (!reference?.binding || reference.dynamic) return false;
    const { kind, declarations, writes } = reference.binding;
    const declaration = parentOf(declarations[0]!);
    const isOnly = declarations.length === 1 && writes.length === 0;
    return kind === 'function' && isOnly && declaration !== null && !busy.has(declaration);
  }
  if (callee.type !== 'MemberExpression' || callee.object.type !== 'Identifier') return false;
  const isObject = callee.object.name === 'Object' && scopes.referenceOf(callee.object)?.binding === null;
  return isObject && staticKey(callee) !== 'groupBy';
}

function callsInPlace({ callee }: t.CallExpression, places: Places): boolean {
  const fn = callee.type === 'MemberExpression' ? callee.object : callee;
  return isFunction(fn) && places.runsInPlace(fn);
}

/** After its arguments were evaluated, and before anything is complete that ends with it: `exports.a = f()`. */
function offsetOfCall(node: t.Node, { shifts }: Place): number {
  return shifts[0] ?? node.end! - 1;
}

function nextCall(calls: readonly number[], offset: number): number {
  let low = 0;
  let high = calls.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (calls[middle]! < offset) low = middle + 1;
    else high = middle;
  }
  return calls[low] ?? Number.POSITIVE_INFINITY;
}

/** The methods of a class, which whoever has the class can reach, share what is found for it. */
function reachesOf(context: ScanContext, places: Places): ReadonlyMap<t.Node, Reach> {
  const reaches = new Map<t.Node, Reach>();
  const ofCarrier = new Map<Binding, Reach>();
  for (const region of regionsOf(context, places)) {
    const carrier = carrierOf(region, context);
    if (carrier === null) {
      reaches.set(region, reachBy([isInBlock(region) ? parentOf(region)! : region], places));
      continue;
    }
    let reach = ofCarrier.get(carrier);
    if (reach === undefined) {
      const mentions = carrier.references.filter(({ access }) => access !== 'write');
      reach = reachBy(
        mentions.map(({ node }) => node),
        places,
      );
      ofCarrier.set(carrier, reach);
    }
    reaches.set(region, reach);
  }
  return reaches;
}

function reachBy(mentions: readonly t.Node[], places: Places): Reach {
  const reach: Reach = { offset: Number.POSITIVE_INFINITY, called: Number.POSITIVE_INFINITY, from: [] };
  for (const node of mentions) {
    const place = places.of(node);
    if (place.region !== null) reach.from.push(place.region);
    else {
      reach.offset = Math.min(reach.offset, place.shifts[0] ?? node.start!);
      const parent = parentOf(node);
      if (parent?.type === 'CallExpression' && parent.callee === node)
        reach.called = Math.min(reach.called, offsetOfCall(parent, place));
    }
  }
  return reach;
}

const holding: ReadonlySet<string> = new Set([
  'ArrayExpression',
  'ClassBody',
  'ObjectExpression',
  'ObjectProperty',
]);

/** The variable whose mentions are the only way to a function: its own name, or that of what it is a part of. */
function carrierOf(region: t.Node, { scopes }: ScanContext): Binding | null {
  let at = region;
  for (let parent = parentOf(at); ; parent = parentOf(at)) {
    if (at.type === 'FunctionDeclaration' || at.type === 'ClassDeclaration') {
      return at.id && !isInBlock(at) ? (scopes.scopeOf(at).bindings.get(at.id.name) ?? null) : null;
    }
    if (parent === null) return null;
    if (parent.type === 'VariableDeclarator') {
      if (parent.id.type !== 'Identifier') return null;
      return scopes.referenceOf(parent.id)?.binding ?? null;
    }
    if (!(holding.has(parent.type) || isCast(parent) || (isClass(parent) && parent.body === at))) return null;
    at = parent;
  }
}

/** A function in a block is hoisted within it, and outwards as a second variable in sloppy code (Annex B.3.2). */
function isInBlock(node: t.Node): boolean {
  const parent = parentOf(node);
  if (node.type !== 'FunctionDeclaration' || parent === null) return false;
  if (parent.type === 'BlockStatement') return !isFunction(parentOf(parent)!);
  return parent.type !== 'Program' && !parent.type.startsWith('Export');
}

/** Keys whose functions the language itself calls, with no call to be seen. */
const calledByTheLanguage: ReadonlySet<string> = new Set([
  ...['get', 'set', 'has', 'apply', 'construct', 'deleteProperty', 'ownKeys', 'getOwnPropertyDescriptor'],
  ...['next', 'return', 'throw', 'then', 'toJSON', 'toString', 'valueOf'],
]);

/** Accessors, conversions, iterators and handlers: `get x() {}`, `toString() {}`, `[Symbol.iterator]() {}`. */
function isCalledUnseen(region: t.Node): boolean {
  if ('kind' in region && (region.kind === 'get' || region.kind === 'set')) return true;
  const parent = parentOf(region);
  if (region.type === 'ObjectMethod' || region.type === 'ClassMethod')
    return isLanguageKey(staticKey(region));
  if (parent?.type === 'ObjectProperty') return isLanguageKey(staticKey(parent));
  if (parent?.type !== 'AssignmentExpression' || parent.right !== region) return false;
  return parent.left.type === 'MemberExpression' && isLanguageKey(staticKey(parent.left));
}

function isLanguageKey(key: string | null): boolean {
  return key === null || calledByTheLanguage.has(key);
}
