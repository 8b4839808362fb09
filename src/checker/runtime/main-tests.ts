import type * as t from '@babel/types';
import { parentOf } from '../../syntax/tree.ts';
import type { ScanContext } from '../context.ts';
import type { MainTest } from '../facts.ts';
import { isFreeName } from '../free-names.ts';
import { rangeOf } from '../nodes.ts';

/** How a file asks whether the program was started with it. */

const equalities: ReadonlySet<string> = new Set(['===', '==', '!==', '!=']);

/** `require.main === module`, either way round. */
export function comparedWithModule(scan: ScanContext, main: t.Node): MainTest | null {
  const test = comparison(main);
  return test !== null && isFreeName(test.other, 'module', scan.scopes) ? test.test : null;
}

/**
 * `!module.parent`, `module.parent === null`, or `module.parent` where only its truth counts. It is null in the file that
 * Node is started with, and an object in one that another CommonJS file requires.
 */
export function askedForParent(parent: t.Node): MainTest | null {
  const above = parentOf(parent)!;
  if (above.type === 'UnaryExpression' && above.operator === '!')
    return { range: rangeOf(above), negated: false };
  const test = comparison(parent);
  if (test !== null) return test.other.type === 'NullLiteral' ? test.test : null;
  return onlyTruthCounts(parent) ? { range: rangeOf(parent), negated: true } : null;
}

function comparison(side: t.Node): { readonly test: MainTest; readonly other: t.Node } | null {
  const above = parentOf(side)!;
  if (above.type !== 'BinaryExpression' || !equalities.has(above.operator)) return null;
  const other = above.left === side ? above.right : above.left;
  return { test: { range: rangeOf(above), negated: above.operator.startsWith('!') }, other };
}

function onlyTruthCounts(node: t.Node): boolean {
  const above = parentOf(node)!;
  switch (above.type) {
    case 'IfStatement':
    case 'ConditionalExpression':
    case 'WhileStatement':
    case 'DoWhileStatement':
    case 'ForStatement':
      return above.test === node;
    case 'LogicalExpression':
      return above.operator !== '??' && (onlyTruthCounts(above) || isLeftOfStatement(above, node));
    case 'UnaryExpression':
      return above.operator === '!';
    default:
      return false;
  }
}

/** `module.parent || start();` */
function isLeftOfStatement(logical: t.LogicalExpression, node: t.Node): boolean {
  return logical.left === node && parentOf(logical)?.type === 'ExpressionStatement';
}
