import type * as t from '@babel/types';
import { declaredBinding } from '../../../syntax/declared-binding.ts';
import { staticKey } from '../../../syntax/keys.ts';
import { isFunction } from '../../../syntax/kinds.ts';
import { parentOf } from '../../../syntax/tree.ts';
import { lastName } from '../../by-name.ts';
import type { ScanContext } from '../../context.ts';
import type { Callback, CalledParameter, Parameter, TellingThis } from '../../facts.ts';
import { nodesOf } from '../../nodes.ts';
import { ownerOfThis } from '../../owner.ts';
import { optionsOf } from '../../timeline/value.ts';
import type { Values } from '../../timeline/values.ts';
import { calledNames } from '../function-names.ts';
import { isCall } from './call-kinds.ts';
import { parameterFor } from './calls.ts';
import { type HandedTo, handedTo, RECEIVER } from './outward-keys.ts';
import type { ParameterPlace } from './parameter-places.ts';
import { handedOver } from './plain-callbacks.ts';
import { plainlyCalled } from './plainly-called.ts';

/** Functions that are handed to others, and what happens to those that others hand over. */

/** A value where it is made, and the variable that has it from the beginning. */
export function mentionsOf(scan: ScanContext, value: t.Node): readonly t.Node[] {
  const parent = parentOf(value)!;
  const isDeclarator = parent.type === 'VariableDeclarator';
  const name = value.type === 'FunctionDeclaration' ? value.id : isDeclarator ? parent.id : null;
  const binding = name?.type === 'Identifier' ? declaredBinding(name, scan.scopes.scopeOf(parent)) : null;
  return [value, ...(binding?.references.map(({ node }) => node) ?? [])];
}

type Position = TellingThis['handedTo'][number];

/** The function, by its name, that gets an argument, unless the file shows what that does with it. */
export function receiverOf(scan: ScanContext, argument: t.Node, values: Values): Position | null {
  const call = parentOf(argument);
  if (!call || !isCall(call) || call.callee === argument) return null;
  if (handedOver(scan, call, argument) !== 'unknown' || parameterFor(scan, call, argument)) return null;
  const index = (call.arguments as readonly t.Node[]).indexOf(argument);
  return positionsOf([handedTo(call, index)], values)[0] ?? null;
}

/** The functions that are given something, by their names, and at which position. */
export function positionsOf(handed: readonly HandedTo[], values: Values): readonly Position[] {
  return handed.flatMap(({ callee, index }) => {
    const fn = functionAt(callee, values);
    return fn === null ? [] : [{ ...fn, index }];
  });
}

export function functionAt(
  callee: t.Node,
  values: Values,
): Pick<Callback, 'key' | 'require' | 'result'> | null {
  const required = optionsOf(values.of(callee)).find((value) => value.kind === 'required');
  if (required && !required.result) return { key: required.path.at(-1) ?? null, require: required.require };
  const key = lastName(callee);
  if (key === null) return null;
  return required ? { key, require: required.require, result: true } : { key, require: null };
}

/** A parameter that its function calls, and with what `this`. */
export interface Called extends ParameterPlace {
  readonly receiver: Parameter['receiver'];
  readonly isRest?: boolean;
}

/** Parameters that functions of the file call, by the names that others may know these functions by. */
export function namedParameters(scan: ScanContext, called: Iterable<Called>): readonly CalledParameter[] {
  const found = new Map<string, CalledParameter>();
  for (const { owner, index, receiver, isRest } of called) {
    const { names, isExports } = calledNames(scan, owner);
    const rest = isRest ? { isRest } : {};
    const keys = [...names, ...(isExports ? [null] : [])];
    for (const key of keys)
      found.set(`${index} ${receiver} ${isRest} ${key}`, { key, index, receiver, ...rest });
  }
  return [...found.values()];
}

/** Those that are called without an object, and functions that call their receiver with whatever object. */
export function plainlyCalledParameters(scan: ScanContext): readonly Called[] {
  return [...plainlyCalled(scan).parameters, ...receiversCalled(scan)].map((place) => ({
    ...place,
    receiver: 'nothing',
  }));
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
  if (call?.type !== 'CallExpression' || call.callee !== member) return false;
  const key = member.type === 'MemberExpression' ? staticKey(member) : null;
  return key === 'call' || key === 'apply';
}
