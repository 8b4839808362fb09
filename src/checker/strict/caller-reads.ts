import type * as t from '@babel/types';
import { staticKey } from '../../syntax/keys.ts';
import { isFunction } from '../../syntax/kinds.ts';
import { parentOf } from '../../syntax/tree.ts';
import { membersByKey } from '../by-name.ts';
import type { ScanContext } from '../context.ts';
import type { Range } from '../facts.ts';
import { rangeOf } from '../nodes.ts';
import { ownerOfThis } from '../owner.ts';
import { isOwnFunction } from './callee.ts';
import { functionOf } from './own-functions.ts';
import { isSloppyAt } from './row.ts';

/** Where a function of the file asks who has called it, `f.caller`, and that may be a function of another file; else null. */
export function callerRead(scan: ScanContext): Range | null {
  const read = membersByKey(scan)
    .of('caller')
    .find(
      (member) => isSloppyAt(scan, member) && isOwnFunction(scan, member.object) && isOfOthers(scan, member),
    );
  return read === undefined ? null : rangeOf(read);
}

/** Whoever has called the caller may be of another file. */
function isOfOthers(scan: ScanContext, member: t.MemberExpression): boolean {
  const parent = parentOf(member);
  if (parent?.type === 'MemberExpression' && staticKey(parent) === 'caller') return true;
  const { object } = member;
  const fn = object.type === 'Identifier' ? functionOf(scan, object) : ownerOfThis(member);
  return fn === null || !isFunction(fn) || !isOnlyCalledHere(scan, fn);
}

/** `function f() { return f.caller; }` of which nothing gets out of the file. */
function isOnlyCalledHere(scan: ScanContext, fn: t.Function): boolean {
  if (fn.type !== 'FunctionDeclaration' || !fn.id) return false;
  const references = scan.scopes.scopeOf(fn).bindings.get(fn.id.name)?.references ?? [];
  return references.every(({ node }) => {
    const parent = parentOf(node);
    if (parent?.type === 'CallExpression') return parent.callee === node;
    return parent?.type === 'MemberExpression' ? parent.object === node : parent === fn;
  });
}
