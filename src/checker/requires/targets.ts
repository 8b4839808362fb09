import type * as t from '@babel/types';
import type { Scopes } from '../../syntax/analyse.ts';
import { staticKey } from '../../syntax/keys.ts';

/** `exports`, `exports.a`, `module.exports` and members of it: a value assigned there leaves the file. */
export function isExportTarget(target: t.Node, scopes: Scopes): boolean {
  if (target.type === 'Identifier') return isFreeName(target, 'exports', scopes);
  if (target.type !== 'MemberExpression' || staticKey(target) === null) return false;
  if (isFreeName(target.object, 'module', scopes)) return staticKey(target) === 'exports';
  return isExportTarget(target.object, scopes);
}

/** `null`, `undefined` and `void 0`. */
export function isNullish(node: t.Node, scopes: Scopes): boolean {
  if (node.type === 'NullLiteral') return true;
  if (node.type === 'UnaryExpression')
    return node.operator === 'void' && node.argument.type === 'NumericLiteral';
  return isFreeName(node, 'undefined', scopes);
}

/** Whether a node is a certain name that resolves to nothing in the file: a global, or one of the wrapper's. */
export function isFreeName(node: t.Node, name: string, scopes: Scopes): boolean {
  return node.type === 'Identifier' && node.name === name && scopes.referenceOf(node)?.binding === null;
}
