import type * as t from '@babel/types';
import { languageGlobals, mutatingMethods } from './known-globals.ts';
import type { Value } from './value.ts';

/** What a call looks like, without a question to anybody else. */

export function isMember(node: t.Node): node is t.MemberExpression {
  return node.type === 'MemberExpression';
}

export function isCalledInPlace(node: t.Node, target: t.Node): boolean {
  if (node.type !== 'CallExpression' && node.type !== 'NewExpression') return false;
  return node.callee === target || (isMember(node.callee) && node.callee.object === target);
}

export function isOwn(value: Value): boolean {
  return value.kind === 'own' || value.kind === 'function';
}

export function isCallable(value: Value): boolean {
  return value.kind !== 'own' && value.kind !== 'unknown';
}

/** `process.argv.slice(2)`, `process.version.split('.')` */
export function isReadFromProcess(receiver: Value, key: string): boolean {
  if (receiver.kind !== 'global' || mutatingMethods.has(key)) return false;
  return /^process\.(?:argv|env|version|platform|arch|execArgv)\b/.test(receiver.name);
}

/** `Function.prototype.call.bind(f)`, `RegExp.prototype.test.bind(/x/)`: it calls nothing yet. */
export function isBinding(name: string): boolean {
  return name.endsWith('.bind') && languageGlobals.has(name.split('.')[0]!);
}

/** `Object.defineProperty(x, 'key', …)` */
export function keyWritten(node: t.Node): string | null {
  const key = node.type === 'CallExpression' ? node.arguments[1] : null;
  return key?.type === 'StringLiteral' ? key.value : null;
}

/** Whether a call is given nothing that could have an accessor or iterator. */
export function isGivenLiterals(node: t.Node): boolean {
  return 'arguments' in node && node.arguments.every(isLiteral);
}

/** A literal, or an array of literals. */
export function isLiteral(node: t.Node): boolean {
  return isOf(literals, node);
}

/** The same without functions, which whoever gets them may call, and `null`, which has no members. */
export function isPlainLiteral(node: t.Node): boolean {
  return isOf(plainLiterals, node);
}

function isOf(types: ReadonlySet<string>, node: t.Node): boolean {
  if (node.type === 'ArrayExpression')
    return node.elements.every((element) => element === null || isOf(types, element));
  return types.has(node.type);
}

const plainLiterals: ReadonlySet<string> = new Set([
  'BooleanLiteral',
  'NumericLiteral',
  'RegExpLiteral',
  'StringLiteral',
]);

const literals: ReadonlySet<string> = new Set([
  ...plainLiterals,
  'ArrowFunctionExpression',
  'FunctionExpression',
  'NullLiteral',
]);

/** Where a function stands that is called back: what else the builtin is given is not what that gets. */
export function callbackAt(node: t.Node, index: number): t.Node {
  const given = 'arguments' in node ? node.arguments[index] : undefined;
  return given === undefined || 'arguments' in given ? calleeOf(node) : given;
}

function calleeOf(node: t.Node): t.Node {
  return 'callee' in node ? node.callee : node;
}
