import type * as t from '@babel/types';
import type { Scopes } from '../syntax/analyse.ts';

/** Whether a node is a certain name that resolves to nothing in the file: a global, or one of the wrapper's. */
export function isFreeName(node: t.Node, name: string, scopes: Scopes): boolean {
  return node.type === 'Identifier' && node.name === name && scopes.referenceOf(node)?.binding === null;
}
