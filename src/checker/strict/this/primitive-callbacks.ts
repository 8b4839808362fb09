import type * as t from '@babel/types';
import { staticKey } from '../../../syntax/keys.ts';
import { parentOf } from '../../../syntax/tree.ts';
import type { ScanContext } from '../../context.ts';
import type { Callback, Receiver } from '../../facts.ts';
import { rangeOf } from '../../nodes.ts';
import type { Values } from '../../timeline/values.ts';
import { valuesOf } from '../own-functions.ts';
import { type Called, functionAt, mentionsOf } from './callbacks.ts';
import { denotedFunctions } from './denoted-functions.ts';
import { objectForOthers } from './object-this.ts';
import { type ParameterPlace, placeOfParameter } from './parameter-places.ts';
import { handings } from './primitive-receivers.ts';
import { tellingPrimitive } from './primitive-uses.ts';
import { listOfElement, wrapperOf, wrapperOfElements } from './primitives.ts';
import { thisUses } from './this-uses.ts';
import { extensions, isWrapper } from './wrapper-prototypes.ts';

/** Functions that are handed to others which make them methods of primitive values, or call them with one. */

/** Sloppy functions in which `this` tells a primitive value, where they, or objects with them, are arguments. */
export function primitiveCallbacks(scan: ScanContext, values: Values): readonly Callback[] {
  return [...thisUses(scan)].flatMap(([owner, uses]) => {
    const use = tellingPrimitive(scan, uses);
    if (use === undefined) return [];
    return mentionsOf(scan, literalWith(owner) ?? owner).flatMap((place) => {
      const call = parentOf(place);
      if (call?.type !== 'CallExpression' && call?.type !== 'NewExpression') return [];
      const index = (call.arguments as readonly t.Node[]).indexOf(place);
      const called = index < 0 ? null : functionAt(call.callee, values);
      if (called === null) return [];
      const telling = { range: rangeOf(use), object: objectForOthers(scan, owner, uses) };
      return receiversIn(scan, call).map((receiver) => ({ ...called, index, receiver, ...telling }));
    });
  });
}

/** `{ key: function () {} }` */
function literalWith(owner: t.Node): t.Node | null {
  const property = owner.type === 'ObjectMethod' ? owner : parentOf(owner);
  return property?.type === 'ObjectMethod' || property?.type === 'ObjectProperty' ? parentOf(property) : null;
}

/** The receivers that a function may take from the arguments of its call. */
function receiversIn(
  scan: ScanContext,
  { arguments: list }: t.CallExpression | t.NewExpression,
): readonly Receiver[] {
  const receivers: Receiver[] = ['primitive'];
  for (const [index, argument] of list.entries()) {
    if (wrapperOf(scan, argument) !== null) receivers.push(`argument ${index}`);
    if (wrapperOfElements(scan, argument) !== null) receivers.push(`element of ${index}`);
    if (isWrapper(scan, argument)) receivers.push(`prototype of ${index}`);
  }
  return receivers;
}

/** Parameters that functions of the file call with a primitive value, or make methods of such. */
export function* parametersGivenPrimitives(scan: ScanContext): Generator<Called> {
  for (const { fn, receiver } of handings(scan))
    for (const place of denotedFunctions(scan, fn).parameters) {
      const given = receiverBehind(scan, receiver, place) ?? (wrapperOf(scan, receiver) && 'primitive');
      if (given !== null) yield { ...place, receiver: given };
    }
  for (const { constructorName, value } of extensions(scan, isWrapperOrParameter))
    for (const place of denotedFunctions(scan, value).parameters) {
      const index = constructorName && indexBeside(scan, constructorName, place);
      if (index !== null) yield { ...place, receiver: `prototype of ${index}` };
      else if (constructorName === null || isWrapper(scan, constructorName))
        yield { ...place, receiver: 'primitive' };
    }

  function isWrapperOrParameter(name: t.Node): boolean {
    const binding = name.type === 'Identifier' ? scan.scopes.referenceOf(name)?.binding : null;
    return binding?.kind === 'parameter' || isWrapper(scan, name);
  }
}

/** Which other parameter of the same function a receiver is, or an element of. */
function receiverBehind(scan: ScanContext, receiver: t.Node, place: ParameterPlace): Receiver | null {
  const own = indexBeside(scan, receiver, place);
  if (own !== null) return `argument ${own}`;
  const list = listOf(scan, receiver);
  const index = list === null ? null : indexBeside(scan, list, place);
  return index === null ? null : `element of ${index}`;
}

function indexBeside(scan: ScanContext, node: t.Node, { owner }: ParameterPlace): number | null {
  const binding = node.type === 'Identifier' ? scan.scopes.referenceOf(node)?.binding : null;
  const place = binding?.kind === 'parameter' ? placeOfParameter(binding) : null;
  return place?.owner === owner ? place.index : null;
}

/** `list` for `list[index]`, and for a variable that gets that or goes through the list. */
function listOf(scan: ScanContext, element: t.Node): t.Node | null {
  if (element.type === 'MemberExpression') return staticKey(element) === null ? element.object : null;
  const binding = element.type === 'Identifier' ? scan.scopes.referenceOf(element)?.binding : null;
  if (!binding) return null;
  const [value] = valuesOf(binding);
  return value?.type === 'MemberExpression' ? listOf(scan, value) : listOfElement(binding);
}
