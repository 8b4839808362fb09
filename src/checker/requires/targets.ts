import type * as t from '@babel/types';
import type { Scopes } from '../../syntax/analyse.ts';
import { staticKey } from '../../syntax/keys.ts';
import { isFreeName } from '../free-names.ts';

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
