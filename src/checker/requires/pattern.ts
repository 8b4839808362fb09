import type * as t from '@babel/types';
import { staticKey } from '../../syntax/keys.ts';
import type { PatternProperty } from '../facts.ts';
import { rangeOf } from '../nodes.ts';
import { writesTo } from '../writes.ts';
import type { RequireScan } from './require-scan.ts';

/**
 * The properties of `const { a, b: c, d = 1, ...rest } = ...`.
 *
 * @returns null where one of them is computed or nested, so that no list of names could stand for the pattern.
 */
export function patternProperties(
  pattern: t.ObjectPattern,
  declarator: t.VariableDeclarator,
  scan: RequireScan,
): readonly PatternProperty[] | null {
  const properties = pattern.properties.map((property) => propertyFact(property, declarator, scan));
  return properties.every((property) => property !== null) ? properties : null;
}

function propertyFact(
  property: t.ObjectProperty | t.RestElement,
  declarator: t.VariableDeclarator,
  { context, uses, places }: RequireScan,
): PatternProperty | null {
  const isRest = property.type === 'RestElement';
  const target = isRest ? property.argument : property.value;
  const defaulted = target.type === 'AssignmentPattern';
  const local = defaulted ? target.left : target;
  const key = isRest ? '' : staticKey(property);
  const binding = local.type === 'Identifier' ? context.scopes.referenceOf(local)?.binding : null;
  if (key === null || !binding) return null;
  return {
    kind: isRest ? 'rest' : 'property',
    key,
    local: binding.name,
    range: rangeOf(property),
    defaulted,
    uses: uses.ofBinding(binding),
    writes: writesTo(binding, declarator, places),
  };
}
