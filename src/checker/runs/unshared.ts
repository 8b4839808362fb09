import type * as t from '@babel/types';
import { staticKey } from '../../syntax/keys.ts';
import type { Binding } from '../../syntax/scope.ts';
import { parentOf } from '../../syntax/tree.ts';
import type { ScanContext } from '../context.ts';
import { firstRunsOf } from '../exports/first-runs.ts';
import { placesOf } from '../exports/places.ts';
import { isWriteTarget, nodesOf } from '../nodes.ts';
import { ownerOfThis } from '../owner.ts';
import { perScan } from '../per-scan.ts';
import { constantOf } from './builtin-objects.ts';

/**
 * Tells the objects that the file makes at its top level and that nobody else has got hold of when something is done with
 * them there: `F` and `F.prototype` of its functions and classes, and members of a literal. So nobody else can have put
 * an accessor on the former, or another object in the place of the latter.
 */
export const unsharedObjects: (scan: ScanContext) => (object: t.Node, at: t.Node) => boolean = perScan(
  (scan) => {
    const places = placesOf(scan);
    const runs = firstRunsOf(scan);
    const handedOut = new Map<Binding, number>();
    let usesThis: number | null = null;

    /** From where on functions may have handed out the object of which they are methods. */
    function firstUseOfThis(): number {
      if (usesThis !== null) return usesThis;
      const leaks = nodesOf(scan, 'ThisExpression').filter((node) => !staysHere(scan, node));
      usesThis = earliest(leaks.map((node) => runOf(ownerOfThis(node))));
      return usesThis;
    }

    function runOf(owner: t.Node): number {
      return owner.type === 'Program' ? Number.POSITIVE_INFINITY : runs.of(owner);
    }

    function firstHandedOut(binding: Binding): number {
      const known = handedOut.get(binding);
      if (known !== undefined) return known;
      const leaks = binding.references.filter(({ node }) => !staysHere(scan, node));
      const offset = binding.scope.dynamic ? 0 : earliest(leaks.map(({ node }) => timeOf(node)));
      handedOut.set(binding, offset);
      return offset;
    }

    function timeOf(node: t.Node): number {
      const { region, shifts } = places.of(node);
      return region === null ? (shifts[0] ?? node.start!) : runs.of(region);
    }

    return (object, at) => {
      const { region, loop } = places.of(at);
      if (region !== null) return false;
      const moment = loop === null ? at.start! : loop.end!;
      const made = functionOf(scan, object);
      if (made !== null) return Math.min(firstHandedOut(made), firstUseOfThis()) > moment;
      const holder = literalAround(scan, object);
      return holder !== null && firstHandedOut(holder) > moment;
    };
  },
);

function earliest(offsets: readonly number[]): number {
  return offsets.reduce((first, offset) => Math.min(first, offset), Number.POSITIVE_INFINITY);
}

/** The variable of `F` or `F.prototype`, for a function that inherits nothing. */
function functionOf(scan: ScanContext, object: t.Node): Binding | null {
  const name = object.type === 'MemberExpression' && isPrototype(object) ? object.object : object;
  if (name.type !== 'Identifier') return null;
  const binding = scan.scopes.referenceOf(name)?.binding;
  if (binding?.declarations.length !== 1) return null;
  const declaration = parentOf(binding.declarations[0]!);
  const isFunction = declaration?.type === 'FunctionDeclaration';
  if (!isFunction && (declaration?.type !== 'ClassDeclaration' || declaration.superClass)) return null;
  return binding.writes.length === 0 ? binding : null;
}

/** The variable that holds an object literal, for a member that always is what the literal says. */
function literalAround(scan: ScanContext, object: t.Node): Binding | null {
  if (object.type !== 'MemberExpression' || object.object.type !== 'Identifier') return null;
  const key = staticKey(object);
  const literal = constantOf(scan, object.object);
  const binding = scan.scopes.referenceOf(object.object)?.binding;
  if (key === null || literal?.type !== 'ObjectExpression' || !binding) return null;
  const values = literal.properties.map((property) =>
    property.type === 'ObjectProperty' && staticKey(property) !== null ? property : null,
  );
  const made = values.filter((property) => property !== null && staticKey(property) === key);
  if (values.includes(null) || made.length !== 1 || !isMade(scan, made[0]!.value)) return null;
  return binding.references.some(({ node }) => mayReplace(node, key)) ? null : binding;
}

/** `{}`, or `new Kind()` for a class of the file. */
function isMade(scan: ScanContext, value: t.Node): boolean {
  if (value.type !== 'NewExpression') return value.type === 'ObjectExpression';
  if (value.callee.type !== 'Identifier') return false;
  const declarations = scan.scopes.referenceOf(value.callee)?.binding?.declarations ?? [];
  return declarations.length === 1 && parentOf(declarations[0]!)?.type === 'ClassDeclaration';
}

/** `holder.key = …`, `holder[key] = …` */
function mayReplace(name: t.Node, key: string): boolean {
  const member = parentOf(name);
  if (member?.type !== 'MemberExpression' || member.object !== name || !isWriteTarget(member)) return false;
  const written = staticKey(member);
  return written === null || written === key;
}

function isPrototype(member: t.MemberExpression): boolean {
  return staticKey(member) === 'prototype';
}

/** Where a name is only asked, called or read from, and where something is put on what it names. */
function staysHere(scan: ScanContext, name: t.Node): boolean {
  const parent = parentOf(name)!;
  switch (parent.type) {
    case 'MemberExpression':
      return parent.object === name && staysMember(scan, parent);
    case 'AssignmentExpression':
      return parent.right === name && isPutOnItself(scan, name, parent);
    case 'BinaryExpression':
      return parent.operator === 'instanceof' && parent.right === name;
    case 'CallExpression':
      return parent.callee === name || isDefined(scan, name, parent);
    case 'VariableDeclarator':
    case 'FunctionDeclaration':
    case 'ClassDeclaration':
      return parent.id === name;
    default:
      return false;
  }
}

/** Members that are not called as methods, inherit from nothing new, and are no prototype that is handed out. */
function staysMember(scan: ScanContext, member: t.MemberExpression): boolean {
  const around = parentOf(member)!;
  if (isCalled(member, around)) return false;
  const key = staticKey(member);
  if (isWriteTarget(member)) return key !== 'prototype' && key !== '__proto__';
  if (key === '__proto__') return false;
  if (key !== 'prototype' || isDefined(scan, member, around)) return true;
  return around.type === 'MemberExpression' && around.object === member && staysMember(scan, around);
}

/** `F.prototype.constructor = F;` */
function isPutOnItself(scan: ScanContext, name: t.Node, { left, operator }: t.AssignmentExpression): boolean {
  if (operator !== '=' || name.type !== 'Identifier' || left.type !== 'MemberExpression') return false;
  const own = functionOf(scan, name);
  return own !== null && functionOf(scan, left.object) === own && isStatement(parentOf(left)!);
}

function isCalled(member: t.Node, around: t.Node): boolean {
  return ('callee' in around && around.callee === member) || ('tag' in around && around.tag === member);
}

/** `Object.defineProperty(F.prototype, 'key', …);` */
function isDefined(scan: ScanContext, object: t.Node, around: t.Node): boolean {
  if (around.type !== 'CallExpression' || around.arguments[0] !== object) return false;
  const { callee } = around;
  if (callee.type !== 'MemberExpression' || callee.object.type !== 'Identifier') return false;
  const isLanguage = scan.scopes.referenceOf(callee.object)?.binding === null;
  return (
    isLanguage &&
    callee.object.name === 'Object' &&
    definers.has(staticKey(callee) ?? '') &&
    isStatement(around)
  );
}

const definers: ReadonlySet<string> = new Set(['defineProperties', 'defineProperty', 'freeze']);

function isStatement(node: t.Node): boolean {
  return parentOf(node)?.type === 'ExpressionStatement';
}
