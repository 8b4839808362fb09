import type * as t from '@babel/types';
import { addTo } from '../../../lists.ts';
import { parentOf } from '../../../syntax/tree.ts';
import { assignmentsByName } from '../../by-name.ts';
import type { ScanContext } from '../../context.ts';
import { nodesOf } from '../../nodes.ts';
import { perScan } from '../../per-scan.ts';
import { definedByMethod } from '../../timeline/puts.ts';
import { functionOf, literalOf } from '../own-functions.ts';
import { rootOf } from '../required-names.ts';
import { keysNamed } from './closed-keys.ts';
import { closing } from './closing.ts';
import { closesUnknownKey } from './defined-keys.ts';
import {
  anyOf,
  getterOnlyKeys,
  type KeySet,
  keysOfCall,
  mayComeBefore,
  none,
  unnamed,
} from './fixed-keys.ts';
import { receiversClosed } from './followed-keys.ts';
import { callsOfObject, methodOfObject } from './object-calls.ts';
import { basesIn, constructorOf } from './prototypes.ts';

/**
 * Which keys of what a function or class of the file makes reject writes: those that its prototype, one above it, or one of
 * those below it has just a getter for, or so that they cannot be written (ECMA-262 §10.1.9.2), and what constructors close.
 *
 * @param use where they are written to; null: all that is closed sooner or later
 */
export function keysOfInstances(scan: ScanContext, made: t.Node | null, use: t.Node | null): KeySet {
  return keysOf('instance', scan, made, use);
}

/** The same of its prototype. */
export function keysOfPrototype(scan: ScanContext, made: t.Node | null, use: t.Node | null): KeySet {
  return keysOf('prototype', scan, made, use);
}

type Part = 'instance' | 'prototype';

function keysOf(part: Part, scan: ScanContext, made: t.Node | null, use: t.Node | null): KeySet {
  const own = closingsByMaker(scan);
  if (made === null || own.size === 0) return none;
  const closings = [...familyOf(scan, made)].flatMap((each) => own.get(each) ?? []);
  return anyOf(
    closings
      .filter(({ only }) => only === null || only === part)
      .filter(({ at }) => use === null || at === null || mayComeBefore(at, use))
      .map(({ keys }) => keys),
  );
}

interface Closing {
  readonly keys: KeySet;
  /** Null: what a prototype rejects, what inherits from it does, too. */
  readonly only: Part | null;
  /** What does it; null: that comes first, or is no matter of time. */
  readonly at: t.Node | null;
}

const closingsByMaker = perScan((scan): ReadonlyMap<t.Node, readonly Closing[]> => {
  const found = new Map<t.Node, Closing[]>();
  const add = (
    made: t.Node | null,
    keys: KeySet,
    at: t.Node | null = null,
    only: Part | null = null,
  ): void => {
    if (made !== null && keys !== none) addTo(found, made, { keys, only, at });
  };
  for (const body of nodesOf(scan, 'ClassBody'))
    add(parentOf(body), getterOnlyKeys(body.body.filter((member) => !('static' in member && member.static))));
  for (const { left, right } of assignmentsByName(scan).of('prototype'))
    add(constructorOf(scan, left), keysInPrototype(scan, right));
  for (const call of callsOfObject(scan)) {
    // That it gets no more keys does not keep others from having them.
    const only = closing.has(methodOfObject(scan, call)) ? 'prototype' : null;
    add(constructorOf(scan, call.arguments[0]), keysDefinedOn(scan, call), call, only);
  }
  for (const { kind, object, key } of definedByMethod(scan))
    if (kind === 'get') add(constructorOf(scan, object), key === null ? unnamed : new Set([key]));
  for (const { made, keys, call } of receiversClosed(scan)) add(made, keys, call, 'instance');
  return found;
});

/** `F.prototype = { get size() {} }`, `F.prototype = Object.create(Base.prototype, { size: { get } })` */
function keysInPrototype(scan: ScanContext, prototype: t.Node): KeySet {
  if (prototype.type === 'CallExpression') return keysOfCall(scan, prototype);
  const literal = literalOf(scan, prototype);
  return literal === null ? none : getterOnlyKeys(literal.properties);
}

/** `Object.defineProperty(F.prototype, key, { get })` */
function keysDefinedOn(scan: ScanContext, call: t.CallExpression): KeySet {
  if (!closesUnknownKey(scan, call)) return keysOfCall(scan, call);
  const named = methodOfObject(scan, call) === 'defineProperty' ? keysNamed(scan, call.arguments[1]) : [];
  return named.length > 0 ? new Set(named) : unnamed;
}

/** A function or class with those of the file that its prototype inherits from, and those whose prototypes inherit from it. */
function familyOf(scan: ScanContext, made: t.Node): ReadonlySet<t.Node> {
  const { above, below } = inheritanceIn(scan);
  return new Set([...closure(made, above), ...closure(made, below)]);
}

function closure(start: t.Node, next: ReadonlyMap<t.Node, readonly t.Node[]>): ReadonlySet<t.Node> {
  const found = new Set([start]);
  for (const at of found) for (const other of next.get(at) ?? []) found.add(other);
  return found;
}

const inheritanceIn = perScan((scan) => {
  const above = new Map<t.Node, t.Node[]>();
  const below = new Map<t.Node, t.Node[]>();
  const classes = [...nodesOf(scan, 'ClassDeclaration'), ...nodesOf(scan, 'ClassExpression')];
  for (const { of, base } of [
    ...basesIn(scan),
    ...classes.flatMap((made) => (made.superClass ? [{ of: made, base: made.superClass }] : [])),
  ]) {
    const parent = of === null ? null : functionOf(scan, rootOf(base));
    if (of === null || parent === null) continue;
    addTo(above, of, parent);
    addTo(below, parent, of);
  }
  return { above, below };
});
