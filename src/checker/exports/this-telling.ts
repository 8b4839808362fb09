import type * as t from '@babel/types';
import { addTo } from '../../lists.ts';
import { staticKey } from '../../syntax/keys.ts';
import { isFunction } from '../../syntax/kinds.ts';
import { parentOf } from '../../syntax/tree.ts';
import type { ScanContext } from '../context.ts';
import { nodesOf } from '../nodes.ts';
import { ownerOfThis } from '../owner.ts';
import { perScan } from '../per-scan.ts';
import { tellingUses } from '../strict/this/this-uses.ts';
import { roleOf } from './roles.ts';

/** Functions in which `this` tells an ordinary object from the namespace of a module, if they are called as its methods. */

export interface Telling {
  /** `this`, or the member of it, in the code. */
  readonly used: string;
  readonly node: t.Node;
  /** Whether it surely takes `this` for the exports: it writes to it, reads what is an export, or hands it back. */
  readonly isCertain: boolean;
}

/** Every use of `this`, by the function whose own it is. */
export const thisByFunction = perScan(
  (scan: ScanContext): ReadonlyMap<t.Function, readonly t.ThisExpression[]> => {
    const found = new Map<t.Function, t.ThisExpression[]>();
    for (const node of nodesOf(scan, 'ThisExpression')) {
      const owner = ownerOfThis(node);
      if (isFunction(owner)) addTo(found, owner, node);
    }
    return found;
  },
);

/**
 * The first use in a function that surely tells, else the first that may; null where none does.
 *
 * @param keys of the object, which are more than names of its own to functions that read them
 */
export function telling(scan: ScanContext, owner: t.Function, keys: ReadonlySet<string>): Telling | null {
  const uses = thisByFunction(scan).get(owner) ?? [];
  const isPlain = owner.type === 'FunctionDeclaration' || owner.type === 'FunctionExpression';
  const open = isPlain ? tellingUses(scan, owner, uses) : uses;
  const found = open.flatMap((node): Telling[] => {
    const parent = parentOf(node)!;
    if (isPassedThrough(scan, owner, node)) return [];
    if (!isMemberOf(parent, node)) return [{ used: 'this', node, isCertain: isKept(parent, node) }];
    const used = memberUsed(parent, keys);
    return used === null ? [] : [{ used, node: parent, isCertain: true }];
  });
  return found.find(({ isCertain }) => isCertain) ?? found[0] ?? null;
}

/** Whether a function calls others, which another one around it was given, with its own `this`. */
export function passesThrough(scan: ScanContext, owner: t.Function): boolean {
  return functionsPassedThis(scan, owner).length > 0;
}

/** These others. */
export function functionsPassedThis(scan: ScanContext, owner: t.Function): readonly t.Node[] {
  return (thisByFunction(scan).get(owner) ?? []).flatMap((node) =>
    isPassedThrough(scan, owner, node) ? calledWithThis(node) : [],
  );
}

function calledWithThis(receiver: t.Node): readonly t.Node[] {
  const call = parentOf(receiver);
  const callee = call?.type === 'CallExpression' ? call.callee : null;
  return callee?.type === 'MemberExpression' ? [callee.object] : [];
}

/** `fn.apply(this, arguments)` in what `wrap(fn)` returns. */
export function isPassedThrough({ scopes }: ScanContext, owner: t.Function, node: t.Node): boolean {
  const call = parentOf(node)!;
  if (call.type !== 'CallExpression' || call.arguments[0] !== node) return false;
  const { callee } = call;
  if (callee.type !== 'MemberExpression' || !handsOverThis.has(staticKey(callee))) return false;
  const binding = callee.object.type === 'Identifier' ? scopes.referenceOf(callee.object)?.binding : null;
  return binding?.kind === 'parameter' && !isWithin(binding.declarations[0]!, owner);
}

const handsOverThis: ReadonlySet<string | null> = new Set(['apply', 'bind', 'call']);

function isWithin(node: t.Node, around: t.Node): boolean {
  return node.start! >= around.start! && node.end! <= around.end!;
}

/** `this.member`, where it is written, or read and an export or inherited; null where it can be neither. */
function memberUsed(member: t.MemberExpression, keys: ReadonlySet<string>): string | null {
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

export function isMemberOf(node: t.Node, object: t.Node): node is t.MemberExpression {
  return node.type === 'MemberExpression' && node.object === object;
}
