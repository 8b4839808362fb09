import type * as t from '@babel/types';
import { ancestorsOf } from '../../syntax/tree.ts';
import type { ScanContext } from '../context.ts';
import { isFreeName } from '../free-names.ts';
import { valuesOf } from './own-functions.ts';

/** Names of what the file requires, told by their declarations alone. */

/** `const m = require('./m')`: writes to that very object are known to linking. */
export function isRequired(scan: ScanContext, node: t.Node): boolean {
  const binding = node.type === 'Identifier' ? scan.scopes.referenceOf(node)?.binding : null;
  return binding ? valuesOf(binding).some((value) => isRequire(value, scan)) : false;
}

/** A variable that gets what was required, or a part of it. */
export function isRequiredName(scan: ScanContext, node: t.Node): boolean {
  const binding = node.type === 'Identifier' ? scan.scopes.referenceOf(node)?.binding : null;
  return binding?.writes.some(({ node: name }) => isRequire(valueWritten(name), scan)) ?? false;
}

export function rootOf(node: t.Node): t.Node {
  return node.type === 'MemberExpression' ? rootOf(node.object) : node;
}

/** What a declarator takes apart for a name: `require('./m')` in `const { a: { b } } = require('./m').c`. */
function valueWritten(name: t.Node): t.Node {
  for (const node of ancestorsOf(name))
    if (node.type === 'VariableDeclarator') return rootOf(node.init ?? node);
  return name;
}

export function isRequire(node: t.Node, scan: ScanContext): boolean {
  return node.type === 'CallExpression' && isFreeName(node.callee, 'require', scan.scopes);
}
