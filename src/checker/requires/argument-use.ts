import type * as t from '@babel/types';
import type { Scopes } from '../../syntax/analyse.ts';
import { staticKey } from '../../syntax/keys.ts';
import { isFreeName } from '../free-names.ts';
import type { Use } from './use.ts';

type Row = { readonly index: number | 'later'; readonly kind: Use['kind']; readonly writes?: true };

const lists: Row = { index: 0, kind: 'enumerate' };
const changes: Row = { index: 0, kind: 'computed', writes: true };
const asks: Row = { index: 0, kind: 'computed' };

/** What functions of the language do with an object that they are given (ECMA-262 §20.1.2, §25.5.2, §28.1). */
const known: ReadonlyMap<string, readonly Row[]> = new Map([
  ['Object.assign', [changes, { index: 'later', kind: 'enumerate' }]],
  ['Object.defineProperties', [changes]],
  ['Object.defineProperty', [changes]],
  ['Object.entries', [lists]],
  ['Object.freeze', [changes]],
  ['Object.getOwnPropertyDescriptor', [asks]],
  ['Object.getOwnPropertyDescriptors', [lists]],
  ['Object.getOwnPropertyNames', [lists]],
  ['Object.getOwnPropertySymbols', [lists]],
  ['Object.hasOwn', [asks]],
  ['Object.keys', [lists]],
  ['Object.preventExtensions', [changes]],
  ['Object.seal', [changes]],
  ['Object.setPrototypeOf', [changes]],
  ['Object.values', [lists]],
  ['Reflect.defineProperty', [changes]],
  ['Reflect.deleteProperty', [changes]],
  ['Reflect.has', [asks]],
  ['Reflect.ownKeys', [lists]],
  ['Reflect.set', [changes]],
  ['JSON.stringify', [lists]],
]);

/** The use of a value that is an argument of a call. */
export function argumentUse(call: t.CallExpression, node: t.Node, scopes: Scopes): Use {
  const { callee } = call;
  if (isHasOwnProperty(callee, scopes) && call.arguments[0] === node) return { node, kind: 'computed' };
  const name = globalMethod(callee, scopes);
  const index = (call.arguments as readonly t.Node[]).indexOf(node);
  // A spread in front of it makes its index uncertain.
  const isCertain = call.arguments.every(({ type }) => type !== 'SpreadElement');
  const row = known.get(name ?? '')?.find((each) => each.index === (index === 0 ? 0 : 'later'));
  return row === undefined || !isCertain
    ? { node, kind: 'value' }
    : { node, kind: row.kind, writes: row.writes ?? false };
}

/** `Object.keys` and the like, of the global object. */
function globalMethod(callee: t.Node, scopes: Scopes): string | null {
  if (callee.type !== 'MemberExpression') return null;
  const { object } = callee;
  const key = staticKey(callee);
  return key !== null && object.type === 'Identifier' && isFreeName(object, object.name, scopes)
    ? `${object.name}.${key}`
    : null;
}

/** `Object.prototype.hasOwnProperty.call` */
function isHasOwnProperty(callee: t.Node, scopes: Scopes): boolean {
  const path: (string | null)[] = [];
  let at = callee;
  for (; at.type === 'MemberExpression'; at = at.object) path.unshift(staticKey(at));
  return isFreeName(at, 'Object', scopes) && path.join('.') === 'prototype.hasOwnProperty.call';
}
