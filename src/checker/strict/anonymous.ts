import type * as t from '@babel/types';

/** A function or class without a name, which takes the name of the variable that it is assigned to (§8.4.5). */
export type Anonymous = t.FunctionExpression | t.ArrowFunctionExpression | t.ClassExpression;

export function isAnonymous(node: t.Node | null | undefined): node is Anonymous {
  if (node == null) return false;
  if (node.type === 'ArrowFunctionExpression') return true;
  return (node.type === 'FunctionExpression' || node.type === 'ClassExpression') && node.id == null;
}
