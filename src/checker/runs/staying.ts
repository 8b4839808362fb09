import type * as t from '@babel/types';
import { declarationOf } from '../../syntax/declaration.ts';
import { staticKey } from '../../syntax/keys.ts';
import type { Binding } from '../../syntax/scope.ts';
import { parentOf } from '../../syntax/tree.ts';
import type { ScanContext } from '../context.ts';
import { isWriteTarget } from '../nodes.ts';
import { calleeReads, functionAround } from '../owner.ts';
import { isKeyOfLoop } from './builtin-objects.ts';
import { handsOutClass, isHanding } from './handing-accessors.ts';

/** The functions and classes of a file that keep to themselves what they are: where they are mentioned, and what for. */

/** The variable of a function or class that inherits nothing and that stays the same. */
export function kindOf(scan: ScanContext, name: t.Node): Binding | null {
  const binding = name.type === 'Identifier' ? scan.scopes.referenceOf(name)?.binding : null;
  return binding && isKind(binding) ? binding : null;
}

/** The same for `F` or `F.prototype`. */
export function kindBehind(scan: ScanContext, object: t.Node): Binding | null {
  const isPrototype = object.type === 'MemberExpression' && staticKey(object) === 'prototype';
  return kindOf(scan, isPrototype ? object.object : object);
}

function isKind(kind: Binding): boolean {
  const { declarations, writes, scope } = kind;
  const declaration = declarations.length === 1 ? declarationOf(kind) : null;
  if (!declaration || writes.length > 0 || scope.dynamic) return false;
  const isClass = declaration.type === 'ClassDeclaration';
  return isClass ? !declaration.superClass : declaration.type === 'FunctionDeclaration';
}

/** Where a function or class may be handed out, with its prototype: all other mentions of it leave both to the file. */
export function leaksOfKind(scan: ScanContext, kind: Binding): readonly t.Node[] {
  const named = kind.references.flatMap(({ node }) => (staysHere(scan, node, kind) ? [] : [node]));
  const declaration = declarationOf(kind)!;
  const isDefining = declaration.type === 'ClassDeclaration' && handsOutClass(scan, declaration);
  const byCallee = calleeReads(scan).filter((node) => functionAround(node) === declaration);
  return [...named, ...byCallee, ...(isDefining ? [declaration] : [])];
}

function staysHere(scan: ScanContext, name: t.Node, kind: Binding): boolean {
  const parent = parentOf(name)!;
  switch (parent.type) {
    case 'MemberExpression':
      return parent.object === name && staysMember(scan, parent, kind);
    case 'BinaryExpression':
      return parent.operator === 'instanceof' && parent.right === name && !mayHaveSymbols(scan, kind);
    case 'CallExpression':
      return parent.callee === name || isDefined(scan, name, parent);
    case 'FunctionDeclaration':
    case 'ClassDeclaration':
      return parent.id === name;
    default:
      return isPutOn(scan, name, kind);
  }
}

/** Members that are not called as methods, inherit from nothing new, and are no prototype that is handed out. */
function staysMember(scan: ScanContext, member: t.MemberExpression, kind: Binding): boolean {
  const around = parentOf(member)!;
  if (isCalled(member, around) || isHanding(scan, member)) return false;
  const key = staticKey(member);
  if (isWriteTarget(member)) return key !== 'prototype' && key !== '__proto__';
  if (key !== null && !leadingOn.has(key)) return true;
  if (parentOf(member)?.type === 'ExpressionStatement' || isPutOn(scan, member, kind)) return true;
  if (key === 'prototype' && (isDefined(scan, member, around) || isNamed(scan, member, around, kind)))
    return true;
  return isObjectOf(member, around) && key !== '__proto__' && staysMember(scan, around, kind);
}

/** Keys of a function or its prototype that lead to the other of them, or to what it inherits from. */
const leadingOn: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** `const prototype = F.prototype;` */
function isNamed(scan: ScanContext, member: t.Node, around: t.Node, kind: Binding): boolean {
  if (around.type !== 'VariableDeclarator' || around.init !== member || around.id.type !== 'Identifier')
    return false;
  const name = scan.scopes.referenceOf(around.id)?.binding;
  if (name?.declarations.length !== 1 || name.scope.dynamic) return false;
  return name.references.every(({ node, access }) => {
    const user = parentOf(node)!;
    if (user === around) return true;
    return (
      access === 'read' &&
      (isDefined(scan, node, user) || (isObjectOf(node, user) && staysMember(scan, user, kind)))
    );
  });
}

/** `F.prototype.constructor = F;`, `F.prototype.a = F.prototype[b];` */
function isPutOn(scan: ScanContext, value: t.Node, kind: Binding): boolean {
  const assignment = parentOf(value)!;
  if (assignment.type !== 'AssignmentExpression' || assignment.right !== value) return false;
  const { left, operator } = assignment;
  const isStatement = parentOf(assignment)?.type === 'ExpressionStatement';
  return (
    isStatement &&
    operator === '=' &&
    left.type === 'MemberExpression' &&
    kindBehind(scan, left.object) === kind &&
    staticKey(left) !== '__proto__'
  );
}

export function isCalled(member: t.Node, around: t.Node): boolean {
  return ('callee' in around && around.callee === member) || ('tag' in around && around.tag === member);
}

export function isObjectOf(member: t.Node, around: t.Node): around is t.MemberExpression {
  return around.type === 'MemberExpression' && around.object === member;
}

/** `Object.defineProperty(F.prototype, 'key', { get() {} });` */
function isDefined(scan: ScanContext, object: t.Node, around: t.Node): boolean {
  if (around.type !== 'CallExpression' || around.arguments[0] !== object) return false;
  const { callee } = around;
  if (callee.type !== 'MemberExpression' || callee.object.type !== 'Identifier') return false;
  const isLanguage = scan.scopes.referenceOf(callee.object)?.binding === null;
  if (!isLanguage || callee.object.name !== 'Object') return false;
  if (parentOf(around)?.type !== 'ExpressionStatement') return false;
  switch (staticKey(callee)) {
    case 'freeze':
      return true;
    case 'defineProperty':
      return isPlainLiteral(around.arguments[2]);
    case 'defineProperties':
      return isPlainLiteral(around.arguments[1], (value) => isPlainLiteral(value));
    default:
      return false;
  }
}

/** A literal of nothing but named values and methods. */
function isPlainLiteral(node: t.Node | undefined, isFine: (value: t.Node) => boolean = () => true): boolean {
  if (node?.type !== 'ObjectExpression') return false;
  return node.properties.every((property) => {
    const key = property.type === 'SpreadElement' ? null : staticKey(property);
    if (key === null || key === '__proto__') return false;
    if (property.type === 'ObjectProperty') return isFine(property.value);
    return property.type === 'ObjectMethod' && property.kind === 'method';
  });
}

/** Whether something may be put on a function under a symbol: `instanceof` may call that then. */
function mayHaveSymbols(scan: ScanContext, kind: Binding): boolean {
  const { references } = kind;
  const declaration = declarationOf(kind);
  const members = declaration?.type === 'ClassDeclaration' ? declaration.body.body : [];
  const hasSymbols = members.some(
    (member) => 'static' in member && member.static && 'computed' in member && member.computed,
  );
  return hasSymbols || references.some(({ node }) => isUnderSymbol(scan, node));
}

function isUnderSymbol(scan: ScanContext, name: t.Node): boolean {
  const around = parentOf(name)!;
  if (around.type === 'CallExpression')
    return around.callee !== name && around.arguments[1]?.type !== 'StringLiteral';
  if (!isObjectOf(name, around) || !isWriteTarget(around) || staticKey(around) !== null) return false;
  return around.property.type !== 'TemplateLiteral' && !isKeyOfLoop(scan, around.property);
}
