import type * as t from '@babel/types';

/** The identifiers that a binding pattern declares, in source order. */
export function patternIdentifiers(pattern: t.Node | null): readonly t.Identifier[] {
  switch (pattern?.type) {
    case 'Identifier':
      return [pattern];
    case 'ObjectPattern':
      return pattern.properties.flatMap(patternIdentifiers);
    case 'ObjectProperty':
      return patternIdentifiers(pattern.value);
    case 'ArrayPattern':
      return pattern.elements.flatMap(patternIdentifiers);
    case 'AssignmentPattern':
      return patternIdentifiers(pattern.left);
    case 'RestElement':
      return patternIdentifiers(pattern.argument);
    default:
      return [];
  }
}
