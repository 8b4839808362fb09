import type * as t from '@babel/types';
import { addTo } from '../../../lists.ts';
import { isClass } from '../../../syntax/kinds.ts';
import type { ScanContext } from '../../context.ts';
import type { Origin } from '../../origins/origin.ts';
import { closedElsewhere, originsOf, valuesAt } from '../../origins/origins.ts';
import { perScan } from '../../per-scan.ts';
import { definedByMethod } from '../../timeline/puts.ts';
import { closing } from './closing.ts';
import { closesUnknownKey, isLocked, isReadOnly, keysDefinedBy } from './defined-keys.ts';
import {
  anyOf,
  COMPUTED,
  every,
  exportsName,
  getterOnlyKeys,
  type KeySet,
  keysMissingIn,
  none,
  valuesGiven,
} from './fixed-keys.ts';
import { keysOfInstances } from './instance-keys.ts';
import { mayBeClosedBefore } from './made-on-the-way.ts';
import { callsOfObject, methodOfObject } from './object-calls.ts';

/** What sloppy code does to a key without being told that it is in vain. */
export type Attempt = 'deleted' | 'written';

/**
 * Which keys of the objects that an expression may denote cannot be written, or deleted.
 *
 * @param use where that is tried; null: all that is closed sooner or later
 */
export function keysOfOrigins(
  scan: ScanContext,
  expression: t.Node,
  attempt: Attempt,
  use: t.Node | null,
): KeySet {
  const closed = meantBy(scan, expression).flatMap((each) => closedAmong(scan, valuesAt(scan, each)));
  return closed.length === 0 ? none : anyOf(closed.map((origin) => keysOf(scan, origin, attempt, use)));
}

/** What the exports are in its place; what they are from the start is seen to elsewhere. */
function meantBy(scan: ScanContext, expression: t.Node): readonly t.Node[] {
  const name = exportsName(scan, expression);
  if (name === null) return [expression];
  return valuesGiven(scan, name).filter((value) => exportsName(scan, value) === null);
}

/** Those of which some keys are closed, sooner or later. */
function closedAmong(scan: ScanContext, values: ReadonlySet<Origin>): readonly Origin[] {
  const known = closedByValues(scan).get(values);
  if (known !== undefined) return known;
  // What stands for a mixture is in it.
  closedByValues(scan).set(values, []);
  const found = new Set<Origin>();
  for (const origin of values) {
    if (isClosed(scan, origin)) found.add(origin);
    if (origin.stands !== null) for (const mixed of closedAmong(scan, origin.stands)) found.add(mixed);
  }
  const closed = [...found];
  closedByValues(scan).set(values, closed);
  return closed;
}

const closedByValues = perScan(() => new Map<ReadonlySet<Origin>, readonly Origin[]>());

function isClosed(scan: ScanContext, origin: Origin): boolean {
  const known = closedOrigins(scan).get(origin);
  if (known !== undefined) return known;
  const isSo = [...withBases(origin)].some(
    (each) => closingByOrigin(scan).has(each) || keysWithoutSetter(scan, each, null) !== none,
  );
  closedOrigins(scan).set(origin, isSo);
  return isSo;
}

const closedOrigins = perScan(() => new Map<Origin, boolean>());

/** With all that it inherits from. */
function withBases(origin: Origin): ReadonlySet<Origin> {
  const found = new Set([origin]);
  for (const { bases } of found) for (const base of bases) found.add(base);
  return found;
}

/** A key that cannot be written in what an object inherits from cannot be added to it either (ECMA-262 §10.1.9.2). */
function keysOf(scan: ScanContext, origin: Origin, attempt: Attempt, use: t.Node | null): KeySet {
  const own = keysOfItself(scan, origin, attempt, use);
  if (attempt === 'deleted') return own;
  const [, ...bases] = withBases(origin);
  return anyOf([own, ...bases.map((base) => keysHeldBy(base, keysOfItself(scan, base, attempt, use)))]);
}

/** Of what is closed as a whole, only keys that are there. */
function keysHeldBy({ keys: held }: Origin, keys: KeySet): KeySet {
  return held === null || keys instanceof Set ? keys : { has: (key) => held.has(key) && keys.has(key) };
}

function keysOfItself(scan: ScanContext, origin: Origin, attempt: Attempt, use: t.Node | null): KeySet {
  if (use !== null) return keysClosedIn(scan, origin, attempt, use);
  const known = keysInTheEnd(scan)[attempt].get(origin);
  if (known !== undefined) return known;
  const keys = keysClosedIn(scan, origin, attempt, null);
  keysInTheEnd(scan)[attempt].set(origin, keys);
  return keys;
}

const keysInTheEnd = perScan(
  (): Readonly<Record<Attempt, Map<Origin, KeySet>>> => ({
    deleted: new Map(),
    written: new Map(),
  }),
);

function keysClosedIn(scan: ScanContext, origin: Origin, attempt: Attempt, use: t.Node | null): KeySet {
  const calls = closingByOrigin(scan).get(origin) ?? [];
  const closed: KeySet[] = calls
    .filter(({ at }) => use === null || mayBeClosedBefore(scan, origin, at, use))
    .map(({ by }) => {
      if (by === 'freeze') return every;
      if (by instanceof Set) return attempt === 'written' ? (by as KeySet) : none;
      return closedBy(scan, origin, by as t.CallExpression, attempt);
    });
  return anyOf(attempt === 'written' ? [keysWithoutSetter(scan, origin, use), ...closed] : closed);
}

function keysWithoutSetter(scan: ScanContext, { kind, node }: Origin, use: t.Node | null): KeySet {
  if (kind === 'instance') return keysOfInstances(scan, node, use);
  if (kind !== 'object') return none;
  if (node.type === 'ObjectExpression') return getterOnlyKeys(node.properties);
  if (!isClass(node)) return none;
  return getterOnlyKeys(node.body.body.filter((member) => 'static' in member && member.static));
}

function closedBy(
  scan: ScanContext,
  { kind, node }: Origin,
  call: t.CallExpression,
  attempt: Attempt,
): KeySet {
  const method = methodOfObject(scan, call);
  if (method === 'preventExtensions' && attempt === 'deleted') return none;
  if (method === 'freeze' || (method === 'seal' && attempt === 'deleted')) return every;
  if (closing.has(method))
    return kind === 'object' && node.type === 'ObjectExpression' ? keysMissingIn(node) : every;
  if (closesUnknownKey(scan, call)) return every;
  const keys = keysDefinedBy(scan, call, attempt === 'written' ? isReadOnly : isLocked);
  return keys.length > 0 ? new Set(keys) : none;
}

/** Whether an expression may denote something that gets no more keys, sooner or later. */
export function mayBeWhole(scan: ScanContext, expression: t.Node): boolean {
  return closedAmong(scan, valuesAt(scan, expression)).some((origin) =>
    closingByOrigin(scan)
      .get(origin)
      ?.some(
        ({ by }) =>
          by === 'freeze' ||
          (!(by instanceof Set) && closing.has(methodOfObject(scan, by as t.CallExpression))),
      ),
  );
}

interface Closing {
  readonly at: t.Node;
  /** The call; `freeze`: what some function does with all that it is given; or a key that gets a getter. */
  readonly by: t.CallExpression | 'freeze' | ReadonlySet<string>;
}

const closingByOrigin = perScan((scan): ReadonlyMap<Origin, readonly Closing[]> => {
  const found = new Map<Origin, Closing[]>();
  for (const call of callsOfObject(scan)) {
    const method = methodOfObject(scan, call);
    const object = method === 'create' ? call : call.arguments[0];
    if (object === undefined || !fixing.has(method)) continue;
    for (const origin of originsOf(scan, object))
      if (method !== 'create' || origin.node === call) addTo(found, origin, { at: call, by: call });
  }
  const direct = new Set<t.Node>(callsOfObject(scan));
  for (const [call, closed] of closedElsewhere(scan))
    if (!direct.has(call)) for (const origin of closed) addTo(found, origin, { at: call, by: 'freeze' });
  for (const { kind, key, object } of definedByMethod(scan))
    if (kind === 'get')
      for (const origin of originsOf(scan, object))
        addTo(found, origin, { at: object, by: new Set(key === null ? [COMPUTED] : [key]) });
  return found;
});

const fixing: ReadonlySet<string | null> = new Set([
  'create',
  'defineProperties',
  'defineProperty',
  ...closing,
]);
