import type * as t from '@babel/types';
import { staticKey } from '../syntax/keys.ts';
import { isFunction } from '../syntax/kinds.ts';
import type { Binding } from '../syntax/scope.ts';
import { parentOf } from '../syntax/tree.ts';
import { unwrap } from '../syntax/wrapping.ts';
import type { ScanContext } from './context.ts';
import { branchesOf } from './finite-values.ts';
import { elementsOf, type Value, visiting } from './fixed-lists.ts';
import { argumentsFor } from './strict/own-functions.ts';
import { returnedBy } from './timeline/returned.ts';
import { listDeclaring } from './writes.ts';

/** What names and lists may hold as far as the file shows, whatever else they may hold: a hint, and no proof. */

/** What a variable is set to, or what the file calls the function with that has it as a parameter. */
export function givenTo(scan: ScanContext, name: t.Identifier): readonly t.Node[] {
  const binding = scan.scopes.referenceOf(name)?.binding;
  if (!binding) return [];
  return [...setTo(binding), ...(binding.kind === 'parameter' ? argumentsFor(scan, binding) : [])];
}

/** The same with the elements of lists that it stands for one after the other. */
export function possibleValues(scan: ScanContext, name: t.Identifier): readonly Value[] {
  const binding = scan.scopes.referenceOf(name)?.binding;
  if (!binding) return [];
  const lists = binding.declarations.flatMap((declaration) => listRunThrough(declaration) ?? []);
  return [...givenTo(scan, name), ...lists.flatMap((list) => possibleElements(scan, list))];
}

function setTo({ writes }: Binding): readonly t.Node[] {
  return writes.flatMap(({ node }) => {
    const write = parentOf(node)!;
    if (write.type === 'VariableDeclarator' && write.id === node) return write.init ?? [];
    const isSet = write.type === 'AssignmentExpression' || write.type === 'AssignmentPattern';
    return isSet && write.left === node ? write.right : [];
  });
}

/** `for (const name of list)`, `list.forEach((name) => …)` */
function listRunThrough(declaration: t.Node): t.Node | null {
  const holder = parentOf(declaration);
  if (holder?.type === 'VariableDeclarator') return listDeclaring(holder);
  if (holder === null || !isFunction(holder) || holder.params[0] !== declaration) return null;
  const call = parentOf(holder);
  const isVisitor = call?.type === 'CallExpression' && call.arguments[0] === holder;
  const method = isVisitor && call.callee.type === 'MemberExpression' ? call.callee : null;
  return method !== null && visiting.has(staticKey(method) ?? '') ? method.object : null;
}

/** `folders[i]` */
export function possibleMembers(
  scan: ScanContext,
  { computed, object }: t.MemberExpression,
): readonly Value[] {
  return computed ? possibleElements(scan, object) : [];
}

/** What may be in a list, or in the lists that it is made of. */
export function possibleElements(scan: ScanContext, list: t.Node): readonly Value[] {
  const lists = new Set([unwrap(list)]);
  const found: Value[] = [];
  for (const one of lists) {
    found.push(...ownElements(scan, one));
    for (const source of sourcesOf(scan, one)) lists.add(unwrap(source));
  }
  return found;
}

function ownElements(scan: ScanContext, list: t.Node): readonly Value[] {
  if (list.type === 'ArrayExpression')
    return list.elements.flatMap((element) =>
      element === null || element.type === 'SpreadElement' ? [] : element,
    );
  if (list.type !== 'CallExpression') return [];
  const [visitor] = list.arguments;
  const isMapped = methodOf(list) === 'map' && visitor !== undefined && isFunction(visitor);
  return isMapped ? returnedBy(scan, visitor) : (elementsOf(list, scan) ?? []);
}

/** The lists whose elements are in another one. */
function sourcesOf(scan: ScanContext, list: t.Node): readonly t.Node[] {
  switch (list.type) {
    case 'ArrayExpression':
      return list.elements.flatMap((element) => (element?.type === 'SpreadElement' ? element.argument : []));
    case 'CallExpression':
      return list.callee.type === 'MemberExpression' && keeping.has(methodOf(list))
        ? [list.callee.object, ...(methodOf(list) === 'concat' ? list.arguments : [])]
        : [];
    case 'Identifier':
      return givenTo(scan, list);
    default:
      return branchesOf(list) ?? [];
  }
}

const keeping: ReadonlySet<string> = new Set(['concat', 'filter', 'reverse', 'slice', 'sort']);

function methodOf({ callee }: t.CallExpression): string {
  return callee.type === 'MemberExpression' ? (staticKey(callee) ?? '') : '';
}
