import type * as t from '@babel/types';

/** What hands over arguments. */
export type Call = t.CallExpression | t.NewExpression;

export function isCall(node: t.Node): node is Call {
  return node.type === 'CallExpression' || node.type === 'NewExpression';
}
