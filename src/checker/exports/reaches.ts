import type * as t from '@babel/types';
import { addTo } from '../../lists.ts';
import { isClass, isField, isFunction } from '../../syntax/kinds.ts';
import type { Binding } from '../../syntax/scope.ts';
import { parentOf } from '../../syntax/tree.ts';
import type { ScanContext } from '../context.ts';
import { nodesOf } from '../nodes.ts';
import { ownerOfThis } from '../owner.ts';
import { perScan } from '../per-scan.ts';
import { protocolOf } from '../timeline/protocols.ts';
import { type Put, putsOf } from '../timeline/puts.ts';
import { offsetOfOccasion } from './occasions.ts';
import { type Places, placesOf } from './places.ts';
import { isCast } from './roles.ts';

/** From where on a function can be reached: an offset at top level, or the functions that mention or make it. */
export interface Reach {
  offset: number;
  /** Where it may run at once: the first call by its name, or where the language gets it to be called. */
  runs: number;
  readonly from: t.Node[];
}

/**
 * For each function and instance field from where on it can be reached. Those that are reached by the same name, or by the
 * same class, share what is found for it.
 */
export const reachesOf = perScan((context): ReadonlyMap<t.Node, Reach> => {
  const places = placesOf(context);
  const reaches = new Map<t.Node, Reach>();
  const shared = new Map<t.Class | Binding, Reach>();
  const isHandedOver = calledUnseen(context);
  for (const region of regionsOf(context, places)) {
    const kind = classOf(region);
    const carrier = carrierOf(kind ?? region, context);
    const key = kind ?? carrier;
    const reach = (key && shared.get(key)) ?? reachBy(mentionsOf(region, kind, carrier));
    if (key !== null) shared.set(key, reach);
    const runs = isHandedOver.has(region) ? Math.min(reach.offset, reach.runs) : reach.runs;
    reaches.set(region, { ...reach, runs });
  }
  return reaches;

  function mentionsOf(region: t.Node, kind: t.Class | null, carrier: Binding | null): readonly t.Node[] {
    const own = kind === null ? [] : mentionsWithin(kind, context);
    if (carrier !== null) return [...own, ...readsOf(carrier)];
    return [...own, kind?.body ?? (isInBlock(region) ? parentOf(region)! : region)];
  }

  function reachBy(mentions: readonly t.Node[]): Reach {
    const reach: Reach = { offset: Number.POSITIVE_INFINITY, runs: Number.POSITIVE_INFINITY, from: [] };
    for (const node of mentions) {
      const place = places.of(node);
      if (place.region !== null) {
        reach.from.push(place.region);
        continue;
      }
      const offset = place.shifts[0] ?? node.start!;
      reach.offset = Math.min(reach.offset, offset);
      if (isHandedOver.has(node)) reach.runs = Math.min(reach.runs, offset);
      const parent = parentOf(node);
      if (parent?.type === 'CallExpression' && parent.callee === node)
        reach.runs = Math.min(reach.runs, offsetOfOccasion(parent, place));
    }
    return reach;
  }
});

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
    functions.push(...nodesOf(context, type).filter((fn) => !places.runsAtOnce(fn)));
  }
  return functions;
}

/** The class of which a function or field is an element. */
function classOf(region: t.Node): t.Class | null {
  const body = parentOf(region);
  const kind = body?.type === 'ClassBody' ? parentOf(body) : null;
  return kind !== null && isClass(kind) ? kind : null;
}

/**
 * Where a class is mentioned within itself: by the name that only its body sees, and as `this` of its static fields and
 * blocks, which run before anybody else has it (ECMA-262 §15.7.14).
 */
function mentionsWithin(kind: t.Class, context: ScanContext): readonly t.Node[] {
  const own = kind.id ? context.scopes.scopeOf(kind.body).bindings.get(kind.id.name) : undefined;
  const named = own === undefined ? [] : readsOf(own);
  return [...named, ...(thisOfStatics(context).get(kind.body) ?? [])];
}

/** Each `this` and `super` of static fields and blocks, by the body of the class. */
const thisOfStatics = perScan((context): ReadonlyMap<t.Node, readonly t.Node[]> => {
  const found = new Map<t.Node, t.Node[]>();
  for (const node of [...nodesOf(context, 'ThisExpression'), ...nodesOf(context, 'Super')]) {
    const owner = ownerOfThis(node);
    if (owner.type === 'StaticBlock' || (isField(owner) && owner.static))
      addTo(found, parentOf(owner)!, node);
  }
  return found;
});

function readsOf({ references }: Binding): readonly t.Node[] {
  return references.flatMap(({ access, node }) => (access === 'write' ? [] : [node]));
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

/**
 * Functions, or names of functions, that stand where the language calls what it finds: accessors, conversions, iterators,
 * and what is put under a key that only running the program would tell.
 */
const calledUnseen = perScan(
  (context): ReadonlySet<t.Node> =>
    new Set(putsOf(context).flatMap((put) => (isCalledUnseen(put) && put.value ? [put.value] : []))),
);

function isCalledUnseen(put: Put): boolean {
  if (put.kind !== 'value' || protocolOf(put) !== null) return true;
  return put.key === null && put.by === 'name';
}
