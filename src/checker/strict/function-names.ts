import type * as t from '@babel/types';
import { declaredBinding } from '../../syntax/declared-binding.ts';
import { staticKey } from '../../syntax/keys.ts';
import { isFunction } from '../../syntax/kinds.ts';
import { parentOf } from '../../syntax/tree.ts';
import { unwrap } from '../../syntax/wrapping.ts';
import { assignmentsByName } from '../by-name.ts';
import type { ScanContext } from '../context.ts';
import { isModuleExports } from '../module-exports.ts';
import { nodesOf } from '../nodes.ts';
import { perNode, perScan } from '../per-scan.ts';
import { functionOf } from './own-functions.ts';

/** The names by which others may know a function of the file, and what the file exports. */

export interface Names {
  /** Variables and keys that have it. */
  readonly names: readonly string[];
  /** Those by which it may be found in an object. */
  readonly keys: readonly string[];
  readonly isExports: boolean;
}

/** `exports.f = module.exports = function g() {}` goes by `f` and `g`, and is the whole of the exports. */
export const namesOf = perNode((scan: ScanContext, owner: t.Function | t.Class): Names => {
  const own = 'key' in owner ? staticKey(owner as t.ObjectMethod) : null;
  const keys = new Set(own ? [own] : []);
  const variables: t.Identifier[] = 'id' in owner && owner.id ? [owner.id] : [];
  let isExports = false;
  for (let at = parentOf(owner); at !== null; at = parentOf(at)) {
    if (at.type === 'ObjectProperty') keys.add(staticKey(at) ?? '');
    if (at.type === 'VariableDeclarator' && at.id.type === 'Identifier') variables.push(at.id);
    if (at.type !== 'AssignmentExpression') break;
    if (at.left.type === 'Identifier') variables.push(at.left);
    else if (at.left.type === 'MemberExpression') keys.add(staticKey(at.left) ?? '');
    isExports ||= isModuleExports(at.left);
  }
  const names = new Set([...variables.map(({ name }) => name), ...keys]);
  for (const key of variables.flatMap((variable) => keysGiven(scan, variable))) keys.add(key);
  isExports ||= exportedNames(scan).some((name) => names.has(name));
  return { names: [...new Set([...names, ...keys])], keys: [...keys], isExports };
});

/** The names by which it is called, or constructed: a constructor goes by those of its class. */
export function calledNames(scan: ScanContext, fn: t.Function | t.Class): Pick<Names, 'names' | 'isExports'> {
  if (fn.type !== 'ClassMethod' || fn.kind !== 'constructor') return namesOf(scan, fn);
  return namesOf(scan, parentOf(parentOf(fn)!) as t.Class);
}

/** The keys that get what a variable has; its own name, too, unless the file shows all that becomes of it. */
function keysGiven(scan: ScanContext, variable: t.Identifier): readonly string[] {
  const binding =
    declaredBinding(variable, scan.scopes.scopeOf(parentOf(variable)!)) ??
    scan.scopes.referenceOf(variable)?.binding;
  const given = binding?.references.map(({ node, access }) => (access === 'read' ? keyGiven(node) : []));
  return given?.every((keys) => keys !== null)
    ? given.flat()
    : [variable.name, ...(given ?? []).flatMap((keys) => keys ?? [])];
}

/** The key under which a function is put where it is named; null where that leads out of sight. */
function keyGiven(name: t.Node): readonly string[] | null {
  const parent = parentOf(name)!;
  switch (parent.type) {
    case 'ObjectProperty':
      return parent.value === name ? asList(staticKey(parent)) : null;
    case 'AssignmentExpression':
      if (parent.left.type !== 'MemberExpression') return null;
      return parentOf(parent)?.type === 'ExpressionStatement' ? asList(staticKey(parent.left)) : null;
    case 'CallExpression':
    case 'NewExpression':
      return parent.callee === name ? [] : null;
    case 'MemberExpression':
      return parent.object === name ? [] : null;
    default:
      return null;
  }
}

function asList(key: string | null): readonly string[] | null {
  return key === null ? null : [key];
}

/** What `module.exports` gets. */
export const givenToExports = perScan((scan): readonly t.Node[] =>
  assignmentsByName(scan)
    .of('exports')
    .filter(({ left }) => isModuleExports(left))
    .map(({ right }) => endOfChain(right)),
);

const exportedNames = perScan((scan): readonly string[] => {
  const names = givenToExports(scan).flatMap((value) => (value.type === 'Identifier' ? [value.name] : []));
  return [...new Set(names)];
});

/** The last value of `a = b = value`. */
export function endOfChain(value: t.Node): t.Node {
  let end = unwrap(value);
  while (end.type === 'AssignmentExpression') end = unwrap(end.right);
  return end;
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
