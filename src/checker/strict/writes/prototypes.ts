import type * as t from '@babel/types';
import { staticKey } from '../../../syntax/keys.ts';
import type { Binding } from '../../../syntax/scope.ts';
import { parentOf } from '../../../syntax/tree.ts';
import { unwrap } from '../../../syntax/wrapping.ts';
import { assignmentsByName, callsByName, membersByKey } from '../../by-name.ts';
import type { ScanContext } from '../../context.ts';
import { perScan } from '../../per-scan.ts';
import { declaratorOf } from '../../writes.ts';
import { functionOf, valuesOf } from '../own-functions.ts';
import { isRequire, rootOf } from '../required-names.ts';
import { fixingCalls } from './fixed-keys.ts';
import { callsOfObject, methodOfObject } from './object-calls.ts';

/** What objects of the file inherit from. */

/** `{ __proto__: prototype }` */
export function prototypesIn({ properties }: t.ObjectExpression): readonly t.Node[] {
  return properties.flatMap((property) =>
    property.type === 'ObjectProperty' && staticKey(property) === '__proto__' ? [property.value] : [],
  );
}

/** `Object.setPrototypeOf(object, prototype)` */
export function prototypesGiven(scan: ScanContext, binding: Binding): readonly t.Node[] {
  return fixingCalls(scan, binding).flatMap((call) =>
    methodOfObject(scan, call) === 'setPrototypeOf' ? (call.arguments[1] ?? []) : [],
  );
}

/** Whether the `this` of a function may have the prototype of what another file, or a builtin, constructs. */
export function inherits(scan: ScanContext, method: t.Node): boolean {
  const constructed = constructorWith(scan, method);
  if (constructed === null) return basesIn(scan).some(({ base }) => !isPlainBase(scan, base));
  const chain = new Set([constructed]);
  for (const at of chain)
    for (const { of, base } of basesIn(scan)) {
      if (of !== null && of !== at) continue;
      if (!isPlainBase(scan, base)) return true;
      const next = functionOf(scan, rootOf(base));
      if (next !== null) chain.add(next);
    }
  return false;
}

/** The constructor that a function is, or is a method of, where all that gets its `this` is made by that. */
export function constructorWith(scan: ScanContext, method: t.Node): t.Node | null {
  const constructed = withPrototype(scan).has(method) ? method : constructorWithMethod(scan, method);
  return borrowed(scan).has(constructed) ? null : constructed;
}

/** `F` of `F.prototype` */
const withPrototype = perScan((scan) => functionsAsked(scan, membersByKey(scan).of('prototype')));

/** `f` of `f.call(receiver)` */
const borrowed = perScan((scan) => functionsAsked(scan, membersByKey(scan).ofAny(borrowing)));

const borrowing: ReadonlySet<string> = new Set(['apply', 'bind', 'call']);

function functionsAsked(
  scan: ScanContext,
  members: readonly t.MemberExpression[],
): ReadonlySet<t.Node | null> {
  return new Set(members.map(({ object }) => functionOf(scan, object)));
}

/** `F.prototype.key = method`, `F.prototype = { key: method }` */
export function constructorWithMethod(scan: ScanContext, method: t.Node): t.Node | null {
  const holder = method.type === 'ObjectMethod' ? method : parentOf(method);
  const inLiteral = holder?.type === 'ObjectMethod' || holder?.type === 'ObjectProperty';
  const assignment = inLiteral ? parentOf(parentOf(holder)!) : holder;
  if (assignment?.type !== 'AssignmentExpression' || assignment.left.type !== 'MemberExpression') return null;
  return constructorOf(scan, inLiteral ? assignment.left : assignment.left.object);
}

/** `F` for `F.prototype`, or for a variable that holds it */
export function constructorOf(scan: ScanContext, prototype: t.Node | undefined): t.Node | null {
  const binding = prototype?.type === 'Identifier' ? scan.scopes.referenceOf(prototype)?.binding : null;
  const [value] = binding ? valuesOf(binding) : [prototype];
  const isPrototype = value?.type === 'MemberExpression' && staticKey(value) === 'prototype';
  return isPrototype ? functionOf(scan, value.object) : null;
}

interface Inheritance {
  /** The function of the file whose prototype inherits; null where that is not plain to see. */
  readonly of: t.Node | null;
  readonly base: t.Node;
}

/** `inherits(F, Base)`, `F.prototype = Object.create(Base.prototype)`, `F.prototype = { __proto__: Base.prototype }` */
export const basesIn = perScan((scan): readonly Inheritance[] => {
  const found: { of: t.Node | null; base: t.Node | undefined }[] = [];
  for (const {
    arguments: [derived, base],
  } of callsByName(scan).of('inherits'))
    found.push({ of: derived ? functionOf(scan, derived) : null, base });
  for (const call of callsOfObject(scan)) {
    const [first, second] = call.arguments;
    const method = methodOfObject(scan, call);
    if (method === 'create') found.push({ of: constructorAssigned(scan, call), base: first });
    if (method === 'setPrototypeOf') found.push({ of: constructorOf(scan, first), base: second });
  }
  for (const { left, right } of assignmentsByName(scan).of('prototype'))
    for (const base of right.type === 'ObjectExpression' ? prototypesIn(right) : [right])
      found.push({ of: constructorOf(scan, left), base });
  return found.flatMap(({ of, base }) => (base ? [{ of, base }] : []));
});

/** `F` for `Object.create(…)` in `F.prototype = Object.create(…)` */
function constructorAssigned(scan: ScanContext, value: t.Node): t.Node | null {
  const assignment = parentOf(value);
  return assignment?.type === 'AssignmentExpression' && assignment.right === value
    ? constructorOf(scan, assignment.left)
    : null;
}

/** A function of the file, whose own base counts, `null`, or the class of emitters, all of whose keys can be written. */
function isPlainBase(scan: ScanContext, base: t.Node, seen: ReadonlySet<Binding> = new Set()): boolean {
  const node = unwrap(base);
  switch (node.type) {
    case 'NullLiteral':
      return true;
    case 'NewExpression':
      return isPlainBase(scan, node.callee, seen);
    case 'MemberExpression':
      return isPlainBase(scan, node.object, seen);
    case 'CallExpression':
      return isRequire(node, scan) && isEvents(node.arguments[0]);
    case 'Identifier': {
      if (functionOf(scan, node) !== null) return true;
      const binding = scan.scopes.referenceOf(node)?.binding;
      if (!binding) return binding === null;
      const declarator = binding.writes.length === 1 ? declaratorOf(binding.writes[0]!.node) : null;
      if (!declarator?.init || seen.has(binding)) return false;
      return isPlainBase(scan, declarator.init, new Set(seen).add(binding));
    }
    default:
      return false;
  }
}

function isEvents(specifier: t.Node | undefined): boolean {
  return specifier?.type === 'StringLiteral' && /^(?:node:)?events$/.test(specifier.value);
}
