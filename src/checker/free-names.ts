import type * as t from '@babel/types';
import type { Scopes } from '../syntax/analyse.ts';
import { staticKey } from '../syntax/keys.ts';
import type { ScanContext } from './context.ts';

/** Whether a node is a certain name that resolves to nothing in the file: a global, or one of the wrapper's. */
export function isFreeName(node: t.Node, name: string, scopes: Scopes): boolean {
  return node.type === 'Identifier' && node.name === name && scopes.referenceOf(node)?.binding === null;
}

/** `Object.prototype.toString` for just that, where `Object` resolves to nothing in the file. */
export function pathOfGlobal(scan: ScanContext, node: t.Node): string | null {
  if (node.type === 'Identifier') return isFreeName(node, node.name, scan.scopes) ? node.name : null;
  if (node.type !== 'MemberExpression') return null;
  const key = staticKey(node);
  const path = key === null ? null : pathOfGlobal(scan, node.object);
  return path === null ? null : `${path}.${key}`;
}
