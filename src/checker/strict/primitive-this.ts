import type * as t from '@babel/types';
import { staticKey } from '../../syntax/keys.ts';
import { parentOf } from '../../syntax/tree.ts';
import { callsByName } from '../by-name.ts';
import type { ScanContext } from '../context.ts';
import { isWriteTarget } from '../nodes.ts';
import type { StrictRow } from './row.ts';
import { type PlainOwner, thisUses } from './this-uses.ts';

/** `String.prototype.isEmpty = function () { return this === ''; }`: sloppy code sees a String object there. */
export const primitiveThis: StrictRow = {
  rule: 'this of a method of a primitive value is that value, not an object around it',
  clause: 'Annex C; §10.2.1.2 OrdinaryCallBindThis',
  check(scan, report) {
    const given = primitiveReceivers(scan);
    for (const [owner, uses] of thisUses(scan)) {
      const wrapper = wrapperExtendedBy(scan, owner) ?? wrapperGivenTo(owner, given);
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

const wrapperOf: ReadonlyMap<string, string> = new Map([
  ['BigIntLiteral', 'BigInt'],
  ['BooleanLiteral', 'Boolean'],
  ['NumericLiteral', 'Number'],
  ['StringLiteral', 'String'],
  ['TemplateLiteral', 'String'],
]);

/** The names under which functions get a primitive value as `this`: `f.call('text')`, `exports.f.apply(1, list)`. */
function primitiveReceivers(scan: ScanContext): ReadonlyMap<string, string> {
  const given = new Map<string, string>();
  for (const { callee, arguments: list } of callsByName(scan).ofAny(handsOverThis)) {
    const wrapper = wrapperOf.get(list[0]?.type ?? '');
    if (wrapper === undefined || callee.type !== 'MemberExpression') continue;
    const name = nameOf(callee.object);
    if (name !== null) given.set(name, wrapper);
  }
  return given;
}

const handsOverThis: ReadonlySet<string | null> = new Set(['apply', 'bind', 'call']);

function ownNameOf(owner: PlainOwner): string | null | undefined {
  return owner.type === 'ObjectMethod' ? staticKey(owner) : owner.id?.name;
}

function nameOf(called: t.Node): string | null {
  if (called.type === 'Identifier') return called.name;
  if (called.type === 'FunctionExpression') return `at ${called.start}`;
  return called.type === 'MemberExpression' ? staticKey(called) : null;
}

/** Any of the names that a function may be known by counts. */
function wrapperGivenTo(owner: PlainOwner, given: ReadonlyMap<string, string>): string | null {
  if (given.size === 0) return null;
  const names = [nameOf(owner), ownNameOf(owner)];
  for (let holder = parentOf(owner); holder !== null; holder = parentOf(holder)) {
    if (holder.type === 'VariableDeclarator') names.push(nameOf(holder.id));
    if (holder.type === 'AssignmentExpression') names.push(nameOf(holder.left));
    else if (holder.type === 'ObjectProperty') names.push(staticKey(holder));
    if (holder.type !== 'AssignmentExpression') break;
  }
  for (const name of names) {
    const wrapper = given.get(name ?? '');
    if (wrapper !== undefined) return wrapper;
  }
  return null;
}

/** Reading a property, calling a method and arithmetic do the same with a value and with its object. */
function isSameForBoth(use: t.ThisExpression): boolean {
  const parent = parentOf(use)!;
  if (parent.type === 'MemberExpression') return parent.object === use && !isWriteTarget(parent);
  if (parent.type === 'BinaryExpression') return !/^[!=]==?$|^in/.test(parent.operator);
  if (parent.type === 'UnaryExpression') return parent.operator === '+' || parent.operator === '-';
  return parent.type === 'TemplateLiteral';
}
