import type * as t from '@babel/types';
import { staticKey } from '../../syntax/keys.ts';
import { isFunction, parentOf } from '../../syntax/tree.ts';
import { unwrap } from '../../syntax/wrapping.ts';
import type { ScanContext } from '../context.ts';
import type { Finding } from '../finding.ts';
import { nodesOf, rangeOf } from '../nodes.ts';
import { ownerOfThis } from '../owner.ts';
import type { Resolved } from './mentions.ts';
import { roleOf } from './roles.ts';

/**
 * Exported functions that take `this` for the exports object: they write to it, read what is an export, or hand it on.
 * Functions that are meant for `new` have a `this` of their own.
 */
export function thisFindings(
  context: ScanContext,
  resolved: readonly Resolved[],
  keys: ReadonlySet<string>,
): readonly Finding[] {
  const exported = exportedFunctions(context, resolved);
  if (exported.size === 0) return [];
  const reported = new Set<t.Node>();
  return nodesOf(context, 'ThisExpression').flatMap((node): Finding[] => {
    const owner = ownerOfThis(node);
    const key = exported.get(owner);
    const member = parentOf(node);
    if (key === undefined || reported.has(owner) || member === null) return [];
    const used = isMemberOf(member, node) ? memberUsed(member, keys) : isKept(member, node) ? 'this' : null;
    if (used === null) return [];
    reported.add(owner);
    const args = { key, used };
    return [
      {
        code: 'exports-uses-this',
        range: used === 'this' ? rangeOf(node) : rangeOf(member),
        args,
        related: [],
        settledBy: ['default', 'keep'],
      },
    ];
  });
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

/** The functions that are written to keys of the exports, and the key of each. */
function exportedFunctions(context: ScanContext, resolved: readonly Resolved[]): ReadonlyMap<t.Node, string> {
  const functions = new Map<t.Node, string>();
  for (const { mention, decisive } of resolved) {
    if (mention.version !== 0 || mention.use.kind !== 'write' || decisive.kind !== 'member') continue;
    const role = roleOf(decisive.member);
    const fn = role.kind === 'write' && role.value !== null ? functionBehind(context, role.value) : null;
    if (fn !== null && !isConstructor(context, fn, decisive.key)) functions.set(fn, decisive.key);
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

/** By the custom of a capital letter, or since it is constructed or has its prototype written somewhere. */
function isConstructor({ scopes }: ScanContext, fn: t.Function, key: string): boolean {
  const id = 'id' in fn && fn.id ? fn.id : variableOf(fn);
  if (/^\p{Lu}/u.test(key) || (id !== null && /^\p{Lu}/u.test(id.name))) return true;
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
