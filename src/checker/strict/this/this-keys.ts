import type * as t from '@babel/types';
import { isFunction } from '../../../syntax/kinds.ts';
import { contains, parentOf } from '../../../syntax/tree.ts';
import type { ScanContext } from '../../context.ts';
import { ownerOfThis } from '../../owner.ts';
import { perScan } from '../../per-scan.ts';
import { valuesOf } from '../own-functions.ts';
import { keysDefinedBy } from '../writes/defined-keys.ts';
import { anyOf, type KeySet, keysOfValue, none } from '../writes/fixed-keys.ts';
import { callsOfObject, methodOfObject } from '../writes/object-calls.ts';

/**
 * Which keys of the `this` of a function reject writes: those for which the object literal that it is a method of has
 * just a getter, and those that the file defines so on whatever object, since that may be the receiver.
 */
export function keysOfThis(scan: ScanContext, object: t.Node): KeySet {
  if (object.type !== 'ThisExpression') return none;
  const owner = ownerOfThis(object);
  return isFunction(owner) ? anyOf([keysDefined(scan, owner), keysOfLiteralAround(scan, owner)]) : none;
}

function keysDefined(scan: ScanContext, owner: t.Function): KeySet {
  const defined = definitions(scan).filter(({ object }) => !isLiteralWithout(scan, object, owner));
  return defined.length === 0 ? none : new Set(defined.flatMap(({ keys }) => keys));
}

const definitions = perScan((scan) =>
  callsOfObject(scan).flatMap((call) => {
    const [object] = call.arguments;
    const keys = keysDefinedBy(scan, call);
    return object && keys.length > 0 ? [{ object, keys }] : [];
  }),
);

/** A variable with a literal of which the function is no method, and that nothing inherits from or is called on. */
function isLiteralWithout(scan: ScanContext, object: t.Node, owner: t.Function): boolean {
  const binding = object.type === 'Identifier' ? scan.scopes.referenceOf(object)?.binding : null;
  const [literal] = binding ? valuesOf(binding) : [];
  if (literal?.type !== 'ObjectExpression' || contains(literal, owner)) return false;
  return binding!.references.every(({ node }) => !isReceiving(scan, node, owner));
}

/** `Object.create(literal)`, `F.prototype = literal`, `f.call(literal)`, `literal.key = owner` */
function isReceiving(scan: ScanContext, literal: t.Node, owner: t.Function): boolean {
  const parent = parentOf(literal)!;
  if (parent.type === 'CallExpression')
    return parent.callee !== literal && methodOfObject(scan, parent) !== 'defineProperty';
  const around = parentOf(parent);
  if (parent.type === 'MemberExpression' && around?.type === 'AssignmentExpression')
    return around.left === parent && contains(around.right, owner);
  return parent.type === 'AssignmentExpression' && parent.right === literal;
}

/** `{ get size() { … }, grow() { this.size = 1; }, shrink: function () { this.size = 0; } }` */
function keysOfLiteralAround(scan: ScanContext, method: t.Function): KeySet {
  const member = method.type === 'ObjectMethod' ? method : parentOf(method);
  const literal =
    member?.type === 'ObjectMethod' || member?.type === 'ObjectProperty' ? parentOf(member) : null;
  return literal?.type === 'ObjectExpression' ? keysOfValue(scan, literal) : none;
}
