import type * as t from '@babel/types';
import { wordsOf } from '../../lists.ts';
import { staticKey } from '../../syntax/keys.ts';
import type { Values } from './values.ts';

/** Methods of lists that give a list of the language again, whatever functions they are given. */
const listMethods: ReadonlySet<string> = wordsOf(
  'concat fill filter flat flatMap map reverse slice sort splice toReversed toSorted toSpliced',
);

const listingFunctions: ReadonlySet<string> = new Set([
  'Array.of',
  ...[...wordsOf('entries getOwnPropertyNames getOwnPropertySymbols keys values')].map(
    (key) => `Object.${key}`,
  ),
]);

/**
 * Whether an expression is sure to give a list that is made there: going through it runs the iterator of lists, and
 * nothing of the file (ECMA-262 §23.1.5).
 */
export function isNewList(node: t.Node, values: Values): boolean {
  if (node.type === 'ArrayExpression') return true;
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return false;
  if (listingFunctions.has(values.globalAt(node.callee) ?? '')) return true;
  return listMethods.has(staticKey(node.callee) ?? '') && isNewList(node.callee.object, values);
}

interface Known {
  readonly values: Values;
}

/** `new Set([…])`, `new Map([[…], […]])`: what goes through nothing but lists that stand there. */
export function takesListsOnly(name: string, node: t.NewExpression, { values }: Known): boolean {
  const [given, ...more] = node.arguments;
  if (given === undefined) return true;
  if (more.length > 0) return false;
  if (name === 'Set' || name === 'WeakSet') return isNewList(given, values);
  const isMap = name === 'Map' || name === 'WeakMap';
  return isMap && given.type === 'ArrayExpression' && given.elements.every(isPair);
}

function isPair(element: t.Node | null): boolean {
  return element?.type === 'ArrayExpression';
}

/** `['a', 'b'].map(f)` */
export function isCallbackOfNewList(node: t.Node, { values }: Known): boolean {
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return false;
  const { callee } = node;
  return callingBack.has(staticKey(callee) ?? '') && isNewList(callee.object, values);
}

/** Methods of lists that do nothing with the elements but hand them to a function. */
const callingBack: ReadonlySet<string> = wordsOf(
  'every filter find findIndex findLast findLastIndex flatMap forEach map some',
);
