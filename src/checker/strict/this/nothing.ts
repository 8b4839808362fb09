import type * as t from '@babel/types';

/** `null`, `undefined`, or nothing at all */
export function isNothing(receiver: t.Node | undefined): boolean {
  if (receiver === undefined || receiver.type === 'NullLiteral') return true;
  if (receiver.type === 'UnaryExpression') return receiver.operator === 'void';
  return receiver.type === 'Identifier' && receiver.name === 'undefined';
}
