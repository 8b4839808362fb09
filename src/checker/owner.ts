import type * as t from '@babel/types';
import type { Scopes } from '../syntax/analyse.ts';
import { staticKey } from '../syntax/keys.ts';
import { isFunction, parentOf } from '../syntax/tree.ts';

/** Whose code a node is: the function, class field, static block or program that it runs with. */

/** The nearest function, instance or static field, or static block around a node; else the program. */
export function functionAround(node: t.Node): t.Node {
  let child = node;
  for (let parent = parentOf(child); parent !== null; child = parent, parent = parentOf(child)) {
    if (isFunction(parent) && isInside(parent, child)) return parent;
    if (parent.type === 'StaticBlock' || (isField(parent) && child === parent.value)) return parent;
  }
  return child;
}

/** The same for `this`, `arguments` and `new.target`, which arrow functions take from around them. */
export function ownerOfThis(node: t.Node): t.Node {
  let owner = functionAround(node);
  while (owner.type === 'ArrowFunctionExpression') owner = functionAround(owner);
  return owner;
}

/** Whether a child of a function is run by it (parameters, body), unlike a computed key or a decorator. */
export function isInside(fn: t.Function, child: t.Node): boolean {
  return child === fn.body || (fn.params as readonly t.Node[]).includes(child);
}

type Field = t.ClassProperty | t.ClassPrivateProperty | t.ClassAccessorProperty;

export function isField(node: t.Node): node is Field {
  return (
    node.type === 'ClassProperty' ||
    node.type === 'ClassPrivateProperty' ||
    node.type === 'ClassAccessorProperty'
  );
}

/** Each `arguments` in `arguments.callee`, by which a function reaches itself. */
export function calleeReads({ references }: Scopes): readonly t.Node[] {
  const nodes = references.filter(({ name }) => name === 'arguments').map(({ node }) => node);
  return nodes.filter((node) => {
    const parent = parentOf(node);
    return parent?.type === 'MemberExpression' && parent.object === node && staticKey(parent) === 'callee';
  });
}
