import type * as t from '@babel/types';
import { declaredBinding } from '../../syntax/declared-binding.ts';
import { staticKey } from '../../syntax/keys.ts';
import { isFunction } from '../../syntax/kinds.ts';
import { parentOf } from '../../syntax/tree.ts';
import { lastName } from '../by-name.ts';
import type { ScanContext } from '../context.ts';
import type { Callback, Parameter } from '../facts.ts';
import { nodesOf, rangeOf } from '../nodes.ts';
import { ownerOfThis } from '../owner.ts';
import { optionsOf } from '../timeline/value.ts';
import type { Values } from '../timeline/values.ts';
import { callsOfBinding, parameterFor } from './calls.ts';
import { scopesOf } from './free-names.ts';
import { namesOf } from './function-names.ts';
import { type ParameterPlace, placeOfParameter } from './parameter-places.ts';
import { handedOver } from './plain-callbacks.ts';
import { type PlainOwner, tellingUses, thisUses } from './this-uses.ts';

/** Functions that are handed to others, and what happens to those that others hand over. */

/** In place of the index of a parameter: what the function gets as `this`. */
const RECEIVER = -1;

type Position = Omit<Callback, 'range' | 'receiver'>;

/** Sloppy functions that tell by their `this` whether they were called with an object, where they are arguments. */
export function tellingCallbacks(scan: ScanContext, values: Values): readonly Callback[] {
  return [...thisUses(scan)].flatMap(([owner, uses]) => {
    const [use] = tellingUses(scan, owner, uses);
    if (use === undefined) return [];
    return placesOf(scan, owner).flatMap((place) => {
      const to = receiverOf(scan, place, values);
      return to === null ? [] : [{ ...to, receiver: 'nothing' as const, range: rangeOf(use) }];
    });
  });
}

/** Where a function stands, or is named. */
function placesOf(scan: ScanContext, owner: PlainOwner): readonly t.Node[] {
  return owner.type === 'ObjectMethod' ? [] : mentionsOf(scan, owner);
}

/** A value where it is made, and the variable that has it from the beginning. */
export function mentionsOf(scan: ScanContext, value: t.Node): readonly t.Node[] {
  const parent = parentOf(value)!;
  const isDeclarator = parent.type === 'VariableDeclarator';
  const name = value.type === 'FunctionDeclaration' ? value.id : isDeclarator ? parent.id : null;
  const binding = name?.type === 'Identifier' ? declaredBinding(name, scan.scopes.scopeOf(parent)) : null;
  return [value, ...(binding?.references.map(({ node }) => node) ?? [])];
}

/** The function, by its name, that gets an argument, unless the file shows what that does with it. */
export function receiverOf(scan: ScanContext, argument: t.Node, values: Values): Position | null {
  const call = parentOf(argument);
  if (call?.type !== 'CallExpression' && call?.type !== 'NewExpression') return null;
  const index = (call.arguments as readonly t.Node[]).indexOf(argument);
  const called = index === 0 ? calledWithReceiver(call) : null;
  if (called !== null) return placed(functionAt(called, values), RECEIVER);
  if (index < 0 || handedOver(scan, call, argument) !== 'unknown' || parameterFor(scan, call, argument))
    return null;
  return placed(functionAt(call.callee, values), index);
}

function placed(fn: Pick<Callback, 'key' | 'require'> | null, index: number): Position | null {
  return fn && { ...fn, index };
}

/** `f` for `f.call(receiver)` and `f.apply(receiver)` */
function calledWithReceiver({ callee }: t.CallExpression | t.NewExpression): t.Node | null {
  if (callee.type !== 'MemberExpression') return null;
  const key = staticKey(callee);
  return key === 'call' || key === 'apply' ? callee.object : null;
}

export function functionAt(callee: t.Node, values: Values): Pick<Callback, 'key' | 'require'> | null {
  const required = optionsOf(values.of(callee)).find((value) => value.kind === 'required');
  if (required && !required.result) return { key: required.path.at(-1) ?? null, require: required.require };
  const key = lastName(callee);
  return key === null ? null : { key, require: null };
}

/** A parameter that its function calls, and with what `this`. */
export interface Called extends ParameterPlace {
  readonly receiver: Parameter['receiver'];
}

/** Parameters that functions of the file call, by the names that others may know these functions by. */
export function namedParameters(scan: ScanContext, called: Iterable<Called>): readonly Parameter[] {
  const found = new Map<string, Parameter>();
  for (const { owner, index, receiver } of called) {
    const { names, isExports } = namesOf(scan, owner);
    const keys = [...names, ...(isExports ? [null] : [])];
    for (const key of keys) found.set(`${index} ${receiver} ${key}`, { key, index, receiver });
  }
  return [...found.values()];
}

/** Those that are called without an object, and functions that call their receiver with whatever object. */
export function plainlyCalledParameters(scan: ScanContext): readonly Called[] {
  return [...parametersCalled(scan), ...receiversCalled(scan)].map((place) => ({
    ...place,
    receiver: 'nothing',
  }));
}

function* parametersCalled(scan: ScanContext): Generator<ParameterPlace> {
  for (const { bindings } of scopesOf(scan)) {
    for (const binding of bindings.values()) {
      const place = binding.kind === 'parameter' ? placeOfParameter(binding) : null;
      if (place !== null && callsOfBinding(scan, binding).plain.length > 0) yield place;
    }
  }
}

/** `const target = this; … target.apply(object)` */
function* receiversCalled(scan: ScanContext): Generator<ParameterPlace> {
  for (const node of nodesOf(scan, 'ThisExpression')) {
    const owner = ownerOfThis(node);
    const declarator = parentOf(node);
    if (
      !isFunction(owner) ||
      declarator?.type !== 'VariableDeclarator' ||
      declarator.id.type !== 'Identifier'
    )
      continue;
    const binding = scan.scopes.referenceOf(declarator.id)?.binding;
    if (binding?.references.some((reference) => isCalledWithReceiver(reference.node)))
      yield { owner, index: RECEIVER };
  }
}

function isCalledWithReceiver(name: t.Node): boolean {
  const member = parentOf(name);
  const call = member && parentOf(member);
  return call?.type === 'CallExpression' && call.callee === member && calledWithReceiver(call) === name;
}
