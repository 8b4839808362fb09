import type * as t from '@babel/types';
import { staticKey } from '../../syntax/keys.ts';
import { isField } from '../../syntax/kinds.ts';
import type { Binding } from '../../syntax/scope.ts';
import { parentOf } from '../../syntax/tree.ts';
import { isModuleExports } from '../module-exports.ts';
import { nodesOf } from '../nodes.ts';
import { ownerOfThis } from '../owner.ts';
import { perScan } from '../per-scan.ts';
import { wholeExports } from '../timeline/whole-exports.ts';

/** What the file gives away as its exports, by the names that it has for it. */
export interface ExportedValues {
  /** `exports`, an expression that is assigned to `module.exports`, or a variable that gets it. */
  isHeldBy(node: t.Node): boolean;
  /** Whether `this` may be it: in a function that is put under one of its keys, or of what it inherits from. */
  mayBeThis(node: t.ThisExpression): boolean;
}

export const exportedValues = perScan((scan): ExportedValues => {
  const whole = new Set<t.Node>(wholeExports(scan));
  const variables = new Set<Binding>();
  for (const value of whole) addVariable(value);
  for (const { id, init } of nodesOf(scan, 'VariableDeclarator')) {
    if (!init) continue;
    if (isHeldBy(init)) addVariable(id);
    else if (isHeldBy(id)) whole.add(init);
  }
  for (const { left, right } of nodesOf(scan, 'AssignmentExpression')) if (isHeldBy(right)) addVariable(left);
  /** A call or `new` may have made it, so that the methods of any class of the file may be its own. */
  const isMade = [...whole].some(({ type }) => type !== 'Identifier' && !isSpelledOut(type));
  return { isHeldBy, mayBeThis };

  function isHeldBy(node: t.Node): boolean {
    const binding = bindingOf(node);
    return whole.has(node) || isExports(node) || (binding !== null && variables.has(binding));
  }

  function addVariable(node: t.Node): void {
    const binding = bindingOf(node);
    if (binding !== null) variables.add(binding);
  }

  function bindingOf(node: t.Node): Binding | null {
    return node.type === 'Identifier' ? (scan.scopes.referenceOf(node)?.binding ?? null) : null;
  }

  function mayBeThis(node: t.ThisExpression): boolean {
    const owner = ownerOfThis(node);
    if (owner.type === 'ClassMethod' || owner.type === 'ClassPrivateMethod' || isField(owner))
      return owner.static === true || isMade;
    const binding = owner.type === 'FunctionDeclaration' && owner.id ? bindingOf(owner.id) : null;
    const places = binding?.references.map((reference) => reference.node) ?? [owner];
    return places.some(isPutUnderKey);
  }

  function isPutUnderKey(place: t.Node): boolean {
    const parent = place.type === 'ObjectMethod' ? place : parentOf(place);
    if (parent?.type === 'ObjectProperty' || parent?.type === 'ObjectMethod')
      return isMade || isHeldBy(parentOf(parent)!);
    if (parent?.type !== 'AssignmentExpression' || parent.left.type !== 'MemberExpression') return false;
    const { object } = parent.left;
    const isInherited = object.type === 'MemberExpression' && staticKey(object) === 'prototype';
    return isInherited ? isMade : isHeldBy(object);
  }
});

/** `exports` or `module.exports`, as far as their names tell. */
export function isExports(object: t.Node): boolean {
  return object.type === 'Identifier' ? object.name === 'exports' : isModuleExports(object);
}

const literals: ReadonlySet<string> = new Set([
  'ArrayExpression',
  'ArrowFunctionExpression',
  'ClassExpression',
  'FunctionExpression',
  'ObjectExpression',
]);

/** Whether expressions of a type spell out an object or function that nobody else has. */
export function isSpelledOut(type: string): boolean {
  return literals.has(type);
}
