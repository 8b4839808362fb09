import type * as t from '@babel/types';
import { isFunction } from '../../syntax/kinds.ts';
import { parentOf } from '../../syntax/tree.ts';
import type { ScanContext } from '../context.ts';
import { ownerOfThis } from '../owner.ts';
import { perScan } from '../per-scan.ts';
import { anyOf, callsOfObject, type KeySet, keysDefinedBy, keysOfValue, none } from './fixed-keys.ts';

/**
 * Which keys of the `this` of a function reject writes: those for which the object literal that it is a method of has
 * just a getter, and those that the file defines so on whatever object, since that may be the receiver.
 */
export function keysOfThis(scan: ScanContext, object: t.Node): KeySet {
  if (object.type !== 'ThisExpression') return none;
  const owner = ownerOfThis(object);
  return isFunction(owner) ? anyOf([keysDefined(scan), keysOfLiteralAround(scan, owner)]) : none;
}

const keysDefined = perScan(
  (scan): KeySet => new Set(callsOfObject(scan).flatMap((call) => keysDefinedBy(scan, call))),
);

/** `{ get size() { … }, grow() { this.size = 1; }, shrink: function () { this.size = 0; } }` */
function keysOfLiteralAround(scan: ScanContext, method: t.Function): KeySet {
  const member = method.type === 'ObjectMethod' ? method : parentOf(method);
  const literal =
    member?.type === 'ObjectMethod' || member?.type === 'ObjectProperty' ? parentOf(member) : null;
  return literal?.type === 'ObjectExpression' ? keysOfValue(scan, literal) : none;
}
