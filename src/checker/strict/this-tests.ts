import type * as t from '@babel/types';
import { parentOf } from '../../syntax/tree.ts';
import { callsOf } from './calls.ts';
import type { StrictRow } from './row.ts';
import { thisUses } from './this-uses.ts';

/**
 * `exports.f = function () { return this === undefined; }`
 *
 * Whoever calls a function that leaves the file may call it without an object, and the function asks what it got.
 */
export const testedThis: StrictRow = {
  rule: 'this is undefined in a plain call, which a test for it tells from the global object',
  clause: 'Annex C; §10.2.1.2 OrdinaryCallBindThis',
  check(scan, report) {
    for (const [owner, uses] of thisUses(scan)) {
      const test = uses.find(isTested);
      if (test === undefined) continue;
      const { plain, other } = callsOf(scan, owner);
      // Functions that the file calls plainly are the business of the row before.
      if (plain.length === 0 && other) report.refuse('strict-this-tested', test);
    }
  },
};

/** `this === undefined`, `this == null`, `this !== global`, `typeof this`, `!this` */
function isTested(use: t.ThisExpression): boolean {
  const parent = parentOf(use)!;
  if (isBesideInstanceTest(parent)) return false;
  if (parent.type === 'UnaryExpression') return parent.operator === 'typeof' || parent.operator === '!';
  if (parent.type !== 'BinaryExpression' || !/^[!=]==?$/.test(parent.operator)) return false;
  return isGlobalOrNothing(parent.left === use ? parent.right : parent.left);
}

/** `if (this !== root && this instanceof F)` is false for the global object and for `undefined`. */
function isBesideInstanceTest(test: t.Node): boolean {
  let child = test;
  let found = false;
  let at = parentOf(test);
  for (; at?.type === 'LogicalExpression' && at.operator === '&&'; child = at, at = parentOf(at)) {
    const other = at.left === child ? at.right : at.left;
    found ||=
      other.type === 'BinaryExpression' &&
      other.operator === 'instanceof' &&
      other.left.type === 'ThisExpression';
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
