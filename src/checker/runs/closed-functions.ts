import type * as t from '@babel/types';
import { isFunction } from '../../syntax/kinds.ts';
import type { Binding } from '../../syntax/scope.ts';
import { parentOf } from '../../syntax/tree.ts';
import type { ScanContext } from '../context.ts';

/**
 * What a parameter gets, where all calls of its function are to be seen: one that goes by a name which nobody assigns,
 * and that is only called, without lists of arguments. An argument that is left out counts for nothing.
 *
 * @returns null for anything else
 */
export function allArgumentsFor(scan: ScanContext, node: t.Identifier): readonly t.Node[] | null {
  const parameter = scan.scopes.referenceOf(node)?.binding;
  const id = parameter?.declarations[0];
  const owner = id ? parentOf(id) : null;
  if (!parameter || !owner || !isFunction(owner) || !isNeverAssigned(parameter)) return null;
  const index = (owner.params as readonly t.Node[]).indexOf(id!);
  const calls = callsOf(scan, owner);
  if (index < 0 || calls === null || calls.some((call) => isAround(owner, call))) return null;
  return calls.flatMap((call) => call.arguments[index] ?? []);
}

/** A function that calls itself hands on what it got. */
function isAround(fn: t.Function, call: t.Node): boolean {
  return call.start! > fn.start! && call.end! <= fn.end!;
}

/** All calls of a function; null where something else may call it. */
export function callsOf(scan: ScanContext, fn: t.Function): readonly t.CallExpression[] | null {
  const name = nameOf(fn);
  const binding = name && scan.scopes.referenceOf(name)?.binding;
  if (!binding || binding.scope.dynamic || binding.declarations.length !== 1) return null;
  const calls: t.CallExpression[] = [];
  for (const { node, access } of binding.references) {
    const parent = parentOf(node);
    if (node === name && (access === 'read' || parent?.type === 'VariableDeclarator')) continue;
    if (access !== 'read' || parent?.type !== 'CallExpression' || parent.callee !== node) return null;
    if (parent.arguments.some(({ type }) => type === 'SpreadElement')) return null;
    calls.push(parent);
  }
  return calls;
}

function nameOf(fn: t.Function): t.Identifier | null {
  const parent = parentOf(fn);
  if (fn.type === 'ArrowFunctionExpression' || (fn.type === 'FunctionExpression' && !fn.id)) {
    return parent?.type === 'VariableDeclarator' && parent.id.type === 'Identifier' ? parent.id : null;
  }
  return null;
}

function isNeverAssigned({ writes, scope }: Binding): boolean {
  return !scope.dynamic && writes.length === 0;
}
