import type * as t from '@babel/types';
import { staticKey } from '../../../syntax/keys.ts';
import type { ScanContext } from '../../context.ts';
import { ANY_KEY } from '../../facts/keys.ts';
import type { RequiredPlace } from '../../facts.ts';
import type { Values } from '../../timeline/values.ts';
import { literalOf } from '../own-functions.ts';
import { requiredAmong } from '../required-members.ts';
import { givenByName, givenInPlace, namesInCalls } from './handed-values.ts';
import { placeOfParameter } from './parameter-places.ts';
import { type Given, givenPrimitives } from './primitive-receivers.ts';

/** Required functions that primitive values are the `this` of; those of an object that has them go by any key. */
export function requiredGivenPrimitives(scan: ScanContext, values: Values): readonly RequiredPlace[] {
  return givenPrimitives(scan).flatMap((given) =>
    [...partsOf(scan, given)].flatMap((part) => {
      const places = requiredAmong([part.value], values);
      if (!part.isTable) return places;
      return [...places, ...places.map((place) => ({ ...place, path: [...place.path, ANY_KEY] }))];
    }),
  );
}

type Part = Pick<Given, 'value' | 'isTable'>;

/**
 * `lib` of `lib[key]`, what is in literals: `{ value: fn }`, `{ key: { get: fn } }`, and what callers of a function of the file
 * give it for a parameter.
 */
function* partsOf(scan: ScanContext, { value, isTable }: Part, seen = new Set<t.Node>()): Generator<Part> {
  if (seen.has(value)) return;
  seen.add(value);
  if (value.type === 'MemberExpression' && staticKey(value) === null)
    yield* partsOf(scan, { value: value.object, isTable: true }, seen);
  else if (value.type === 'ObjectExpression')
    for (const property of value.properties) {
      if (property.type === 'SpreadElement')
        yield* partsOf(scan, { value: property.argument, isTable: true }, seen);
      else if (property.type === 'ObjectProperty')
        yield* partsOf(scan, { value: property.value, isTable: false }, seen);
    }
  else yield { value, isTable };
  for (const held of heldBy(scan, value, isTable)) yield* partsOf(scan, { value: held, isTable }, seen);
}

/** `table` with `const table = { key: fn }`, `callback` with `function run(callback) {}` and `run(fn)` */
function heldBy(scan: ScanContext, value: t.Node, isTable: boolean): readonly t.Node[] {
  const binding = value.type === 'Identifier' ? scan.scopes.referenceOf(value)?.binding : null;
  if (!binding) return [];
  const literal = isTable ? literalOf(scan, value) : null;
  const place = binding.kind === 'parameter' ? placeOfParameter(binding) : null;
  if (place === null) return literal === null ? [] : [literal];
  const position = { index: place.index, isRest: false };
  return [
    ...givenInPlace(place.owner, position),
    ...givenByName(scan, namesInCalls(scan, place.owner), position),
  ];
}
