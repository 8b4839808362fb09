import type * as t from '@babel/types';
import { staticKey } from '../../../syntax/keys.ts';
import { isFunction } from '../../../syntax/kinds.ts';
import { ancestorsOf, contains, parentOf } from '../../../syntax/tree.ts';
import type { ScanContext } from '../../context.ts';
import type { Mend, ObjectThis } from '../../facts.ts';
import { isWriteTarget, nodesOf } from '../../nodes.ts';
import { ownerOfThis } from '../../owner.ts';
import { perScan } from '../../per-scan.ts';
import { isNeverBound, scopesOf } from '../free-names.ts';
import { isInLoop } from '../reach.ts';
import { callsOfTelling } from './functions-telling.ts';
import type { PlainOwner } from './this-uses.ts';

/** How `this` of a sloppy function is written where it may be a primitive value. */

/**
 * ECMA-262 §10.2.1.2 OrdinaryCallBindThis makes an object of it once for each call of a sloppy function, so that what is
 * put on the object, and its identity, lasts for that call.
 *
 * @param uses all of them
 * @param orGlobal it may be called without an object, too
 * @returns null where the file has another `Object` or `globalThis`, parameters use it besides, `super` hands on the value
 * itself, or something is written that the object would reject
 */
export function objectThis(
  scan: ScanContext,
  owner: PlainOwner,
  uses: readonly t.ThisExpression[],
  orGlobal: boolean,
): ObjectThis | null {
  const names = orGlobal ? ['Object', 'globalThis'] : ['Object'];
  if (!names.every((name) => isNeverBound(scan, name)) || hasSuper(scan, owner)) return null;
  if (uses.some(mayWriteFixed)) return null;
  const places = uses.map(({ start }) => start!);
  if (uses.length === 1 && isOncePerCall(uses[0]!, owner)) return { uses: places, kept: null, orGlobal };
  if (!uses.every((use) => contains(owner.body, use))) return null;
  const kept = { at: owner.body.start!, name: nameForThis(scan), gap: gapIn(scan, owner) };
  return { uses: places, kept, orGlobal };
}

/** The same for what other files may do, which may call it without an object where it tells that. */
export function objectForOthers(
  scan: ScanContext,
  owner: PlainOwner,
  uses: readonly t.ThisExpression[],
): ObjectThis | null {
  return objectThis(scan, owner, uses, callsOfTelling(scan).has(owner));
}

function hasSuper(scan: ScanContext, owner: PlainOwner): boolean {
  return owner.type === 'ObjectMethod' && nodesOf(scan, 'Super').some((node) => ownerOfThis(node) === owner);
}

/** `this.length = 0`, `this[key] = value`: §10.4.3 String exotic objects have a length and indices that cannot be written. */
function mayWriteFixed(use: t.ThisExpression): boolean {
  const parent = parentOf(use)!;
  if (parent.type !== 'MemberExpression' || parent.object !== use || !isWriteTarget(parent)) return false;
  const key = staticKey(parent);
  return key === null || key === 'length' || /^\d+$/.test(key);
}

/** Not the constructor of `new this.Kind()`, since `new Object(this).Kind()` is another one. */
function isOncePerCall(use: t.ThisExpression, owner: PlainOwner): boolean {
  if (isInLoop(use)) return false;
  for (const ancestor of ancestorsOf(use)) {
    if (ancestor === owner) return true;
    if (isFunction(ancestor) || (ancestor.type === 'NewExpression' && contains(ancestor.callee, use)))
      return false;
  }
  return false;
}

/** One for all functions of the file: each has its own. */
const nameForThis = perScan((scan): string => {
  const isUsed = (name: string): boolean =>
    scan.scopes.free.has(name) || scopesOf(scan).some(({ bindings }) => bindings.has(name));
  let name = 'self';
  for (let number = 1; isUsed(name); number++) name = `self_${number}`;
  return name;
});

/** What a first statement has before it: the line break and the indentation of the one that is there, or a space. */
function gapIn({ source }: ScanContext, { body }: PlainOwner): string {
  const [space] = /^\s*/.exec(source.slice(body.start! + 1))!;
  return /\r?\n[ \t]*$/.exec(space)?.[0] ?? ' ';
}

/** `this` -> `Object(this)`; or `{` -> `{ const self = Object(this);` and `this` -> `self` */
export function mendsOfObjectThis({ uses, kept, orGlobal }: ObjectThis): readonly MendOfThis[] {
  const object = `Object(this${orGlobal ? ' ?? globalThis' : ''})`;
  const inPlace = uses.map((start) => mendOf(start, 'this', kept?.name ?? object));
  return kept === null
    ? inPlace
    : [mendOf(kept.at, '{', `{${kept.gap}const ${kept.name} = ${object};`), ...inPlace];
}

function mendOf(start: number, { length }: string, text: string): MendOfThis {
  return { range: [start, start + length], text, code: 'strict-this-object' };
}

type MendOfThis = Mend & { readonly code: 'strict-this-object' };
