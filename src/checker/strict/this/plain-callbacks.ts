import type * as t from '@babel/types';
import { initOf } from '../../../syntax/declaration.ts';
import { staticKey } from '../../../syntax/keys.ts';
import type { ScanContext } from '../../context.ts';
import { pathOfGlobal } from '../../free-names.ts';
import type { Call } from './call-kinds.ts';
import { calledByBuiltins } from './called-by-builtins.ts';
import { isNothing, mayBeNothing } from './nothing.ts';

/**
 * What is certain of a function that is handed over: `plain`: it is called without a `this`. `maybe`: it is by those
 * who do what the standard says, but others (promises that can be bound, some functions of Node) give it one.
 */
export type Handed = 'plain' | 'maybe' | 'unknown';

/**
 * Methods of arrays that call their first argument without a `this` (§23.1.3). `always`: whatever has a method of that
 * name behaves so. `array`: collections of other kinds (jQuery's, for one) pass the element as `this`.
 */
export const plainCallbackMethods: ReadonlyMap<string, 'always' | 'array'> = new Map([
  ['forEach', 'always'],
  ['reduce', 'always'],
  ['reduceRight', 'always'],
  ['sort', 'always'],
  ['every', 'always'],
  ['some', 'always'],
  ['map', 'array'],
  ['filter', 'array'],
  ['find', 'array'],
  ['findIndex', 'array'],
  ['flatMap', 'array'],
]);

/** Other methods, with the arguments that they call (§22.1.3.19, §27.2.5; Node's `process.nextTick`). */
const otherMethods: ReadonlyMap<string, readonly number[]> = new Map([
  ['catch', [0]],
  ['finally', [0]],
  ['nextTick', [0]],
  ['replace', [1]],
  ['replaceAll', [1]],
  ['then', [0, 1]],
]);

/** The names of all that is known to call its arguments so. */
export const mayBeHandedOver: ReadonlySet<string> = new Set([
  ...plainCallbackMethods.keys(),
  ...otherMethods.keys(),
  'from',
  'queueMicrotask',
]);

/** How a function is called that is an argument of a call. */
export function handedOver(scan: ScanContext, call: Call, argument: t.Node): Handed {
  const handed = handedToLanguage(scan, call, argument);
  return handed === 'unknown' && calledByBuiltins(scan).has(argument) ? 'maybe' : handed;
}

function handedToLanguage(scan: ScanContext, call: Call, argument: t.Node): Handed {
  const index = (call.arguments as readonly t.Node[]).indexOf(argument);
  const { callee } = call;
  if (callee.type === 'Identifier') {
    const expected = call.type === 'NewExpression' ? 'Promise' : 'queueMicrotask';
    const isKnown = callee.name === expected && scan.scopes.referenceOf(callee)?.binding === null;
    return isKnown && index === 0 ? 'plain' : 'unknown';
  }
  if (callee.type !== 'MemberExpression' || call.type === 'NewExpression') return 'unknown';
  const method = staticKey(callee) ?? '';
  if (pathOfGlobal(scan, callee) === 'Array.from')
    return index === 1 && isNothing(call.arguments[2]) ? 'plain' : 'unknown';
  if (otherMethods.get(method)?.includes(index)) return isBound(callee.object) ? 'unknown' : 'maybe';
  const certainty = index === 0 ? plainCallbackMethods.get(method) : undefined;
  if (certainty === undefined) return 'unknown';
  const takesThis = !/^(?:reduce|sort|toSorted)/.test(method);
  const [, receiver] = call.arguments;
  if (takesThis && !isNothing(receiver)) return mayBeNothing(scan, receiver) ? 'maybe' : 'unknown';
  return certainty === 'always' || isSurelyArray(scan, callee.object) ? 'plain' : 'maybe';
}

/** `promise.bind(object).then(f)`, of libraries of promises. */
function isBound(object: t.Node): boolean {
  let at = object;
  while (at.type === 'CallExpression' && at.callee.type === 'MemberExpression') {
    if (staticKey(at.callee) === 'bind') return true;
    at = at.callee.object;
  }
  return false;
}

const makesArray: ReadonlySet<string> = new Set([
  'concat',
  'entries',
  'filter',
  'from',
  'getOwnPropertyNames',
  'keys',
  'map',
  'slice',
  'split',
]);

/** Whether an expression is an array for all that can be seen. */
export function isSurelyArray(scan: ScanContext, node: t.Node): boolean {
  const passed = new Set<t.Node>();
  let answer: t.Node | boolean = node;
  while (typeof answer === 'object') {
    if (passed.has(answer)) return false;
    passed.add(answer);
    answer = answerOrOrigin(scan, answer);
  }
  return answer;
}

/** Whether it is an array; or what would have to be one, which may lead back: `function f(list) { var list = list.map(g); }` */
function answerOrOrigin(scan: ScanContext, node: t.Node): t.Node | boolean {
  if (node.type === 'ArrayExpression') return true;
  if (node.type === 'Identifier') return onlyValue(scan, node) ?? false;
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return false;
  const { object } = node.callee;
  const method = staticKey(node.callee) ?? '';
  if (object.type === 'Identifier' && (object.name === 'Object' || object.name === 'Array')) {
    return makesArray.has(method);
  }
  return method === 'split' || (makesArray.has(method) && object);
}

/** What a variable is declared with and never given another value. */
function onlyValue(scan: ScanContext, name: t.Identifier): t.Expression | null {
  const [write, ...others] = scan.scopes.referenceOf(name)?.binding?.writes ?? [];
  return write === undefined || others.length > 0 ? null : initOf(write.node);
}
