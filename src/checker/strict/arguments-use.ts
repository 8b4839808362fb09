import type * as t from '@babel/types';
import { literalKey, staticKey } from '../../syntax/keys.ts';
import { isFunction } from '../../syntax/kinds.ts';
import { parentOf } from '../../syntax/tree.ts';
import type { ScanContext } from '../context.ts';
import { pathOfGlobal } from '../free-names.ts';
import { isWriteTarget } from '../nodes.ts';

/** Which elements of its arguments object an occurrence of `arguments` reads and writes, and when. */
export interface ArgumentsUse {
  readonly reads: Elements;
  readonly writes: Elements;
  /** The object is kept: what is read later counts as well. */
  readonly kept: boolean;
}

/** The elements from `from` on, or that one alone. */
export interface Elements {
  readonly from: number;
  readonly to: number;
}

const nothing: Elements = { from: 0, to: 0 };
const elementsFrom = (index: number): Elements => ({ from: index, to: Number.POSITIVE_INFINITY });
const everything = elementsFrom(0);
const one = (index: number): Elements => ({ from: index, to: index + 1 });

const unused: ArgumentsUse = { reads: nothing, writes: nothing, kept: false };
const read: ArgumentsUse = { reads: everything, writes: nothing, kept: false };
const keptForReading: ArgumentsUse = { reads: everything, writes: nothing, kept: true };
const changed: ArgumentsUse = { reads: everything, writes: everything, kept: true };

const mutators: ReadonlySet<string> = new Set([
  'copyWithin',
  'fill',
  'pop',
  'push',
  'reverse',
  'shift',
  'sort',
  'splice',
  'unshift',
]);

export function isTouching({ from, to }: Elements, index: number): boolean {
  return from <= index && index < to;
}

export function useOfArguments(scan: ScanContext, node: t.Node): ArgumentsUse {
  const parent = parentOf(node)!;
  switch (parent.type) {
    case 'MemberExpression':
      return parent.object === node ? useOfMember(scan, parent) : read;
    case 'CallExpression':
    case 'NewExpression':
      return parent.callee === node ? unused : useOfArgument(scan, parent, node);
    case 'SpreadElement':
    case 'ForOfStatement':
    case 'ForInStatement':
      return read;
    case 'UnaryExpression':
    case 'BinaryExpression':
    case 'IfStatement':
    case 'ExpressionStatement':
      return unused;
    case 'VariableDeclarator':
      return useOfVariable(scan, parent);
    case 'ReturnStatement':
      return keptForReading;
    default:
      return changed;
  }
}

/** `arguments.length`, `arguments[0]`, `arguments[i] = x` */
function useOfMember(scan: ScanContext, member: t.MemberExpression): ArgumentsUse {
  const key = staticKey(member);
  if (key !== null && !/^\d+$/.test(key)) return unused;
  const elements = key === null ? elementsFrom(lowest(scan, member.property)) : one(Number(key));
  return { reads: elements, writes: isWriteTarget(member) ? elements : nothing, kept: false };
}

/** The least that an index can be: 1 for `i` of `for (var i = 1; i < arguments.length; i++)`. */
function lowest(scan: ScanContext, index: t.Node): number {
  if (index.type !== 'Identifier') return 0;
  const writes = scan.scopes.referenceOf(index)?.binding?.writes ?? [];
  const starts = writes.map(({ node }) => startOf(parentOf(node)!));
  return starts.length > 0 ? Math.min(...starts) : 0;
}

function startOf(write: t.Node): number {
  if (write.type === 'UpdateExpression') return write.operator === '++' ? Number.POSITIVE_INFINITY : 0;
  const value = write.type === 'VariableDeclarator' ? write.init : null;
  return value?.type === 'NumericLiteral' ? value.value : 0;
}

/** `slice.call(arguments, 1)`, `[].shift.call(arguments)`, `f.apply(this, arguments)`, `helper(arguments)` */
function useOfArgument(
  scan: ScanContext,
  call: t.CallExpression | t.NewExpression,
  node: t.Node,
): ArgumentsUse {
  const { callee } = call;
  const position = call.arguments.indexOf(node as t.Expression);
  if (callee.type === 'MemberExpression') {
    const method = staticKey(callee);
    if (method === 'apply') return position === 1 ? read : useOfBorrowed(callee.object, null);
    if (method === 'call' && position === 0) return useOfBorrowed(callee.object, call.arguments[1] ?? null);
  }
  const path = pathOfGlobal(scan, callee);
  if (path !== null) return keeping.test(path) || (position === 0 && changing.test(path)) ? changed : read;
  return callee.type === 'Identifier' ? useInFunction(scan, callee, position) : keptForReading;
}

/** Those change their first argument (ECMA-262 §20.1.2, §28.1), or give something by which it may change. */
const changing =
  /^(?:Object(?:\.(?:assign|create|define\w+|freeze|preventExtensions|seal|setPrototypeOf))?|Reflect\.(?:define|delete|prevent|set)\w*)$/;
/** They keep what they are given, or hand it on later. */
const keeping = /^(?:Promise\.\w+|Proxy|WeakRef|process\.nextTick|set(?:Immediate|Interval|Timeout))$/;

/** `Array.prototype.slice` of `Array.prototype.slice.call(arguments, first)`: by the last name. */
function useOfBorrowed(method: t.Node, first: t.Node | null): ArgumentsUse {
  const name =
    method.type === 'MemberExpression' ? staticKey(method) : method.type === 'Identifier' ? method.name : '';
  if (name !== null && mutators.has(name)) return changed;
  const from = name === 'slice' && first !== null ? Number(literalKey(first) ?? 0) : 0;
  return { reads: elementsFrom(from), writes: nothing, kept: false };
}

/** A function of this file may write to what it is given; one from elsewhere is taken to read it only, at any time. */
function useInFunction(scan: ScanContext, callee: t.Identifier, position: number): ArgumentsUse {
  const declaration = scan.scopes.referenceOf(callee)?.binding?.declarations.at(-1);
  const owner = declaration && parentOf(declaration);
  const target = owner?.type === 'VariableDeclarator' ? owner.init : owner;
  if (!target || !isFunction(target)) return keptForReading;
  const parameter = target.params[position];
  if (parameter?.type !== 'Identifier') return keptForReading;
  const binding = scan.scopes.scopeOf(target.body).bindings.get(parameter.name);
  return binding?.references.some(({ node }) => changesElements(node)) ? changed : keptForReading;
}

/** `var args = arguments;` */
function useOfVariable(scan: ScanContext, { id }: t.VariableDeclarator): ArgumentsUse {
  if (id.type !== 'Identifier') return read;
  const binding = scan.scopes.scopeOf(id).bindings.get(id.name) ?? scan.scopes.referenceOf(id)?.binding;
  return binding?.references.some(({ node }) => changesElements(node)) ? changed : keptForReading;
}

/** `args[0] = x`, `args.shift` (which a plain arguments object has not), `shift.call(args)` */
function changesElements(node: t.Node): boolean {
  const parent = parentOf(node);
  if (parent?.type === 'MemberExpression' && parent.object === node) return isWriteTarget(parent);
  if (parent?.type !== 'CallExpression' || parent.callee.type !== 'MemberExpression') return false;
  if (staticKey(parent.callee) !== 'call' || parent.arguments[0] !== node) return false;
  const method = parent.callee.object;
  return method.type === 'MemberExpression' && mutators.has(staticKey(method) ?? '');
}
