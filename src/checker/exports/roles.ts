import type * as t from '@babel/types';
import { parentOf } from '../../syntax/tree.ts';

/** What happens to a place (a variable or property) where the source names it. */
export type Role =
  | { readonly kind: 'read' }
  | { readonly kind: 'call'; readonly call: t.Node }
  | { readonly kind: 'delete'; readonly expression: t.Node }
  | Assignment;

/** An assignment of any form. */
export interface Assignment {
  readonly kind: 'write';
  /** `=`, `+=`, `++` ..., or `pattern` for a target of a destructuring assignment, declaration or loop head. */
  readonly operator: string;
  /** The assignment, update or declarator; for `pattern` the target itself. */
  readonly expression: t.Node;
  /** What is assigned, where it is one expression (for `||=` and the like only perhaps); else null. */
  readonly value: t.Node | null;
}

const READ: Role = { kind: 'read' };

const casts: ReadonlySet<string> = new Set([
  'ParenthesizedExpression',
  'TSAsExpression',
  'TSInstantiationExpression',
  'TSNonNullExpression',
  'TSSatisfiesExpression',
  'TSTypeAssertion',
  'TypeCastExpression',
]);

/** Whether a node is its only expression child with another type: `(x: any)`, `x!`. */
export function isCast(node: t.Node): boolean {
  return casts.has(node.type);
}

/** The node with the casts around it. */
export function withCasts(node: t.Node): t.Node {
  let at = node;
  for (let parent = parentOf(at); parent !== null && isCast(parent); parent = parentOf(at)) at = parent;
  return at;
}

/** @returns what is done with the variable or property that an identifier or member expression names. */
export function roleOf(node: t.Node): Role {
  const target = withCasts(node);
  const parent = parentOf(target);
  switch (parent?.type) {
    case 'AssignmentExpression':
      if (parent.left !== target) return READ;
      return write(parent.operator, parent, parent.operator === '=' ? parent.right : null);
    case 'VariableDeclarator':
      if (parent.id !== target) return READ;
      return parent.init ? write('=', parent, parent.init) : write('pattern', target, null);
    case 'UpdateExpression':
      return write(parent.operator, parent, null);
    case 'UnaryExpression':
      return parent.operator === 'delete' ? { kind: 'delete', expression: parent } : READ;
    case 'CallExpression':
      return parent.callee === target ? { kind: 'call', call: parent } : READ;
    case 'TaggedTemplateExpression':
      return parent.tag === target ? { kind: 'call', call: parent } : READ;
    default:
      return parent !== null && isPatternTarget(parent, target) ? write('pattern', target, null) : READ;
  }
}

function write(operator: string, expression: t.Node, value: t.Node | null): Assignment {
  return { kind: 'write', operator, expression, value };
}

function isPatternTarget(parent: t.Node, target: t.Node): boolean {
  switch (parent.type) {
    case 'ForInStatement':
    case 'ForOfStatement':
    case 'AssignmentPattern':
      return parent.left === target;
    case 'ArrayPattern':
    case 'RestElement':
      return true;
    case 'ObjectProperty':
      return parent.value === target && parentOf(parent)?.type === 'ObjectPattern';
    default:
      return false;
  }
}
