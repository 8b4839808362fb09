import type * as t from '@babel/types';
import { staticKey } from '../syntax/keys.ts';
import { isFunction } from '../syntax/kinds.ts';
import type { Binding } from '../syntax/scope.ts';
import { parentOf } from '../syntax/tree.ts';
import { unwrap } from '../syntax/wrapping.ts';
import type { ScanContext } from './context.ts';
import { usesArguments } from './exports/parameters.ts';
import { elementsOf, isExported, seesList, type Value, visiting } from './fixed-lists.ts';
import { listDeclaring } from './writes.ts';

/** All that a variable may hold, where the file shows all of it: what it is set to, or called with; else null. */
export function valuesOf(binding: Binding, scan: ScanContext): readonly Value[] | null {
  if (binding.references.some(({ dynamic }) => dynamic)) return null;
  return binding.kind === 'parameter' ? argumentsFor(binding, scan) : setOnce(binding, scan);
}

/** `const name = value`, `for (const name of list)` */
function setOnce({ writes }: Binding, scan: ScanContext): readonly Value[] | null {
  const [write, ...others] = writes;
  if (write === undefined || others.length > 0 || !write.initialises) return null;
  const declarator = parentOf(write.node);
  if (declarator?.type !== 'VariableDeclarator' || declarator.id !== write.node) return null;
  if (declarator.init) return [declarator.init];
  const list = listDeclaring(declarator);
  return list && elementsOf(list, scan);
}

/** What a function of the file gets for a parameter that nothing else is assigned to. */
function argumentsFor({ declarations, writes }: Binding, scan: ScanContext): readonly Value[] | null {
  const [name, ...others] = declarations;
  const holder = name === undefined ? null : parentOf(name);
  if (name === undefined || holder === null || others.length > 0) return null;
  const isDefaulted = holder.type === 'AssignmentPattern' && holder.left === name;
  const fn = isDefaulted ? parentOf(holder) : holder;
  if (fn === null || !isFunction(fn) || writes.some(({ initialises }) => !initialises)) return null;
  const index = (fn.params as readonly t.Node[]).indexOf(isDefaulted ? holder : name);
  if (index < 0 || usesArguments(scan.scopes, fn)) return null;
  const given = givenAt(index, fn, scan);
  if (!isDefaulted || given === null)
    return given?.every((value) => value !== undefined) ? (given as Value[]) : null;
  return [holder.right, ...given.flatMap((value) => value ?? [])];
}

/** Undefined stands for a call without that argument. */
type Given = readonly (Value | undefined)[] | null;

function givenAt(index: number, fn: t.Function, scan: ScanContext): Given {
  const parent = parentOf(fn);
  if (parent?.type !== 'CallExpression') {
    const calls = callsByName(fn, scan);
    return calls === null ? null : argumentsAt(index, calls);
  }
  // By its own name it may call itself.
  if (fn.type === 'FunctionExpression' && fn.id) return null;
  return parent.callee === fn ? argumentsAt(index, [parent]) : index === 0 ? visited(parent, fn, scan) : null;
}

/** `list.forEach((name) => ...)`; a third parameter would be the list itself. */
function visited({ callee, arguments: [first] }: t.CallExpression, fn: t.Function, scan: ScanContext): Given {
  if (first !== fn || seesList(fn, scan.scopes) || callee.type !== 'MemberExpression') return null;
  return visiting.has(staticKey(callee) ?? '') ? elementsOf(callee.object, scan) : null;
}

function argumentsAt(index: number, calls: readonly Call[]): Given {
  const given: (t.Node | undefined)[] = [];
  for (const { arguments: list } of calls) {
    if (list.slice(0, index + 1).some(({ type }) => type === 'SpreadElement')) return null;
    given.push(list[index]);
  }
  return given;
}

type Call = t.CallExpression | t.NewExpression;

/** The calls of a function that nobody can have but by the one name that it has; null where others may call it. */
function callsByName(fn: t.Function, { scopes }: ScanContext): readonly Call[] | null {
  const binding = soleName(fn, scopes);
  if (binding === null || binding.declarations.length > 1 || scopes.free.has('eval')) return null;
  const calls: Call[] = [];
  for (const { node, access, initialises, dynamic } of binding.references) {
    if (access === 'write' && initialises) continue;
    const parent = parentOf(node);
    if (access !== 'read' || dynamic || parent === null || !isCall(parent) || parent.callee !== node)
      return null;
    calls.push(parent);
  }
  return calls;
}

function isCall(node: t.Node): node is Call {
  return node.type === 'CallExpression' || node.type === 'NewExpression';
}

/** A declaration in a block of sloppy code has a second variable; what is exported has callers elsewhere. */
function soleName(fn: t.Function, scopes: ScanContext['scopes']): Binding | null {
  const parent = parentOf(fn)!;
  if (fn.type === 'FunctionDeclaration') {
    const isDirect = parent.type === 'Program' || isFunction(parentOf(parent) ?? parent);
    return isDirect && fn.id ? (scopes.scopeOf(fn).bindings.get(fn.id.name) ?? null) : null;
  }
  if (parent.type !== 'VariableDeclarator' || parent.id.type !== 'Identifier') return null;
  const isNamed = fn.type === 'FunctionExpression' && fn.id;
  return isNamed || isExported(parent) ? null : (scopes.referenceOf(parent.id)?.binding ?? null);
}

/** The branches of `a ? b : c`, `a || b` and `a ?? b`: what it may be is among what they are. */
export function branchesOf(node: t.Node): readonly t.Node[] | null {
  const bare = unwrap(node);
  if (bare.type === 'ConditionalExpression') return [bare.consequent, bare.alternate];
  return bare.type === 'LogicalExpression' ? [bare.left, bare.right] : null;
}
