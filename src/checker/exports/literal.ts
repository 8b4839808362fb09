import type * as t from '@babel/types';
import { staticKey } from '../../syntax/keys.ts';
import { unwrap } from '../../syntax/wrapping.ts';
import type { LiteralProperty } from '../facts.ts';
import { rangeOf } from '../nodes.ts';
import type { ValueFacts } from './value-fact.ts';

/** The properties of `{a, b: c}`; null where it has others than plain ones (spread, accessor, method, computed key). */
export function literalProperties(value: t.Node, valueFacts: ValueFacts): readonly LiteralProperty[] | null {
  const node = unwrap(value);
  if (node.type !== 'ObjectExpression') return null;
  const properties = node.properties.map((property) => literalProperty(property, valueFacts));
  const plain = properties.filter((property) => property !== null);
  const keys = new Set(plain.map(({ key }) => key));
  return plain.length === properties.length && keys.size === plain.length ? plain : null;
}

function literalProperty(
  property: t.ObjectExpression['properties'][number],
  valueFacts: ValueFacts,
): LiteralProperty | null {
  if (property.type !== 'ObjectProperty' || property.computed) return null;
  const key = staticKey(property);
  // `{__proto__: x}` sets the prototype (ECMA-262 §13.2.5.5).
  if (key === null || (key === '__proto__' && !property.shorthand)) return null;
  const { shorthand } = property;
  return { key, range: rangeOf(property), value: valueFacts.of(property.value, null), shorthand };
}
