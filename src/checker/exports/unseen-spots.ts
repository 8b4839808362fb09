import type * as t from '@babel/types';
import { staticKey } from '../../syntax/keys.ts';
import { parentOf } from '../../syntax/tree.ts';
import type { ScanContext } from '../context.ts';
import { nodesOf } from '../nodes.ts';
import { looksOfObject } from '../timeline/looks.ts';
import { keyOf } from '../timeline/puts.ts';
import type { Occasion } from '../timeline/unseen.ts';
import { unseenUses } from '../timeline/unseen-uses.ts';
import { roleOf } from './roles.ts';

/** Whether the language may run a function of the file on an occasion, under a key, or under any where it is null. */
export type IsOpen = (occasion: Occasion, key: string | null) => boolean;

/** Where it may do so without a call to be seen: what is complete when the function has run. */
export function* unseenSpots(context: ScanContext, isOpen: IsOpen): Generator<t.Node> {
  if (isOpen('get', null) || isOpen('set', null)) yield* members(context, isOpen);
  if (isOpen('get', null) || isOpen('iterate', null)) yield* takenApart(context, isOpen);
  if (isOpen('convert', null) || isOpen('iterate', null))
    for (const { kind, place } of unseenUses(context)) if (isOpen(kind, null)) yield place;
  if (isOpen('instance', null))
    for (const node of nodesOf(context, 'BinaryExpression')) if (node.operator === 'instanceof') yield node;
  for (const node of nodesOf(context, 'CallExpression')) {
    const key = objectFunction(node, context);
    if (key !== null && looksOfObject(key).some((look) => isOpen(look.occasion, look.key))) yield node;
  }
}

/** `keys` for `Object.keys(…)` */
export function objectFunction({ callee }: t.CallExpression, { scopes }: ScanContext): string | null {
  if (callee.type !== 'MemberExpression' || callee.object.type !== 'Identifier') return null;
  const isObject = callee.object.name === 'Object' && scopes.referenceOf(callee.object)?.binding === null;
  return isObject ? staticKey(callee) : null;
}

/** `object.key`, read or written, in patterns too */
function* members(context: ScanContext, isOpen: IsOpen): Generator<t.Node> {
  for (const member of nodesOf(context, 'MemberExpression')) {
    const key = keyOf(member);
    const [isRead, isWritten] = [isOpen('get', key), isOpen('set', key)];
    if (!isRead && !isWritten) continue;
    const role = roleOf(member);
    if (role.kind === 'write') {
      const reads = role.operator !== '=' && role.operator !== 'pattern';
      if (isWritten || (isRead && reads)) yield role.expression;
    } else if (isRead && role.kind !== 'delete') {
      yield member;
    }
  }
}

/** `{ key } = object`, `[element] = list`, `{ ...object }` */
function* takenApart(context: ScanContext, isOpen: IsOpen): Generator<t.Node> {
  for (const pattern of nodesOf(context, 'ObjectPattern')) {
    const isTaken = pattern.properties.some((property) =>
      isOpen('get', property.type === 'RestElement' ? null : keyOf(property)),
    );
    if (isTaken) yield boundBy(pattern);
  }
  if (isOpen('iterate', null)) for (const pattern of nodesOf(context, 'ArrayPattern')) yield boundBy(pattern);
  if (isOpen('get', null))
    for (const node of nodesOf(context, 'SpreadElement'))
      if (parentOf(node)?.type === 'ObjectExpression') yield node;
}

/** The declarator or assignment that takes something apart; the whole pattern where it is neither. */
function boundBy(pattern: t.Node): t.Node {
  let at = pattern;
  for (let parent = parentOf(at)!; inPatterns.has(parent.type); parent = parentOf(at)!) at = parent;
  const role = roleOf(at);
  return role.kind === 'write' ? role.expression : at;
}

const inPatterns: ReadonlySet<string> = new Set([
  'ArrayPattern',
  'AssignmentPattern',
  'ObjectPattern',
  'ObjectProperty',
  'RestElement',
]);
