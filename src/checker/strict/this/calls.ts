import type * as t from '@babel/types';

import { declarationOf } from '../../../syntax/declaration.ts';
import { declaredBinding } from '../../../syntax/declared-binding.ts';
import { staticKey } from '../../../syntax/keys.ts';
import { isFunction } from '../../../syntax/kinds.ts';
import type { Binding } from '../../../syntax/scope.ts';
import { parentOf } from '../../../syntax/tree.ts';
import { unwrap } from '../../../syntax/wrapping.ts';
import type { ScanContext } from '../../context.ts';
import { parameterBinding, usesArguments } from '../../exports/parameters.ts';
import { isWriteTarget } from '../../nodes.ts';

import { isNothing } from './nothing.ts';
import { handedOver } from './plain-callbacks.ts';
import type { PlainOwner } from './this-uses.ts';

/** How the file itself calls a function. */
export interface Calls {
  /** Calls that give no `this`: `f()`, `f.call(null)`, `[1].forEach(f)`. */
  readonly plain: t.Node[];
  /** Whether it is also used in a way that may give it a `this`, or that leads out of sight. */
  other: boolean;
}

/** Follows a function from where it stands through the variables that hold nothing else. */
export function callsOf(scan: ScanContext, owner: PlainOwner): Calls {
  // A method is called through its object.
  if (owner.type === 'ObjectMethod') return { plain: [], other: true };
  const calls: Calls = { plain: [], other: false };
  const seen = new Set<Binding>();
  if (owner.id) {
    const outside = scan.scopes.scopeOf(owner).bindings.get(owner.id.name);
    const inside = scan.scopes.scopeOf(owner.body);
    const own = owner.type === 'FunctionDeclaration' ? outside : declaredBinding(owner.id, inside);
    if (own) followBinding(scan, own, calls, seen);
  }
  if (owner.type === 'FunctionExpression') classify(scan, owner, calls, seen);
  return calls;
}

function followBinding(scan: ScanContext, binding: Binding, calls: Calls, seen: Set<Binding>): void {
  if (seen.has(binding)) return;
  seen.add(binding);
  for (const reference of binding.references) {
    if (reference.dynamic) calls.other = true;
    if (reference.access === 'read') classify(scan, reference.node, calls, seen);
  }
}

/** What happens to the function at an expression whose value it is. */
function classify(scan: ScanContext, value: t.Node, calls: Calls, seen: Set<Binding>): void {
  const parent = parentOf(value)!;
  switch (parent.type) {
    case 'CallExpression':
      if (parent.callee === value) calls.plain.push(parent);
      else classifyArgument(scan, parent, value, calls, seen);
      return;
    case 'NewExpression':
      if (parent.callee === value) calls.other = true;
      else classifyArgument(scan, parent, value, calls, seen);
      return;
    case 'TaggedTemplateExpression':
      calls.plain.push(parent);
      return;
    case 'MemberExpression':
      classifyMember(parent, value, calls);
      return;
    case 'VariableDeclarator':
      if (parent.id.type === 'Identifier') followVariable(scan, parent.id, calls, seen);
      else calls.other = true;
      return;
    case 'AssignmentExpression':
      if (parent.right !== value) return;
      if (parent.left.type === 'Identifier') followVariable(scan, parent.left, calls, seen);
      else calls.other = true;
      classify(scan, parent, calls, seen);
      return;
    case 'LogicalExpression':
    case 'ConditionalExpression':
      classify(scan, parent, calls, seen);
      return;
    case 'SequenceExpression':
      if (parent.expressions.at(-1) === value) classify(scan, parent, calls, seen);
      return;
    case 'UnaryExpression':
    case 'BinaryExpression':
    case 'ExpressionStatement':
      return;
    default:
      calls.other = true;
  }
}

function followVariable(scan: ScanContext, target: t.Identifier, calls: Calls, seen: Set<Binding>): void {
  const binding = scan.scopes.referenceOf(target)?.binding;
  if (binding) followBinding(scan, binding, calls, seen);
  else calls.other = true;
}

/** `f.call(x)`, `f.apply(x)`, `f.bind(x)`; other members of a function say nothing about its calls. */
function classifyMember(member: t.MemberExpression, value: t.Node, calls: Calls): void {
  if (member.object !== value) return;
  const key = staticKey(member);
  if (key === null) calls.other = true;
  if (key !== 'call' && key !== 'apply' && key !== 'bind') return;
  const call = parentOf(member);
  const receives = call?.type === 'CallExpression' && call.callee === member ? call.arguments[0] : null;
  if (call && receives !== null && isNothing(receives)) calls.plain.push(call);
  else if (!isWriteTarget(member)) calls.other = true;
}

/** A function that is an argument: called by what is known to call it so, or by a function of this file. */
function classifyArgument(
  scan: ScanContext,
  call: t.CallExpression | t.NewExpression,
  value: t.Node,
  calls: Calls,
  seen: Set<Binding>,
): void {
  const handed = handedOver(scan, call, value);
  if (handed !== 'unknown') calls.plain.push(call);
  if (handed === 'maybe') calls.other = true;
  if (handed !== 'unknown') return;
  const parameter = parameterFor(scan, call, value);
  if (parameter === null) calls.other = true;
  else followBinding(scan, parameter, calls, seen);
}

/** The parameter that gets an argument, where the file declares the function that is called. */
export function parameterFor(
  { scopes }: ScanContext,
  { callee, arguments: list }: t.CallExpression | t.NewExpression,
  value: t.Node,
): Binding | null {
  const binding = callee.type === 'Identifier' ? scopes.referenceOf(callee)?.binding : null;
  const fn = binding ? functionNamed(binding) : null;
  if (fn === null) return null;
  const index = (list as readonly t.Node[]).indexOf(value);
  if (list.slice(0, index).some(({ type }) => type === 'SpreadElement')) return null;
  const parameter = fn.params[index];
  if (parameter?.type !== 'Identifier' || usesArguments(scopes, fn)) return null;
  return parameterBinding(scopes, fn, parameter);
}

/** The function that a name stands for all the time: `function f() {}`, `const f = () => {}` */
function functionNamed(binding: Binding): t.Function | null {
  const declaration = binding.declarations.length === 1 ? declarationOf(binding) : null;
  if (declaration?.type === 'FunctionDeclaration') return binding.writes.length === 0 ? declaration : null;
  if (declaration?.type !== 'VariableDeclarator' || binding.writes.length !== 1) return null;
  const value = declaration.id.type === 'Identifier' && declaration.init ? unwrap(declaration.init) : null;
  return value !== null && isFunction(value) ? value : null;
}
