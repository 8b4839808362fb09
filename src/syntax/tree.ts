import type * as t from '@babel/types';
import { isFunction } from './kinds.ts';
import type { Reference } from './scope.ts';
import { shapeOf } from './shape.ts';

/** Where a node keeps its parent. A symbol, so that no other tool that walks the tree takes it for a child. */
const PARENT = Symbol('parent');
/** Where an identifier keeps what it refers to. */
const REFERENCE = Symbol('reference');

interface Linked {
  [PARENT]?: t.Node;
  [REFERENCE]?: Reference;
}

/** The node that `node` is a child of; `null` for the program and before `analyse` has walked the tree. */
export function parentOf(node: t.Node): t.Node | null {
  return (node as Linked)[PARENT] ?? null;
}

/** For the walk alone. */
export function setParent(node: t.Node, parent: t.Node): void {
  (node as Linked)[PARENT] = parent;
}

/** `undefined` where the node is no reference: a declaration without a value, a key, a label. */
export function referenceAt(node: t.Node): Reference | undefined {
  return (node as Linked)[REFERENCE];
}

/** For the walk alone. */
export function setReference(node: t.Node, reference: Reference): void {
  (node as Linked)[REFERENCE] = reference;
}

/** Calls `visit` with every child of a node, in source order. */
export function eachChild(node: t.Node, visit: (child: t.Node) => void): void {
  for (const key of shapeOf(node.type).keys) {
    const value = (node as unknown as Record<string, t.Node | readonly (t.Node | null)[] | null | undefined>)[
      key
    ];
    if (Array.isArray(value)) {
      for (const child of value) if (child) visit(child);
    } else if (value) {
      visit(value as t.Node);
    }
  }
}

/** The parents of a node, nearest first. */
export function* ancestorsOf(node: t.Node): Generator<t.Node, void> {
  for (let at = parentOf(node); at; at = parentOf(at)) yield at;
}

/** Whether `outer` is `inner` or contains it. */
export function contains(outer: t.Node, inner: t.Node): boolean {
  return outer.start! <= inner.start! && inner.end! <= outer.end!;
}

/** The nearest function around a node, or `null` at the top level. Class fields and static blocks are none. */
export function enclosingFunction(node: t.Node): t.Function | null {
  for (const at of ancestorsOf(node)) if (isFunction(at)) return at;
  return null;
}

const STATEMENT_LISTS = new Set<string>([
  'Program',
  'BlockStatement',
  'SwitchCase',
  'StaticBlock',
  'TSModuleBlock',
]);

/** Whether statements can be put before or after a statement without adding braces. */
export function isInStatementList(statement: t.Node): boolean {
  const parent = parentOf(statement);
  return parent !== null && STATEMENT_LISTS.has(parent.type) && (parent as t.SwitchCase).test !== statement;
}

/** Whether a node is a statement of the program itself, not of a block or function in it. */
export function isTopLevelStatement(node: t.Node): boolean {
  return parentOf(node)?.type === 'Program';
}
