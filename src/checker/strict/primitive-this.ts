import type * as t from '@babel/types';
import { staticKey } from '../../syntax/keys.ts';
import { parentOf } from '../../syntax/tree.ts';
import type { ScanContext } from '../context.ts';
import { isWriteTarget } from '../nodes.ts';
import type { StrictRow } from './row.ts';
import { type PlainOwner, thisUses } from './this-uses.ts';

/** `String.prototype.isEmpty = function () { return this === ''; }`: sloppy code sees a String object there. */
export const primitiveThis: StrictRow = {
  rule: 'this of a method of a primitive value is that value, not an object around it',
  clause: 'Annex C; §10.2.1.2 OrdinaryCallBindThis',
  check(scan, report) {
    for (const [owner, uses] of thisUses(scan)) {
      const wrapper = wrapperExtendedBy(scan, owner);
      const telling = wrapper === null ? undefined : uses.find((use) => !isSameForBoth(use));
      if (telling !== undefined) report.refuse('strict-this-primitive', telling, { wrapper: wrapper! });
    }
  },
};

const wrappers: ReadonlySet<string> = new Set(['BigInt', 'Boolean', 'Number', 'String', 'Symbol']);

/** `String` for the function in `String.prototype.x = function () {}`. */
function wrapperExtendedBy(scan: ScanContext, owner: PlainOwner): string | null {
  const assignment = parentOf(owner);
  if (assignment?.type !== 'AssignmentExpression' || assignment.left.type !== 'MemberExpression') return null;
  const prototype = assignment.left.object;
  if (prototype.type !== 'MemberExpression' || staticKey(prototype) !== 'prototype') return null;
  const { object } = prototype;
  if (object.type !== 'Identifier' || !wrappers.has(object.name)) return null;
  return scan.scopes.referenceOf(object)?.binding === null ? object.name : null;
}

/** Reading a property, calling a method and arithmetic do the same with a value and with its object. */
function isSameForBoth(use: t.ThisExpression): boolean {
  const parent = parentOf(use)!;
  if (parent.type === 'MemberExpression') return parent.object === use && !isWriteTarget(parent);
  if (parent.type === 'BinaryExpression') return !/^[!=]==?$|^in/.test(parent.operator);
  if (parent.type === 'UnaryExpression') return parent.operator === '+' || parent.operator === '-';
  return parent.type === 'TemplateLiteral';
}
