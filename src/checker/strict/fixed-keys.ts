import type * as t from '@babel/types';
import { staticKey } from '../../syntax/keys.ts';
import type { Binding } from '../../syntax/scope.ts';
import { parentOf } from '../../syntax/tree.ts';
import type { ScanContext } from '../context.ts';
import { nodesOf } from '../nodes.ts';

/** Keys of an object that cannot be assigned to. */
export interface KeySet {
  has(key: string): boolean;
}

const none: KeySet = new Set();
const every: KeySet = { has: () => true };
/** §20.2.4: own properties of every function, not writable. */
const ofFunction: KeySet = new Set(['name', 'length']);
const ofClass: KeySet = new Set(['name', 'length', 'prototype']);

/** Which keys of the object in `object.key` cannot be written, as far as the file shows. */
export function fixedKeysOf(scan: ScanContext, { object }: t.MemberExpression): KeySet {
  if (object.type === 'Identifier') {
    const binding = scan.scopes.referenceOf(object)?.binding;
    return binding ? keysOfBinding(scan, binding) : none;
  }
  if (isModuleExports(scan, object)) return exportsFunction(scan) ? ofFunction : none;
  return keysOfValue(object);
}

function keysOfBinding(scan: ScanContext, { kind, declarations, references }: Binding): KeySet {
  const writes = references.filter(({ access }) => access !== 'read');
  if (kind === 'function' || kind === 'class') {
    if (writes.some(({ initialises }) => !initialises)) return none;
    const declaration = parentOf(declarations.at(-1)!);
    return declaration?.type === 'ClassDeclaration' ? keysOfValue(declaration) : ofFunction;
  }
  const [write] = writes;
  if (write === undefined || writes.length > 1) return none;
  const declarator = parentOf(write.node);
  if (declarator?.type !== 'VariableDeclarator' || declarator.id !== write.node || !declarator.init)
    return none;
  if (isFrozen(scan, declarator.init)) return every;
  return keysOfValue(declarator.init);
}

function keysOfValue(value: t.Node): KeySet {
  switch (value.type) {
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
      return ofFunction;
    case 'ClassExpression':
    case 'ClassDeclaration':
      return value.body.body.some(isStatic) ? none : ofClass;
    case 'StringLiteral':
    case 'NumericLiteral':
    case 'BooleanLiteral':
    case 'BigIntLiteral':
    case 'TemplateLiteral':
      return every;
    case 'ObjectExpression':
      return getterOnlyKeys(value);
    default:
      return none;
  }
}

function isStatic(member: t.ClassBody['body'][number]): boolean {
  return member.type === 'StaticBlock' || ('static' in member && member.static === true);
}

function getterOnlyKeys(object: t.ObjectExpression): KeySet {
  const getters = new Set<string>();
  const others = new Set<string>();
  for (const member of object.properties) {
    if (member.type === 'SpreadElement') continue;
    const key = staticKey(member);
    if (key === null) return none;
    (member.type === 'ObjectMethod' && member.kind === 'get' ? getters : others).add(key);
  }
  for (const key of others) getters.delete(key);
  return getters;
}

function isFrozen(scan: ScanContext, value: t.Node): boolean {
  if (value.type !== 'CallExpression' || value.callee.type !== 'MemberExpression') return false;
  const { object } = value.callee;
  if (object.type !== 'Identifier' || object.name !== 'Object') return false;
  return staticKey(value.callee) === 'freeze' && scan.scopes.referenceOf(object)?.binding === null;
}

function isModuleExports(scan: ScanContext, node: t.Node): boolean {
  if (node.type !== 'MemberExpression' || node.object.type !== 'Identifier') return false;
  if (node.object.name !== 'module' || staticKey(node) !== 'exports') return false;
  return scan.scopes.referenceOf(node.object)?.binding === null;
}

/** Some `module.exports = function () {}`, the last target of a chain included. */
function exportsFunction(scan: ScanContext): boolean {
  return nodesOf(scan, 'AssignmentExpression').some(({ left, right }) => {
    let value: t.Node = right;
    while (value.type === 'AssignmentExpression') value = value.right;
    if (value.type !== 'FunctionExpression' && value.type !== 'ArrowFunctionExpression') return false;
    return isModuleExports(scan, left);
  });
}
