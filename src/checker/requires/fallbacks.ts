import type * as t from '@babel/types';
import { initOf } from '../../syntax/declaration.ts';
import { staticKey } from '../../syntax/keys.ts';
import type { ScanContext } from '../context.ts';
import { isRequire } from '../exports/foreign-objects.ts';
import { nodesOf } from '../nodes.ts';
import { perScan } from '../per-scan.ts';

/**
 * Whether a node is part of what a file has for a Node without `module.createRequire`, which each has had since 12.2.0:
 *
 * ```js
 * module.exports = Module.createRequire || ((file) => { … Module._cache … });
 * ```
 *
 * @see Node documentation, "Modules: `node:module` API", `module.createRequire`
 */
export function isFallback(context: ScanContext, node: t.Node): boolean {
  return fallbacksOf(context).some(({ start, end }) => start! <= node.start! && node.end! <= end!);
}

const fallbacksOf = perScan((context): readonly t.Node[] =>
  nodesOf(context, 'LogicalExpression').flatMap(({ left, right, operator }) =>
    operator === '||' && isThere(left, context) ? [right] : [],
  ),
);

function isThere(node: t.Node, context: ScanContext): boolean {
  if (node.type === 'LogicalExpression' && node.operator === '||')
    return isThere(node.left, context) || isThere(node.right, context);
  return (
    node.type === 'MemberExpression' &&
    staticKey(node) === 'createRequire' &&
    isModuleApi(node.object, context)
  );
}

/** `require('module')`, or a variable that holds nothing else. */
function isModuleApi(node: t.Node, context: ScanContext): boolean {
  if (isRequire(node, context))
    return /^(?:node:)?module$/.test((node.arguments[0] as t.StringLiteral).value);
  const binding = node.type === 'Identifier' ? context.scopes.referenceOf(node)?.binding : null;
  if (binding?.writes.length !== 1 || binding.declarations.length !== 1) return false;
  const init = initOf(binding.declarations[0]!);
  return init?.type === 'CallExpression' && isModuleApi(init, context);
}
