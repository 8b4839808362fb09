import type * as t from '@babel/types';
import { isFunction } from '../../syntax/kinds.ts';
import { parentOf } from '../../syntax/tree.ts';
import { isGivenLiterals } from './call-forms.ts';

/** What throws for texts that it cannot read (ECMA-262 §19.2.6, §21.2.1, §22.2.4, §25.5). */
const readingTexts: ReadonlySet<string> = new Set([
  'BigInt',
  'JSON',
  'RegExp',
  'decodeURI',
  'decodeURIComponent',
  'encodeURI',
  'encodeURIComponent',
]);

/** Whether a use of a global may throw, and nothing around it in its function catches that. */
export function mayThrow(node: t.Identifier | t.JSXIdentifier): boolean {
  return readingTexts.has(node.name) && isUsed(node) && !isCaught(node);
}

/** `/^a/ instanceof RegExp`, `RegExp.prototype`, `new RegExp('^a')` */
function isUsed(node: t.Node): boolean {
  const parent = parentOf(node)!;
  if (parent.type === 'BinaryExpression') return false;
  if (parent.type !== 'MemberExpression') return !isGivenLiterals(parent);
  const call = parentOf(parent)!;
  return 'callee' in call && call.callee === parent && !isGivenLiterals(call);
}

function isCaught(node: t.Node): boolean {
  let child = node;
  for (let parent = parentOf(child); parent !== null; child = parent, parent = parentOf(child)) {
    if (isFunction(parent)) return false;
    if (parent.type === 'TryStatement' && parent.handler && parent.block === child) return true;
  }
  return false;
}
