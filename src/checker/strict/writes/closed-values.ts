import type * as t from '@babel/types';
import { addTo, wordsOf } from '../../../lists.ts';
import { alternativesOf } from '../../../syntax/alternatives.ts';
import { staticKey } from '../../../syntax/keys.ts';
import { isFunction } from '../../../syntax/kinds.ts';
import type { Binding } from '../../../syntax/scope.ts';
import { parentOf } from '../../../syntax/tree.ts';
import { unwrap } from '../../../syntax/wrapping.ts';
import type { ScanContext } from '../../context.ts';
import { keysOfCallables } from '../../facts/keys.ts';
import type { ClosedMember } from '../../facts.ts';
import { ownerOfThis } from '../../owner.ts';
import { perScan } from '../../per-scan.ts';
import { putsOf } from '../../timeline/puts.ts';
import { valueGiven } from '../../writes.ts';
import { declaredFunction, functionOf } from '../own-functions.ts';
import { closedKeys } from './closed-keys.ts';
import { keysOfOrigins } from './closed-origins.ts';
import { closesOutOfSight } from './closing-in-sight.ts';
import {
  anyOf,
  type ExportsName,
  exportsName,
  type KeySet,
  keysOfCall,
  keysOfObject,
  keysOfValue,
  listed,
  mayComeBefore,
  none,
  valuesGiven,
} from './fixed-keys.ts';
import { followedKeys, hasFixing, keysClosedAt, valuesReturned } from './followed-keys.ts';
import { keysOfInstances, keysOfPrototype } from './instance-keys.ts';
import { callsOfObject } from './object-calls.ts';
import { constructorOf, constructorWithMethod } from './prototypes.ts';
import { elementsGiven } from './visited-lists.ts';

/**
 * Which keys of anything that an expression may denote reject writes, sooner or later, as far as the file shows it. What is a
 * primitive value is left to others.
 */
export function closedKeysOf(scan: ScanContext, expression: t.Node): KeySet {
  const node = unwrap(expression);
  if (!mayDenoteClosed.has(node.type)) return none;
  const binding = node.type === 'Identifier' ? scan.scopes.referenceOf(node)?.binding : null;
  if (!binding) return keysBehind(scan, node, null);
  const known = keysByBinding(scan).get(binding);
  if (known !== undefined) return known;
  const keys = keysBehind(scan, node, null);
  keysByBinding(scan).set(binding, keys);
  return keys;
}

const keysByBinding = perScan(() => new Map<Binding, KeySet>());

/** Those of them that may be closed when control gets to the place where the object is used. */
export function keysClosedWhereUsed(scan: ScanContext, object: t.Node): KeySet {
  return closedKeysOf(scan, object) === none ? none : keysBehind(scan, object, object);
}

/** By the names that it goes by, and by whatever detours. */
function keysBehind(scan: ScanContext, object: t.Node, use: t.Node | null): KeySet {
  const named = new Closed(scan, use).behind(object);
  return closesOutOfSight(scan) ? anyOf([named, keysOfOrigins(scan, object, 'written', use)]) : named;
}

/** Whether such a key may be among them. */
export function isClosedWhereUsed(scan: ScanContext, object: t.Node, key: string): boolean {
  if (closedKeysOf(scan, object).has(key) && keysClosedWhereUsed(scan, object).has(key)) return true;
  if (closesOutOfSight(scan) || !closedKeys(scan).includes(key)) return false;
  return keysOfOrigins(scan, object, 'written', object).has(key);
}

const mayDenoteClosed = wordsOf(
  'ArrowFunctionExpression AssignmentExpression CallExpression ClassDeclaration ClassExpression ConditionalExpression',
  'FunctionDeclaration FunctionExpression Identifier LogicalExpression MemberExpression NewExpression ObjectExpression',
  'SequenceExpression ThisExpression',
);

class Closed {
  readonly #scan: ScanContext;
  readonly #use: t.Node | null;
  readonly #seen = new Set<t.Node>();

  /** @param use where the object is used; null: what is closed later counts, too */
  constructor(scan: ScanContext, use: t.Node | null) {
    this.#scan = scan;
    this.#use = use;
  }

  behind(expression: t.Node): KeySet {
    const node = unwrap(expression);
    if (!mayDenoteClosed.has(node.type) || this.#seen.has(node)) return none;
    this.#seen.add(node);
    const name = exportsName(this.#scan, node);
    if (name !== null) return anyOf([keysOfObject(this.#scan, node), ...this.#ofAny(this.#exported(name))]);
    const parts = this.#ofParts(node);
    return parts.length === 0 ? this.#ofItself(node) : anyOf([this.#ofItself(node), ...parts]);
  }

  #ofItself(node: t.Node): KeySet {
    return this.#use === null ? keysClosedAt(this.#scan, node) : followedKeys(this.#scan, node, this.#use);
  }

  #ofParts(node: t.Node): readonly KeySet[] {
    switch (node.type) {
      case 'ArrowFunctionExpression':
      case 'ClassDeclaration':
      case 'ClassExpression':
      case 'FunctionDeclaration':
      case 'FunctionExpression':
      case 'ObjectExpression':
        return [keysOfValue(this.#scan, node)];
      case 'CallExpression':
        return this.#ofAny(resultsOf(this.#scan, node));
      case 'Identifier':
        return [
          ...this.#ofAny(valuesNamed(this.#scan, node)),
          ...keysTaken(this.#scan, node).map((key) => this.#ofKey(key)),
        ];
      case 'NewExpression':
        return [this.#ofInstances(functionOf(this.#scan, node.callee))];
      case 'MemberExpression':
        return [this.#ofMember(node)];
      case 'ThisExpression':
        return this.#ofReceiver(ownerOfThis(node));
      default:
        return this.#ofAny(alternativesOf(node) ?? []);
    }
  }

  /** What the exports may be by then. */
  #exported(name: ExportsName): readonly t.Node[] {
    const use = this.#use;
    const values = valuesGiven(this.#scan, name);
    return use === null ? values : values.filter((value) => mayComeBefore(value, use));
  }

  #ofAny(values: readonly t.Node[]): readonly KeySet[] {
    return values.map((value) => this.behind(value));
  }

  #ofInstances(made: t.Node | null): KeySet {
    return keysOfInstances(this.#scan, made, this.#use);
  }

  /** What the class or constructor makes that has the method, or is it; the literal that has it, or what it is put on. */
  #ofReceiver(method: t.Node): readonly KeySet[] {
    if (method.type === 'ClassMethod') {
      const made = parentOf(parentOf(method)!)!;
      return method.static ? this.#ofAny([made]) : [this.#ofInstances(made)];
    }
    const constructed = constructorWithMethod(this.#scan, method);
    if (constructed !== null) return [this.#ofInstances(constructed)];
    return [this.#ofInstances(method), ...this.#ofHolder(method)];
  }

  #ofHolder(method: t.Node): readonly KeySet[] {
    if (method.type === 'ObjectMethod') return this.#ofAny([parentOf(method)!]);
    const holder = parentOf(method);
    if (holder?.type === 'ObjectProperty') return this.#ofAny([parentOf(holder)!]);
    const target = holder?.type === 'AssignmentExpression' ? holder.left : null;
    return target?.type === 'MemberExpression' ? this.#ofAny([target.object]) : [];
  }

  /** Of a prototype, or of whatever the file puts under that key somewhere. */
  #ofMember(member: t.MemberExpression): KeySet {
    const key = staticKey(member);
    if (key === null) return none;
    if (key === 'prototype') return keysOfPrototype(this.#scan, constructorOf(this.#scan, member), this.#use);
    return this.#ofKey(key);
  }

  #ofKey(key: string): KeySet {
    const use = this.#use;
    return use === null
      ? keysUnder(this.#scan, key)
      : keysOf(this.#scan, key, (closing) => mayComeBefore(closing, use));
  }
}

function valuesNamed(scan: ScanContext, name: t.Identifier): readonly t.Node[] {
  const binding = scan.scopes.referenceOf(name)?.binding;
  if (!binding) return [];
  const declared = declaredFunction(binding);
  const given = binding.writes.flatMap(({ node }) => valueGiven(node) ?? []);
  const values = [...given, ...elementsGiven(scan, binding)];
  return declared === null ? values : [declared, ...values];
}

/** `const { limits } = this` */
function keysTaken(scan: ScanContext, name: t.Identifier): readonly string[] {
  const writes = scan.scopes.referenceOf(name)?.binding?.writes ?? [];
  return writes.flatMap(({ node }) => {
    const property = parentOf(node);
    const isTaken = property?.type === 'ObjectProperty' && parentOf(property)?.type === 'ObjectPattern';
    return isTaken && property.value === node ? (staticKey(property) ?? []) : [];
  });
}

function resultsOf(scan: ScanContext, { callee }: t.CallExpression): readonly t.Node[] {
  const fn = functionOf(scan, callee);
  return fn !== null && isFunction(fn) && !fn.async && !fn.generator ? valuesReturned(scan, fn) : [];
}

/** Those that it puts under each key, but for what no function lets be written. */
export function closedMembers(scan: ScanContext): readonly ClosedMember[] {
  if (!closesSome(scan)) return [];
  return [...new Set([...valuesByKey(scan).keys(), ...closingCallsByKey(scan).keys()])].flatMap((key) => {
    const keys = listed(anyOf([keysUnder(scan, key), ...originsUnder(scan, key)]));
    const closes = keys === 'all' ? keys : keys.filter((each) => !keysOfCallables.has(each));
    return closes.length > 0 ? [{ key, closes }] : [];
  });
}

function originsUnder(scan: ScanContext, key: string): readonly KeySet[] {
  const put = closesOutOfSight(scan) ? (valuesByKey(scan).get(key) ?? []) : [];
  return put.map((value) => keysOfOrigins(scan, value, 'written', null));
}

/** Whether the file closes anything, or has getters. */
export function closesSome(scan: ScanContext): boolean {
  return hasFixing(scan) || closesOutOfSight(scan) || closedKeys(scan).length > 0;
}

/** Sooner or later. */
function keysUnder(scan: ScanContext, key: string): KeySet {
  const known = keysByHolder(scan).get(key);
  if (known !== undefined) return known;
  // What leads back here adds nothing.
  keysByHolder(scan).set(key, none);
  const keys = keysOf(scan, key, () => true);
  keysByHolder(scan).set(key, keys);
  return keys;
}

function keysOf(scan: ScanContext, key: string, mayBeDone: (closing: t.Node) => boolean): KeySet {
  const frozen = closingCallsByKey(scan).get(key) ?? [];
  const put = mostTelling(scan, valuesByKey(scan).get(key) ?? []);
  return anyOf([
    ...frozen.filter(mayBeDone).map((call) => keysOfCall(scan, call)),
    ...put.filter(mayBeDone).map((value) => new Closed(scan, null).behind(value)),
  ]);
}

const keysByHolder = perScan(() => new Map<string, KeySet>());

/** What is a function in one place and something else in others mostly is that where it is written to. */
function mostTelling(scan: ScanContext, values: readonly t.Node[]): readonly t.Node[] {
  const others = values.filter((value) => functionOf(scan, value) === null);
  return others.length > 0 ? others : values;
}

/** `exports.limits = {…}`, `{ limits: {…} }`, `class { static limits = {…} }` */
const valuesByKey = perScan((scan): ReadonlyMap<string, readonly t.Node[]> => {
  const values = new Map<string, t.Node[]>();
  for (const { key, value, kind } of putsOf(scan))
    if (key !== null && value !== null && kind === 'value') addTo(values, key, value);
  return values;
});

/** `Object.freeze(this.limits)` */
const closingCallsByKey = perScan((scan): ReadonlyMap<string, readonly t.CallExpression[]> => {
  const calls = new Map<string, t.CallExpression[]>();
  for (const call of callsOfObject(scan)) {
    const [object] = call.arguments;
    const key = object?.type === 'MemberExpression' ? staticKey(object) : null;
    if (key !== null && key !== 'prototype') addTo(calls, key, call);
  }
  return calls;
});
