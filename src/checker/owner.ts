import type * as t from '@babel/types';
import { fieldTypes, functionTypes, isField, isFunction } from '../syntax/kinds.ts';
import type { Binding } from '../syntax/scope.ts';
import { parentOf } from '../syntax/tree.ts';
import { membersByKey } from './by-name.ts';
import type { ScanContext } from './context.ts';
import { nodesOf } from './nodes.ts';
import { perScan } from './per-scan.ts';

/** Whose code a node is: the function, class field, static block or program that it runs with. */

/** Nodes that run some of their children as code of their own. */
const owners: ReadonlySet<string> = new Set([...functionTypes, ...fieldTypes, 'StaticBlock']);

/** The nearest function, instance or static field, or static block around a node; else the program. */
export function functionAround(node: t.Node): t.Node {
  let child = node;
  for (let parent = parentOf(child); parent !== null; child = parent, parent = parentOf(child))
    if (owners.has(parent.type) && owns(parent, child)) return parent;
  return child;
}

function owns(owner: t.Node, child: t.Node): boolean {
  if (isFunction(owner)) return isInside(owner, child);
  return owner.type === 'StaticBlock' || (isField(owner) && child === owner.value);
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

/** Each `arguments` in `arguments.callee`, by which a function reaches itself. */
export function calleeReads(scan: ScanContext): readonly t.Node[] {
  return membersByKey(scan)
    .of('callee')
    .flatMap(({ object }) => (object.type === 'Identifier' && object.name === 'arguments' ? [object] : []));
}

/** The names of named function expressions that something refers to: `(function f() { f(); })`. */
export const ownNamesUsed = perScan((scan): readonly Binding[] =>
  nodesOf(scan, 'FunctionExpression').flatMap(({ id }) => {
    const own = id ? scan.scopes.scopeOf(id).bindings.get(id.name) : undefined;
    return own !== undefined && own.references.length > 0 ? [own] : [];
  }),
);
