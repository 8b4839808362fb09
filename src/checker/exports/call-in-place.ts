import type * as t from '@babel/types';
import { staticKey } from '../../syntax/keys.ts';
import { parentOf } from '../../syntax/tree.ts';

/** `(function () {})(a)`, `(() => {})(a)`, `(function () {}).call(this, a)` and `.apply(this)`: run where they stand. */
export interface CallInPlace {
  readonly call: t.CallExpression;
  readonly fn: t.FunctionExpression | t.ArrowFunctionExpression;
  /** What the function gets as `this`, where the call says so. */
  readonly thisArgument: t.Node | null;
  /** The arguments that its parameters get, in order; `apply` with a list leaves them open. */
  readonly passed: readonly t.Node[] | null;
}

/** @returns how a function expression is called on the spot, or null where it is not. */
export function callInPlace(fn: t.Node): CallInPlace | null {
  const parent = parentOf(fn);
  if (parent === null) return null;
  const call = parent.type === 'MemberExpression' && parent.object === fn ? parentOf(parent) : parent;
  const found = call?.type === 'CallExpression' ? functionCalledBy(call) : null;
  return found?.fn === fn ? found : null;
}

/**
 * The same from the side of the call. A generator has not begun when its call returns, and what follows the first
 * `await` of an async function runs later; neither runs in place.
 */
export function functionCalledBy(call: t.CallExpression): CallInPlace | null {
  const { callee } = call;
  const method = callee.type === 'MemberExpression' ? staticKey(callee) : null;
  const fn = callee.type === 'MemberExpression' ? callee.object : callee;
  if (fn.type !== 'FunctionExpression' && fn.type !== 'ArrowFunctionExpression') return null;
  if (fn.async || fn.generator) return null;
  const list = call.arguments as readonly t.Node[];
  if (fn === callee) return { call, fn, thisArgument: null, passed: list };
  const thisArgument = list[0] ?? null;
  if (method === 'call') return { call, fn, thisArgument, passed: list.slice(1) };
  if (method === 'apply') return { call, fn, thisArgument, passed: list.length > 1 ? null : [] };
  return null;
}
