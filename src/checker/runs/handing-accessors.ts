import type * as t from '@babel/types';
import { staticKey } from '../../syntax/keys.ts';
import { isField } from '../../syntax/kinds.ts';
import { parentOf } from '../../syntax/tree.ts';
import type { ScanContext } from '../context.ts';
import { isWriteTarget, nodesOf } from '../nodes.ts';
import { ownerOfThis } from '../owner.ts';
import { perScan } from '../per-scan.ts';
import { isHalfOfAccessor, keyDescribed } from './accessors.ts';

/** Whether reading or writing a member may run an accessor of the file that hands out the object which has it. */
export function isHanding(scan: ScanContext, member: t.MemberExpression): boolean {
  const keys = handingAccessors(scan);
  const key = staticKey(member);
  return keys.has(key) || (key === null ? keys.size > 0 : keys.has(null));
}

/** The keys of the accessors of a file that hand out the object on which they run; `null` for one that is not known. */
const handingAccessors = perScan((scan): ReadonlySet<string | null> => {
  const found = new Set(nodesOf(scan, 'ObjectProperty').flatMap(madeElsewhere));
  const uses = nodesOf(scan, 'ThisExpression').flatMap((node) => {
    const accessor = accessorAt(ownerOfThis(node));
    return accessor === null ? [] : [{ node, ...accessor }];
  });
  // An accessor that hands out its object may do so for another one that reads it.
  for (let size = -1; size < found.size; ) {
    size = found.size;
    for (const { node, key } of uses) if (!staysOwn(node, found)) found.add(key);
  }
  return found;
});

/** The key of `get key() {}` and of the half of a descriptor; null where that may be for any. */
function accessorAt(owner: t.Node): { readonly key: string | null } | null {
  if (owner.type === 'ObjectMethod' || owner.type === 'ClassMethod') {
    if (owner.kind === 'get' || owner.kind === 'set') return { key: staticKey(owner) };
    return isHalfOfAccessor(owner) ? { key: keyDescribed(owner) } : null;
  }
  if (owner.type === 'ClassPrivateMethod') return owner.kind === 'method' ? null : { key: null };
  const property = parentOf(owner);
  const isValue = property?.type === 'ObjectProperty' && property.value === owner;
  return isValue && isHalfOfAccessor(property) ? { key: keyDescribed(property) } : null;
}

/** `{ get: wrapped(function () {}) }`: what that does with the object is not to be seen. */
function madeElsewhere(half: t.ObjectProperty): readonly (string | null)[] {
  const isSeen = half.value.type === 'FunctionExpression' || half.value.type === 'ArrowFunctionExpression';
  return isHalfOfAccessor(half) && !isSeen ? [keyDescribed(half)] : [];
}

/** Whether constructing a class hands out what is made, or its definition the class itself. */
export function handsOutThis(scan: ScanContext, { body }: t.Class): boolean {
  return thisIn(scan, body, (owner) => !isStatic(owner) && (isField(owner) || isConstructor(owner)));
}

export function handsOutClass(scan: ScanContext, { body }: t.Class): boolean {
  return thisIn(scan, body, (owner) => isStatic(owner) && !('kind' in owner));
}

function thisIn(scan: ScanContext, body: t.ClassBody, isMeant: (owner: t.Node) => boolean): boolean {
  const handing = handingAccessors(scan);
  return nodesOf(scan, 'ThisExpression').some((node) => {
    const owner = ownerOfThis(node);
    return parentOf(owner) === body && isMeant(owner) && !staysOwn(node, handing);
  });
}

function isConstructor(owner: t.Node): boolean {
  return owner.type === 'ClassMethod' && owner.kind === 'constructor';
}

function isStatic(owner: t.Node): boolean {
  return owner.type === 'StaticBlock' || ('static' in owner && owner.static === true);
}

/** `this.key`, read or written: whoever gets that does not get `this`. */
function staysOwn(node: t.Node, handing: ReadonlySet<string | null>): boolean {
  const member = parentOf(node);
  if (member?.type !== 'MemberExpression' || member.object !== node) return false;
  const around = parentOf(member)!;
  if ('callee' in around && around.callee === member) return false;
  if ('tag' in around && around.tag === member) return false;
  const key = staticKey(member);
  if (handing.has(key) || (key === null ? handing.size > 0 : handing.has(null))) return false;
  if (isWriteTarget(member)) return key !== null && key !== '__proto__';
  return key !== null && key !== 'constructor' && key !== '__proto__';
}
