import type * as t from '@babel/types';
import { staticKey } from '../syntax/keys.ts';

/** `module.exports`, as far as its names tell. */
export function isModuleExports(node: t.Node): boolean {
  return (
    node.type === 'MemberExpression' &&
    node.object.type === 'Identifier' &&
    node.object.name === 'module' &&
    staticKey(node) === 'exports'
  );
}
