import type * as t from '@babel/types';
import { staticKey } from '../../syntax/keys.ts';
import type { ScanContext } from '../context.ts';
import { nodesOf } from '../nodes.ts';

/** Every value that is assigned to `module.exports`. */
export function wholeExports(scan: ScanContext): readonly t.Node[] {
  return nodesOf(scan, 'AssignmentExpression').flatMap(({ left, right }) => {
    if (!isModuleExports(scan, left)) return [];
    let value: t.Node = right;
    while (value.type === 'AssignmentExpression') value = value.right;
    return [value];
  });
}

function isModuleExports(scan: ScanContext, node: t.Node): boolean {
  if (node.type !== 'MemberExpression' || staticKey(node) !== 'exports') return false;
  return isFree(scan, node.object, 'module');
}

function isFree(scan: ScanContext, node: t.Node, name: string): boolean {
  return node.type === 'Identifier' && node.name === name && scan.scopes.referenceOf(node)?.binding === null;
}
