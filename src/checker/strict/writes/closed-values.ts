import type * as t from '@babel/types';
import { wordsOf } from '../../../lists.ts';
import { alternativesOf } from '../../../syntax/alternatives.ts';
import { isFunction } from '../../../syntax/kinds.ts';
import type { Binding } from '../../../syntax/scope.ts';
import { parentOf } from '../../../syntax/tree.ts';
import { unwrap } from '../../../syntax/wrapping.ts';
import type { ScanContext } from '../../context.ts';
import { ownerOfThis } from '../../owner.ts';
import { perScan } from '../../per-scan.ts';
import { valueGiven } from '../../writes.ts';
import { declaredFunction, functionOf } from '../own-functions.ts';
import { anyOf, getterOnlyKeys, type KeySet, keysOfValue, none } from './fixed-keys.ts';
import { keysClosedAt, valuesReturned } from './followed-keys.ts';

/**
 * Which keys of anything that an expression may denote reject writes, as far as the file shows it. What is a primitive value
 * is left to others.
 */
export function closedKeysOf(scan: ScanContext, expression: t.Node): KeySet {
  const node = unwrap(expression);
  if (!mayDenoteClosed.has(node.type)) return none;
  const binding = node.type === 'Identifier' ? scan.scopes.referenceOf(node)?.binding : null;
  if (!binding) return closedKeysBehind(scan, node, new Set());
  const known = keysByBinding(scan).get(binding);
  if (known !== undefined) return known;
  const keys = closedKeysBehind(scan, node, new Set());
  keysByBinding(scan).set(binding, keys);
  return keys;
}

const keysByBinding = perScan(() => new Map<Binding, KeySet>());

const mayDenoteClosed = wordsOf(
  'ArrowFunctionExpression AssignmentExpression CallExpression ClassDeclaration ClassExpression ConditionalExpression',
  'FunctionDeclaration FunctionExpression Identifier LogicalExpression NewExpression ObjectExpression ThisExpression',
);

function closedKeysBehind(scan: ScanContext, expression: t.Node, seen: Set<t.Node>): KeySet {
  const node = unwrap(expression);
  if (!mayDenoteClosed.has(node.type) || seen.has(node)) return none;
  seen.add(node);
  const own = keysClosedAt(scan, node);
  const parts = keysOfParts(scan, node, seen);
  return parts.length === 0 ? own : anyOf([own, ...parts]);
}

function keysOfParts(scan: ScanContext, node: t.Node, seen: Set<t.Node>): readonly KeySet[] {
  const ofAny = (values: readonly t.Node[]): readonly KeySet[] =>
    values.map((value) => closedKeysBehind(scan, value, seen));
  switch (node.type) {
    case 'ArrowFunctionExpression':
    case 'ClassDeclaration':
    case 'ClassExpression':
    case 'FunctionDeclaration':
    case 'FunctionExpression':
    case 'ObjectExpression':
      return [keysOfValue(scan, node)];
    case 'CallExpression':
      return ofAny(resultsOf(scan, node));
    case 'Identifier':
      return ofAny(valuesNamed(scan, node));
    case 'NewExpression':
      return [keysOfInstance(functionOf(scan, node.callee))];
    case 'ThisExpression':
      return ofReceiver(ownerOfThis(node));
    default:
      return ofAny(alternativesOf(node) ?? []);
  }

  /** The class or literal that has the method, or what it is put on. */
  function ofReceiver(method: t.Node): readonly KeySet[] {
    if (method.type === 'ClassMethod') {
      const made = parentOf(parentOf(method)!)!;
      return method.static ? ofAny([made]) : [keysOfInstance(made)];
    }
    if (method.type === 'ObjectMethod') return ofAny([parentOf(method)!]);
    const holder = parentOf(method);
    if (holder?.type === 'ObjectProperty') return ofAny([parentOf(holder)!]);
    const target = holder?.type === 'AssignmentExpression' ? holder.left : null;
    return target?.type === 'MemberExpression' ? ofAny([target.object]) : [];
  }
}

function valuesNamed(scan: ScanContext, name: t.Identifier): readonly t.Node[] {
  const binding = scan.scopes.referenceOf(name)?.binding;
  if (!binding) return [];
  const declared = declaredFunction(binding);
  if (binding.writes.length === 0) return declared === null ? [] : [declared];
  const given = binding.writes.flatMap(({ node }) => valueGiven(node) ?? []);
  return declared === null ? given : [declared, ...given];
}

function resultsOf(scan: ScanContext, { callee }: t.CallExpression): readonly t.Node[] {
  const fn = functionOf(scan, callee);
  return fn !== null && isFunction(fn) && !fn.async && !fn.generator ? valuesReturned(scan, fn) : [];
}

function keysOfInstance(made: t.Node | null): KeySet {
  const isClass = made?.type === 'ClassDeclaration' || made?.type === 'ClassExpression';
  return isClass ? getterOnlyKeys(made.body.body) : none;
}
