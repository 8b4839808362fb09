import type * as t from '@babel/types';
import { staticKey } from '../../syntax/keys.ts';
import { parentOf } from '../../syntax/tree.ts';
import type { ScanContext } from '../context.ts';
import { nodesOf } from '../nodes.ts';
import { type Look, looksOfObject } from '../timeline/looks.ts';
import { keyOf } from '../timeline/puts.ts';
import { unseenUses } from '../timeline/unseen-uses.ts';
import { roleOf } from './roles.ts';

/** Where the language may run a function without a call to be seen. */
export interface Spot extends Look {
  /** Complete when the function has run. */
  readonly at: t.Node;
}

/** All such places of a file. */
export function* unseenSpots(context: ScanContext): Generator<Spot> {
  yield* members(context);
  yield* takenApart(context);
  for (const { kind, place } of unseenUses(context)) yield { at: place, occasion: kind, key: null };
  for (const at of nodesOf(context, 'BinaryExpression'))
    if (at.operator === 'instanceof') yield { at, occasion: 'instance', key: null };
  for (const at of nodesOf(context, 'CallExpression')) {
    const key = objectFunction(at, context);
    for (const look of key === null ? [] : looksOfObject(key)) yield { at, ...look };
  }
}

/** `keys` for `Object.keys(…)` */
export function objectFunction({ callee }: t.CallExpression, { scopes }: ScanContext): string | null {
  if (callee.type !== 'MemberExpression' || callee.object.type !== 'Identifier') return null;
  const isObject = callee.object.name === 'Object' && scopes.referenceOf(callee.object)?.binding === null;
  return isObject ? staticKey(callee) : null;
}

/** `object.key`, read or written, in patterns too */
function* members(context: ScanContext): Generator<Spot> {
  for (const type of ['MemberExpression', 'OptionalMemberExpression'] as const) {
    for (const member of nodesOf(context, type)) {
      const role = roleOf(member);
      const key = keyOf(member);
      if (role.kind === 'read' || role.kind === 'call') yield { at: member, occasion: 'get', key };
      if (role.kind !== 'write') continue;
      const at = role.expression;
      yield { at, occasion: 'set', key };
      if (role.operator !== '=' && role.operator !== 'pattern') yield { at, occasion: 'get', key };
    }
  }
}

/** `{ key } = object`, `[element] = list`, `{ ...object }` */
function* takenApart(context: ScanContext): Generator<Spot> {
  for (const pattern of nodesOf(context, 'ObjectPattern')) {
    const at = boundBy(pattern);
    for (const property of pattern.properties)
      yield { at, occasion: 'get', key: property.type === 'RestElement' ? null : keyOf(property) };
  }
  for (const pattern of nodesOf(context, 'ArrayPattern'))
    yield { at: boundBy(pattern), occasion: 'iterate', key: null };
  for (const at of nodesOf(context, 'SpreadElement'))
    if (parentOf(at)?.type === 'ObjectExpression') yield { at, occasion: 'get', key: null };
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
