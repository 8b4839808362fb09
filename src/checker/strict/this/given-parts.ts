import type * as t from '@babel/types';
import { isFunction } from '../../../syntax/kinds.ts';
import { parentOf } from '../../../syntax/tree.ts';

/** What parts of literals hold, and what parts of patterns are taken from. */

export function valueIn(property: t.ObjectExpression['properties'][number]): t.Node | null {
  if (property.type === 'SpreadElement') return property.argument;
  if (property.type === 'ObjectMethod') return property.kind === 'method' ? property : null;
  return property.value;
}

export function nameOf(name: t.Identifier | t.StringLiteral): string {
  return name.type === 'Identifier' ? name.name : name.value;
}

/** The expression that a pattern takes apart; null for that of a parameter, and in loops. */
export function sourceOf(pattern: t.Node): t.Node | null {
  for (let at = parentOf(pattern); at !== null && !isFunction(at); at = parentOf(at)) {
    if (at.type === 'VariableDeclarator') return at.init ?? null;
    if (at.type === 'AssignmentExpression') return at.right;
  }
  return null;
}

/** `name.key = value` */
export function assignedToMemberOf(name: t.Node): t.Node | null {
  const member = parentOf(name);
  if (member?.type !== 'MemberExpression' || member.object !== name) return null;
  const assignment = parentOf(member);
  return assignment?.type === 'AssignmentExpression' && assignment.left === member ? assignment.right : null;
}
