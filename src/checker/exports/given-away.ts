import type * as t from '@babel/types';
import { declaredBinding } from '../../syntax/declared-binding.ts';
import { staticKey } from '../../syntax/keys.ts';
import type { Binding } from '../../syntax/scope.ts';
import { parentOf } from '../../syntax/tree.ts';
import type { ScanContext } from '../context.ts';
import { isMemberOf } from './this-telling.ts';

/** Where a function of a file gets to. */

/** Whether others may call it, by a name that they have for it: it is an argument, a result, an element, a property. */
export function isGivenAway(scan: ScanContext, fn: t.Function): boolean {
  return placesOf(scan, fn).some(givesAway);
}

/**
 * Whether a function is meant for `new`: it is constructed somewhere or has its prototype written. A capital letter is a
 * custom, which proves nothing.
 */
export function isConstructor(scan: ScanContext, fn: t.Function): boolean {
  return placesOf(scan, fn).some((place) => {
    const parent = parentOf(place)!;
    if (parent.type === 'NewExpression') return parent.callee === place;
    return isMemberOf(parent, place) && staticKey(parent) === 'prototype';
  });
}

/** The function itself, and where it is meant by a name that is declared with it. */
function placesOf(scan: ScanContext, fn: t.Function): readonly t.Node[] {
  const reads = (nameOf(scan, fn)?.references ?? []).flatMap(({ node, access }) =>
    access === 'read' ? [node] : [],
  );
  return fn.type === 'FunctionDeclaration' ? reads : [fn, ...reads];
}

function nameOf({ scopes }: ScanContext, fn: t.Function): Binding | null {
  const parent = parentOf(fn);
  const variable =
    parent?.type === 'VariableDeclarator' && parent.id.type === 'Identifier' ? parent.id : null;
  const id = variable ?? ('id' in fn ? fn.id : null);
  return id ? declaredBinding(id, scopes.scopeOf(id)) : null;
}

function givesAway(place: t.Node): boolean {
  if (place.type === 'ObjectMethod') return place.kind === 'method';
  if (place.type === 'ClassMethod') return place.kind === 'method' && place.static;
  const parent = parentOf(place)!;
  switch (parent.type) {
    case 'CallExpression':
    case 'NewExpression':
      return parent.callee !== place;
    case 'AssignmentExpression':
      // What is put under a key is found by that.
      return parent.left.type !== 'MemberExpression' || staticKey(parent.left) === null;
    default:
      return !keeps.has(parent.type);
  }
}

const keeps: ReadonlySet<string> = new Set([
  'BinaryExpression',
  'ExpressionStatement',
  'MemberExpression',
  'UnaryExpression',
  'VariableDeclarator',
]);
