import type * as t from '@babel/types';
import type { Scopes } from '../../syntax/analyse.ts';
import { parentOf } from '../../syntax/tree.ts';
import { unwrap } from '../../syntax/wrapping.ts';
import { functionCalledBy } from './call-in-place.ts';
import { parameterBinding, usesArguments } from './parameters.ts';

/**
 * The call by which a function expression runs that is an argument, perhaps under a condition, of a function called on the
 * spot: where that one mentions the parameter just once, to call it, nobody else can.
 *
 * ```js
 * (function (define) { define(f); })(typeof define === 'function' ? define : function (f) {});
 * ```
 *
 * @returns null where there is none
 */
export function onlyCallOf(fn: t.Function, scopes: Scopes): t.CallExpression | null {
  if (fn.type !== 'FunctionExpression' && fn.type !== 'ArrowFunctionExpression') return null;
  if (fn.async || fn.generator) return null;
  const given = argumentAround(fn);
  const call = parentOf(given);
  const called = call?.type === 'CallExpression' ? functionCalledBy(call) : null;
  const index = called?.passed?.indexOf(given) ?? -1;
  if (called === null || index < 0 || usesArguments(scopes, called.fn)) return null;
  if (called.passed!.slice(0, index).some(({ type }) => type === 'SpreadElement')) return null;
  const parameter = called.fn.params[index];
  const binding = parameter?.type === 'Identifier' ? parameterBinding(scopes, called.fn, parameter) : null;
  const [only, ...others] = binding?.references ?? [];
  if (only === undefined || others.length > 0 || only.access !== 'read' || only.dynamic) return null;
  const caller = parentOf(only.node);
  return caller?.type === 'CallExpression' && caller.callee === only.node ? caller : null;
}

/** The whole argument of which a function is the value, as one of several perhaps. */
function argumentAround(fn: t.Node): t.Node {
  let at = fn;
  for (let parent = parentOf(at); parent !== null; at = parent, parent = parentOf(at)) {
    const isValue =
      (parent.type === 'ConditionalExpression' && parent.test !== at) ||
      (parent.type === 'LogicalExpression' && parent.right === at) ||
      unwrap(parent) !== parent;
    if (!isValue) break;
  }
  return at;
}
