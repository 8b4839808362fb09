import type * as t from '@babel/types';
import { staticKey } from '../../../syntax/keys.ts';
import { isClass, isFunction, isLiteral } from '../../../syntax/kinds.ts';
import { parentOf } from '../../../syntax/tree.ts';
import { unwrap } from '../../../syntax/wrapping.ts';
import type { ScanContext } from '../../context.ts';
import { isFreeName } from '../../free-names.ts';
import { ownerOfThis } from '../../owner.ts';
import { functionOf } from '../own-functions.ts';
import { exportsName } from './fixed-keys.ts';
import { valuesReturned } from './followed-keys.ts';
import { methodOfObject } from './object-calls.ts';

/**
 * Whether what an expression gives is an object that the file makes there, and nobody else has yet, its own exports, a
 * prototype of its own, or no object at all.
 */
export function isMadeHere(scan: ScanContext, expression: t.Node): boolean {
  const node = unwrap(expression);
  switch (node.type) {
    case 'NewExpression':
      return isNewObject(scan, node.callee);
    case 'CallExpression':
      return isMadeByCall(scan, node);
    case 'MemberExpression':
      return exportsName(scan, node) !== null || isOwnPrototype(scan, node);
    case 'ThisExpression':
      return exportsName(scan, node) !== null || isMadeByConstructor(ownerOfThis(node));
    default:
      return isFunction(node) || isClass(node) || isLiteral(node);
  }
}

/** `new Map()`, but not `new Proxy(target, {})`, `new Object(value)`, or where a constructor gives something else. */
function isNewObject(scan: ScanContext, callee: t.Node): boolean {
  if ([...constructors].some((name) => isFreeName(callee, name, scan.scopes))) return true;
  const made = functionOf(scan, callee);
  if (made === null) return false;
  const running = isClass(made) ? constructorsOf(made) : isFunction(made) ? [made] : [];
  const isBase = !isClass(made) || !made.superClass;
  return isBase && running.every((fn) => valuesReturned(scan, fn).length === 0);
}

function constructorsOf({ body }: t.Class): readonly t.ClassMethod[] {
  return body.body.filter(
    (member): member is t.ClassMethod => member.type === 'ClassMethod' && member.kind === 'constructor',
  );
}

const constructors: ReadonlySet<string> = new Set([
  'Array',
  'Date',
  'Error',
  'Map',
  'RangeError',
  'RegExp',
  'Set',
  'TypeError',
  'WeakMap',
  'WeakSet',
]);

/** `Object.create(prototype)`, `Object.assign({}, other)`, `Object.keys(other).concat(names)` */
function isMadeByCall(scan: ScanContext, call: t.CallExpression): boolean {
  const { callee } = call;
  const [object] = call.arguments;
  const method = methodOfObject(scan, call);
  if (method === null) {
    const list = callee.type === 'MemberExpression' && copying.has(staticKey(callee)) ? callee.object : null;
    return list !== null && isList(scan, unwrap(list));
  }
  return making.has(method) || (returning.has(method) && object !== undefined && isMadeHere(scan, object));
}

const making: ReadonlySet<string> = new Set([
  'create',
  'entries',
  'fromEntries',
  'getOwnPropertyNames',
  'keys',
  'values',
]);

/** Whether it is plain that an array is there, and not something with methods of the same names. */
function isList(scan: ScanContext, node: t.Node): boolean {
  if (node.type === 'ArrayExpression') return true;
  return node.type === 'CallExpression' && isMadeByCall(scan, node) && listing.has(calledMethod(scan, node));
}

function calledMethod(scan: ScanContext, call: t.CallExpression): string | null {
  const { callee } = call;
  return methodOfObject(scan, call) ?? (callee.type === 'MemberExpression' ? staticKey(callee) : null);
}

/** Methods of arrays that give another one (ECMA-262 §23.1.3, ArraySpeciesCreate). */
const copying: ReadonlySet<string | null> = new Set(['concat', 'filter', 'flat', 'flatMap', 'map', 'slice']);

const listing: ReadonlySet<string | null> = new Set([
  ...copying,
  'entries',
  'getOwnPropertyNames',
  'keys',
  'values',
]);

/** They give what they get. */
const returning: ReadonlySet<string> = new Set([
  'assign',
  'defineProperties',
  'defineProperty',
  'freeze',
  'preventExtensions',
  'seal',
  'setPrototypeOf',
]);

/** `Point.prototype` */
function isOwnPrototype(scan: ScanContext, member: t.MemberExpression): boolean {
  return staticKey(member) === 'prototype' && functionOf(scan, member.object) !== null;
}

/** `class Point { constructor() { Object.freeze(this); } }` */
function isMadeByConstructor(owner: t.Node): boolean {
  if (owner.type !== 'ClassMethod' || owner.kind !== 'constructor') return false;
  const made = parentOf(parentOf(owner)!);
  return made !== null && isClass(made) && !made.superClass;
}
