import type * as t from '@babel/types';
import { staticKey } from '../../syntax/keys.ts';
import { parentOf } from '../../syntax/tree.ts';
import { isWriteTarget } from '../nodes.ts';
import type { Use } from './use.ts';

/** The use of an object by a member expression: read, called as a method, or written. */
export function memberUse(member: t.MemberExpression): Use {
  const key = staticKey(member);
  const writes = isWriteTarget(member);
  if (key === null) return { node: member, kind: 'computed', writes };
  if (writes) return { node: member, kind: 'member-write', keys: [key], writes };
  return { node: member, kind: isMethod(member) ? 'method' : 'member', keys: [key] };
}

/** Whether the object becomes `this` of a call: `m.a()`, `(m.a)()`, `m.a?.()`, m.a`...`; not `(0, m.a)()`. */
function isMethod(member: t.Node): boolean {
  const parent = parentOf(member);
  switch (parent?.type) {
    case 'CallExpression':
      return parent.callee === member;
    case 'TaggedTemplateExpression':
      return parent.tag === member;
    case 'Decorator':
      return true;
    default:
      return false;
  }
}
