import type * as t from '@babel/types';
import { staticKey } from '../../../syntax/keys.ts';
import type { ScanContext } from '../../context.ts';
import { ANY_KEY } from '../../facts/keys.ts';
import type { RequiredPlace } from '../../facts.ts';
import type { Values } from '../../timeline/values.ts';
import { requiredAmong } from '../required-members.ts';
import { givenPrimitives } from './primitive-receivers.ts';

/** Required functions that primitive values are the `this` of; those of an object that has them go by any key. */
export function requiredGivenPrimitives(scan: ScanContext, values: Values): readonly RequiredPlace[] {
  return givenPrimitives(scan).flatMap(({ value, isTable }) =>
    partsOf(value, isTable).flatMap((part) => {
      const places = requiredAmong([part.node], values);
      if (!part.isTable) return places;
      return [...places, ...places.map((place) => ({ ...place, path: [...place.path, ANY_KEY] }))];
    }),
  );
}

interface Part {
  readonly node: t.Node;
  /** It may be an object of functions. */
  readonly isTable: boolean;
}

/** `lib` of `lib[key]`, and what is in literals: `{ value: fn }`, `{ key: { get: fn } }`. */
function partsOf(node: t.Node, isTable: boolean): readonly Part[] {
  if (node.type === 'MemberExpression' && staticKey(node) === null)
    return [{ node: node.object, isTable: true }];
  if (node.type !== 'ObjectExpression') return [{ node, isTable }];
  return node.properties.flatMap((property) => {
    if (property.type === 'SpreadElement') return partsOf(property.argument, true);
    return property.type === 'ObjectProperty' ? partsOf(property.value, false) : [];
  });
}
