import type * as t from '@babel/types';
import { isFunction } from '../../syntax/kinds.ts';
import { parentOf } from '../../syntax/tree.ts';
import { lastName } from '../by-name.ts';
import type { ScanContext } from '../context.ts';
import type { SloppyFacts } from '../facts.ts';
import { nodesOf, rangeOf } from '../nodes.ts';
import { optionsOf } from '../timeline/value.ts';
import type { Values } from '../timeline/values.ts';
import { parameterFor } from './calls.ts';
import { namesOf } from './function-names.ts';
import { handedOver } from './plain-callbacks.ts';
import { type PlainOwner, tellingUses, thisUses } from './this-uses.ts';

/** Functions that are handed to others, and what happens to those that others hand over. */

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
  const declarator = parentOf(owner);
  const name =
    owner.type === 'FunctionDeclaration'
      ? owner.id
      : declarator?.type === 'VariableDeclarator' && declarator.id.type === 'Identifier'
        ? declarator.id
        : null;
  const binding = name ? scan.scopes.scopeOf(declarator!).bindings.get(name.name) : null;
  return [owner, ...(binding?.references.map(({ node }) => node) ?? [])];
}

/** The function, by its name, that gets an argument, unless the file shows what that does with it. */
function receiverOf(scan: ScanContext, argument: t.Node, values: Values): Omit<Callback, 'range'> | null {
  const call = parentOf(argument);
  if (call?.type !== 'CallExpression' && call?.type !== 'NewExpression') return null;
  const index = (call.arguments as readonly t.Node[]).indexOf(argument);
  if (index < 0 || handedOver(scan, call, argument) !== 'unknown' || parameterFor(scan, call, argument))
    return null;
  const required = optionsOf(values.of(call.callee)).find((value) => value.kind === 'required');
  if (required && !required.result)
    return { key: required.path.at(-1) ?? null, index, require: required.require };
  const key = lastName(call.callee);
  return key === null ? null : { key, index, require: null };
}

/** The functions of the file that call a parameter without an object, by the names that others may know them by. */
export function plainlyCalledParameters(scan: ScanContext): SloppyFacts['plainParameters'] {
  const found = new Map<string, SloppyFacts['plainParameters'][number]>();
  for (const { callee } of nodesOf(scan, 'CallExpression')) {
    const binding = callee.type === 'Identifier' ? scan.scopes.referenceOf(callee)?.binding : null;
    if (binding?.kind !== 'parameter') continue;
    const owner = parentOf(binding.declarations[0]!);
    if (!owner || !isFunction(owner)) continue;
    const index = (owner.params as readonly t.Node[]).indexOf(binding.declarations[0]!);
    const { names, isExports } = namesOf(scan, owner);
    const keys = [...names, ...(isExports ? [null] : [])];
    for (const key of keys) found.set(`${index} ${key}`, { key, index });
  }
  return [...found.values()];
}
