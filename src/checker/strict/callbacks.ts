import type * as t from '@babel/types';
import { declaredBinding } from '../../syntax/declared-binding.ts';
import { staticKey } from '../../syntax/keys.ts';
import { isFunction } from '../../syntax/kinds.ts';
import type { Binding } from '../../syntax/scope.ts';
import { parentOf } from '../../syntax/tree.ts';
import { lastName } from '../by-name.ts';
import type { ScanContext } from '../context.ts';
import type { SloppyFacts } from '../facts.ts';
import { nodesOf, rangeOf } from '../nodes.ts';
import { ownerOfThis } from '../owner.ts';
import { optionsOf } from '../timeline/value.ts';
import type { Values } from '../timeline/values.ts';
import { callsOfBinding, parameterFor } from './calls.ts';
import { scopesOf } from './free-names.ts';
import { namesOf } from './function-names.ts';
import { handedOver } from './plain-callbacks.ts';
import { type PlainOwner, tellingUses, thisUses } from './this-uses.ts';

/** Functions that are handed to others, and what happens to those that others hand over. */

/** In place of the index of a parameter: what the function gets as `this`. */
const RECEIVER = -1;

type Callback = SloppyFacts['callbacks'][number];

/** Sloppy functions that tell by their `this` whether they were called with an object, where they are arguments. */
export function tellingCallbacks(scan: ScanContext, values: Values): readonly Callback[] {
  return [...thisUses(scan)].flatMap(([owner, uses]) => {
    const [use] = tellingUses(owner, uses);
    if (use === undefined) return [];
    return placesOf(scan, owner).flatMap((place) => {
      const to = receiverOf(scan, place, values);
      return to === null ? [] : [{ ...to, range: rangeOf(use) }];
    });
  });
}

/** Where a function stands, or is named. */
function placesOf(scan: ScanContext, owner: PlainOwner): readonly t.Node[] {
  if (owner.type === 'ObjectMethod') return [];
  const parent = parentOf(owner)!;
  const declared = owner.type === 'FunctionDeclaration' ? owner : parent;
  const name = declared === owner || declared.type === 'VariableDeclarator' ? declared.id : null;
  const binding = name?.type === 'Identifier' ? declaredBinding(name, scan.scopes.scopeOf(parent)) : null;
  return [owner, ...(binding?.references.map(({ node }) => node) ?? [])];
}

/** The function, by its name, that gets an argument, unless the file shows what that does with it. */
function receiverOf(scan: ScanContext, argument: t.Node, values: Values): Omit<Callback, 'range'> | null {
  const call = parentOf(argument);
  if (call?.type !== 'CallExpression' && call?.type !== 'NewExpression') return null;
  const index = (call.arguments as readonly t.Node[]).indexOf(argument);
  const called = index === 0 ? calledWithReceiver(call) : null;
  if (called !== null) return placed(functionAt(called, values), RECEIVER);
  if (index < 0 || handedOver(scan, call, argument) !== 'unknown' || parameterFor(scan, call, argument))
    return null;
  return placed(functionAt(call.callee, values), index);
}

function placed(fn: Pick<Callback, 'key' | 'require'> | null, index: number): Omit<Callback, 'range'> | null {
  return fn && { ...fn, index };
}

/** `f` for `f.call(receiver)` and `f.apply(receiver)` */
function calledWithReceiver({ callee }: t.CallExpression | t.NewExpression): t.Node | null {
  if (callee.type !== 'MemberExpression') return null;
  const key = staticKey(callee);
  return key === 'call' || key === 'apply' ? callee.object : null;
}

function functionAt(callee: t.Node, values: Values): Pick<Callback, 'key' | 'require'> | null {
  const required = optionsOf(values.of(callee)).find((value) => value.kind === 'required');
  if (required && !required.result) return { key: required.path.at(-1) ?? null, require: required.require };
  const key = lastName(callee);
  return key === null ? null : { key, require: null };
}

/**
 * The functions of the file that call a parameter without an object, or their receiver with whatever object, by the names
 * that others may know them by.
 */
export function plainlyCalledParameters(scan: ScanContext): SloppyFacts['plainParameters'] {
  const found = new Map<string, SloppyFacts['plainParameters'][number]>();
  for (const { owner, index } of [...parametersCalled(scan), ...receiversCalled(scan)]) {
    const { names, isExports } = namesOf(scan, owner);
    const keys = [...names, ...(isExports ? [null] : [])];
    for (const key of keys) found.set(`${index} ${key}`, { key, index });
  }
  return [...found.values()];
}

interface Called {
  readonly owner: t.Function;
  readonly index: number;
}

function* parametersCalled(scan: ScanContext): Generator<Called> {
  for (const { bindings } of scopesOf(scan)) {
    for (const binding of bindings.values()) {
      const place = binding.kind === 'parameter' ? placeOfParameter(binding) : null;
      if (place !== null && callsOfBinding(scan, binding).plain.length > 0) yield place;
    }
  }
}

/** The function that declares a parameter, with a default or without, and at which position. */
function placeOfParameter({ declarations: [declaration] }: Binding): Called | null {
  const holder = parentOf(declaration!);
  const isDefaulted = holder?.type === 'AssignmentPattern' && holder.left === declaration;
  const owner = isDefaulted ? parentOf(holder) : holder;
  if (!owner || !isFunction(owner)) return null;
  const index = (owner.params as readonly t.Node[]).indexOf(isDefaulted ? holder! : declaration!);
  return index < 0 ? null : { owner, index };
}

/** `const target = this; … target.apply(object)` */
function* receiversCalled(scan: ScanContext): Generator<Called> {
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
