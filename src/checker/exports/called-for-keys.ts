import type * as t from '@babel/types';
import type { Scopes } from '../../syntax/analyse.ts';
import { staticKey } from '../../syntax/keys.ts';
import { parentOf } from '../../syntax/tree.ts';
import { usesArguments } from './parameters.ts';
import type { Places } from './places.ts';

/**
 * Whether a function runs for the keys of an object while the file loads, and never again: nobody else can call it.
 *
 * ```js
 * Object.keys(_base).forEach(function (key) { … }); // `export * from './base'`, as Babel compiles it
 * ```
 */
export function isCalledForKeys(fn: t.Node, scopes: Scopes, places: Places): boolean {
  const isAnonymous = fn.type === 'ArrowFunctionExpression' || (fn.type === 'FunctionExpression' && !fn.id);
  if (!isAnonymous || fn.async || fn.generator || usesArguments(scopes, fn)) return false;
  const call = parentOf(fn)!;
  if (call.type !== 'CallExpression' || call.arguments[0] !== fn) return false;
  const { callee } = call;
  const isEach = callee.type === 'MemberExpression' && staticKey(callee) === 'forEach';
  return isEach && areKeys(callee.object, scopes) && places.of(call).region === null;
}

function areKeys(list: t.Node, scopes: Scopes): boolean {
  if (list.type !== 'CallExpression' || list.callee.type !== 'MemberExpression') return false;
  const { object } = list.callee;
  const reference = object.type === 'Identifier' ? scopes.referenceOf(object) : undefined;
  const isLanguage = reference?.name === 'Object' && reference.binding === null && !reference.dynamic;
  return isLanguage && staticKey(list.callee) === 'keys';
}
