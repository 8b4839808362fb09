import type * as t from '@babel/types';
import { staticKey } from '../../syntax/keys.ts';
import { isFunction } from '../../syntax/kinds.ts';
import { parentOf } from '../../syntax/tree.ts';
import { unwrap } from '../../syntax/wrapping.ts';
import { assignmentsByName } from '../by-name.ts';
import type { ScanContext } from '../context.ts';
import { nodesOf } from '../nodes.ts';
import { perScan } from '../per-scan.ts';
import { functionOf } from './own-functions.ts';

/** The names by which others may know a function of the file, and what the file exports. */

/** `exports.f = module.exports = function g() {}` goes by `f` and `g`, and is the whole of the exports. */
export function namesOf(scan: ScanContext, owner: t.Function): { names: string[]; isExports: boolean } {
  const own = 'key' in owner ? staticKey(owner as t.ObjectMethod) : 'id' in owner ? owner.id?.name : null;
  const names = new Set(own ? [own] : []);
  let isExports = false;
  for (let at = parentOf(owner); at !== null; at = parentOf(at)) {
    if (at.type === 'ObjectProperty') names.add(staticKey(at) ?? '');
    if (at.type === 'VariableDeclarator' && at.id.type === 'Identifier') names.add(at.id.name);
    if (at.type !== 'AssignmentExpression') break;
    if (at.left.type === 'Identifier') names.add(at.left.name);
    else if (at.left.type === 'MemberExpression') names.add(staticKey(at.left) ?? '');
    isExports ||= isModuleExports(at.left);
  }
  const exported = exportedValues(scan);
  isExports ||= exported.some((value) => value.type === 'Identifier' && names.has(value.name));
  return { names: [...names], isExports };
}

/** What `module.exports` gets. */
export const exportedValues = perScan((scan): readonly t.Node[] =>
  assignmentsByName(scan)
    .of('exports')
    .filter(({ left }) => isModuleExports(left))
    .map(({ right }) => endOfChain(right)),
);

function endOfChain(value: t.Node): t.Node {
  let end = unwrap(value);
  while (end.type === 'AssignmentExpression') end = unwrap(end.right);
  return end;
}

export function isModuleExports(node: t.Node): boolean {
  return (
    node.type === 'MemberExpression' &&
    node.object.type === 'Identifier' &&
    node.object.name === 'module' &&
    staticKey(node) === 'exports'
  );
}

/** The keys under which the file puts functions and classes, on whatever object. */
export function keysOfFunctions(scan: ScanContext): readonly string[] {
  const keys = new Set<string>();
  const add = (value: t.Node | null | undefined, key: string | null): void => {
    if (value && key !== null && denotesFunction(scan, value)) keys.add(key);
  };
  for (const property of nodesOf(scan, 'ObjectProperty')) add(property.value, staticKey(property));
  for (const method of nodesOf(scan, 'ObjectMethod')) add(method, staticKey(method));
  for (const method of nodesOf(scan, 'ClassMethod')) add(method, staticKey(method));
  for (const { left, right } of nodesOf(scan, 'AssignmentExpression'))
    if (left.type === 'MemberExpression') add(endOfChain(right), staticKey(left));
  return [...keys];
}

function denotesFunction(scan: ScanContext, value: t.Node): boolean {
  const node = unwrap(value);
  if (isFunction(node)) return !('kind' in node) || node.kind === 'method';
  return node.type === 'ClassExpression' || (node.type === 'Identifier' && functionOf(scan, node) !== null);
}
