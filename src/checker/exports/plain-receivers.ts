import type * as t from '@babel/types';
import { staticKey } from '../../syntax/keys.ts';
import { isFunction } from '../../syntax/kinds.ts';
import { parentOf } from '../../syntax/tree.ts';
import type { ScanContext } from '../context.ts';
import { argumentsFor, functionOf } from '../strict/own-functions.ts';
import { parameterBinding, usesArguments } from './parameters.ts';

/**
 * Whether an object is handed to nothing but functions which the file shows, and which do no more with it than read and
 * assign members of it, by keys that are spelled out: `factory(exports)` of a wrapper for several module systems.
 */
export function getsOnlyValues(scan: ScanContext, object: t.Node): boolean {
  const given = wholeOf(object);
  const call = parentOf(given);
  if (call?.type !== 'CallExpression') return false;
  const index = (call.arguments as readonly t.Node[]).indexOf(given);
  if (call.arguments.slice(0, index + 1).some(({ type }) => type === 'SpreadElement')) return false;
  const functions = functionsCalled(scan, call.callee);
  return (
    index >= 0 && functions.length > 0 && functions.every((fn) => fn !== null && isPlain(scan, fn, index))
  );
}

/** The expression that has the value of a part of it: `test ? other : part`. */
function wholeOf(part: t.Node): t.Node {
  const around = parentOf(part);
  switch (around?.type) {
    case 'ConditionalExpression':
      return around.test === part ? part : wholeOf(around);
    case 'LogicalExpression':
    case 'ParenthesizedExpression':
      return wholeOf(around);
    default:
      return part;
  }
}

/** By its name, or as what the file hands over for a parameter. */
function functionsCalled(scan: ScanContext, callee: t.Node): readonly (t.Function | null)[] {
  const binding = callee.type === 'Identifier' ? scan.scopes.referenceOf(callee)?.binding : null;
  if (binding?.kind === 'parameter' && binding.writes.length > 0) return [];
  return (binding?.kind === 'parameter' ? argumentsFor(scan, binding) : [callee]).map((value) => {
    const fn = functionOf(scan, value);
    return fn !== null && isFunction(fn) ? fn : null;
  });
}

function isPlain(scan: ScanContext, fn: t.Function, index: number): boolean {
  if (usesArguments(scan.scopes, fn)) return false;
  const parameter = fn.params[index];
  if (parameter === undefined) return fn.params.at(-1)?.type !== 'RestElement';
  const binding = parameter.type === 'Identifier' ? parameterBinding(scan.scopes, fn, parameter) : null;
  return binding?.references.every(({ node }) => isPlainUse(node, binding.name)) ?? false;
}

/** `exports.key`, but for `exports.__defineGetter__`; `global = global || self` */
function isPlainUse(use: t.Node, name: string): boolean {
  const around = parentOf(use);
  if (around?.type === 'MemberExpression' && around.object === use)
    return !(staticKey(around) ?? '__').startsWith('__');
  if (around?.type === 'UnaryExpression') return true;
  const given = parentOf(wholeOf(use));
  return (
    given?.type === 'AssignmentExpression' && given.left.type === 'Identifier' && given.left.name === name
  );
}
