import type * as t from '@babel/types';
import { addTo } from '../../lists.ts';
import { staticKey } from '../../syntax/keys.ts';
import { isFunction } from '../../syntax/kinds.ts';
import { parentOf } from '../../syntax/tree.ts';
import { unwrap } from '../../syntax/wrapping.ts';
import type { ScanContext } from '../context.ts';
import { type Finding, makeFinding } from '../finding.ts';
import { nodesOf, rangeOf } from '../nodes.ts';
import { ownerOfThis } from '../owner.ts';
import { tellingUses } from '../strict/this-uses.ts';
import type { Resolved } from './mentions.ts';
import { roleOf } from './roles.ts';

/** An exported function to which it makes a difference whether its `this` is the exports object. */
export interface Receiver {
  readonly key: string;
  /** `this`, or the member of it, in the code. */
  readonly used: string;
  readonly node: t.Node;
  /** Meant for `new`: it is constructed somewhere or has its prototype written, and has a `this` of its own then. */
  readonly isConstructor: boolean;
  /** Whether it surely takes `this` for the exports: it writes to it, reads what is an export, or hands it back. */
  readonly isCertain: boolean;
}

/** The exported functions that use `this` in a way that tells the exports object from a namespace, by their keys. */
export function receiversOf(
  context: ScanContext,
  resolved: readonly Resolved[],
  keys: ReadonlySet<string>,
): ReadonlyMap<string, Receiver> {
  const exported = exportedFunctions(context, resolved);
  const receivers = new Map<string, Receiver>();
  if (exported.size === 0) return receivers;
  for (const [owner, uses] of thisByFunction(context)) {
    const exportedAs = exported.get(owner) ?? [];
    const used = exportedAs.length === 0 ? null : telling(owner, uses, keys);
    if (used === null) continue;
    for (const key of exportedAs)
      receivers.set(key, { key, ...used, isConstructor: isConstructor(context, owner) });
  }
  return receivers;
}

/** Exported functions that take `this` for the exports object. */
export function thisFindings(receivers: ReadonlyMap<string, Receiver>): readonly Finding[] {
  return [...receivers.values()].flatMap(({ key, used, node, isConstructor, isCertain }): Finding[] => {
    if (isConstructor || !isCertain) return [];
    const args = { key, used };
    return [makeFinding('exports-uses-this', { range: rangeOf(node), args, settledBy: ['default', 'keep'] })];
  });
}

function thisByFunction(context: ScanContext): ReadonlyMap<t.Function, readonly t.ThisExpression[]> {
  const found = new Map<t.Function, t.ThisExpression[]>();
  for (const node of nodesOf(context, 'ThisExpression')) {
    const owner = ownerOfThis(node);
    if (!isFunction(owner)) continue;
    addTo(found, owner, node);
  }
  return found;
}

/** The first use that surely tells the exports object, else the first that may. */
function telling(
  owner: t.Function,
  uses: readonly t.ThisExpression[],
  keys: ReadonlySet<string>,
): Pick<Receiver, 'used' | 'node' | 'isCertain'> | null {
  const isPlain = owner.type === 'FunctionDeclaration' || owner.type === 'FunctionExpression';
  const open = isPlain ? tellingUses(owner, uses) : uses;
  const found = open.flatMap((node): Pick<Receiver, 'used' | 'node' | 'isCertain'>[] => {
    const parent = parentOf(node)!;
    if (!isMemberOf(parent, node)) return [{ used: 'this', node, isCertain: isKept(parent, node) }];
    const used = memberUsed(parent, keys);
    return used === null ? [] : [{ used, node: parent, isCertain: true }];
  });
  return found.find(({ isCertain }) => isCertain) ?? found[0] ?? null;
}

/** `this.member`, where it is written, or read and an export or inherited; null where it can be neither. */
function memberUsed(
  member: t.MemberExpression | t.OptionalMemberExpression,
  keys: ReadonlySet<string>,
): string | null {
  const name = staticKey(member);
  const role = roleOf(member).kind;
  const isWritten = role === 'write' || role === 'delete';
  if (!isWritten && name !== null && !keys.has(name) && !inherited.has(name)) return null;
  return `this.${name ?? '[...]'}`;
}

/** What objects inherit and namespaces of modules do not (ECMA-262 §10.4.6). */
const inherited: ReadonlySet<string> = new Set(Object.getOwnPropertyNames(Object.prototype));

/** `return this`, `var self = this`: from there on it is out of sight. */
function isKept(parent: t.Node, node: t.Node): boolean {
  if (parent.type === 'AssignmentExpression') return parent.right === node;
  return parent.type === 'ReturnStatement' || parent.type === 'VariableDeclarator';
}

/** The functions that are written to keys of the exports, and the keys of each. */
function exportedFunctions(
  context: ScanContext,
  resolved: readonly Resolved[],
): ReadonlyMap<t.Node, readonly string[]> {
  const functions = new Map<t.Node, string[]>();
  for (const { mention, decisive } of resolved) {
    if (mention.version !== 0 || mention.use.kind !== 'write' || decisive.kind !== 'member') continue;
    const role = roleOf(decisive.member);
    const fn = role.kind === 'write' && role.value !== null ? functionBehind(context, role.value) : null;
    if (fn === null) continue;
    addTo(functions, fn, decisive.key);
  }
  return functions;
}

function functionBehind({ scopes }: ScanContext, value: t.Node): t.Function | null {
  let node = unwrap(value);
  while (node.type === 'AssignmentExpression') node = unwrap(node.right);
  if (node.type === 'Identifier') {
    const declared = scopes.referenceOf(node)?.binding?.declarations[0];
    const declaration = declared === undefined ? null : parentOf(declared);
    const isVariable = declaration?.type === 'VariableDeclarator' && declaration.id === declared;
    const behind = isVariable ? declaration.init : declaration;
    return behind && isFunction(unwrap(behind)) ? (unwrap(behind) as t.Function) : null;
  }
  return isFunction(node) ? node : null;
}

/** A capital letter is a custom, which proves nothing. */
function isConstructor({ scopes }: ScanContext, fn: t.Function): boolean {
  const id = 'id' in fn && fn.id ? fn.id : variableOf(fn);
  if (id === null) return false;
  const binding = scopes.referenceOf(id)?.binding ?? scopes.scopeOf(fn).bindings.get(id.name);
  return (binding?.references ?? []).some(({ node }) => {
    const parent = parentOf(node);
    if (parent?.type === 'NewExpression') return parent.callee === node;
    return parent !== null && isMemberOf(parent, node) && staticKey(parent) === 'prototype';
  });
}

function variableOf(fn: t.Function): t.Identifier | null {
  const parent = parentOf(fn);
  return parent?.type === 'VariableDeclarator' && parent.id.type === 'Identifier' ? parent.id : null;
}

function isMemberOf(node: t.Node, object: t.Node): node is t.MemberExpression | t.OptionalMemberExpression {
  return (
    (node.type === 'MemberExpression' || node.type === 'OptionalMemberExpression') && node.object === object
  );
}
