import type * as t from '@babel/types';
import { parentOf } from '../../../syntax/tree.ts';
import type { ScanContext } from '../../context.ts';
import { isInstanceTest } from './instance-tests.ts';

/** `this === undefined`, `this == null`, `this !== global`, `typeof this`, `!this` */
export function isTested(scan: ScanContext, use: t.ThisExpression): boolean {
  const parent = parentOf(use)!;
  if (isBesideInstanceTest(scan, parent)) return false;
  if (parent.type === 'UnaryExpression') return parent.operator === 'typeof' || parent.operator === '!';
  if (parent.type !== 'BinaryExpression' || !/^[!=]==?$/.test(parent.operator)) return false;
  return isGlobalOrNothing(parent.left === use ? parent.right : parent.left);
}

/** `if (this !== root && this instanceof F)` is false for the global object and for `undefined`. */
function isBesideInstanceTest(scan: ScanContext, test: t.Node): boolean {
  let child = test;
  let found = false;
  let at = parentOf(test);
  for (; at?.type === 'LogicalExpression' && at.operator === '&&'; child = at, at = parentOf(at)) {
    const other = at.left === child ? at.right : at.left;
    found ||= isInstanceTest(scan, other);
  }
  return found && (at?.type === 'IfStatement' || at?.type === 'ConditionalExpression') && at.test === child;
}

const globalNames: ReadonlySet<string> = new Set([
  'global',
  'globalThis',
  'root',
  'self',
  'undefined',
  'window',
]);

function isGlobalOrNothing(node: t.Node): boolean {
  if (node.type === 'Identifier') return globalNames.has(node.name);
  if (node.type === 'UnaryExpression') return node.operator === 'void';
  return node.type === 'NullLiteral';
}
