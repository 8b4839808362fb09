import type * as t from '@babel/types';
import { parentOf } from '../syntax/tree.ts';
import type { DeclaratorFact } from './facts.ts';
import { nameRange } from './name-range.ts';
import { rangeOf } from './nodes.ts';

/** A declarator with what is needed to take it out of its declaration or to replace it. */
export function declaratorFact(source: string, declarator: t.VariableDeclarator): DeclaratorFact {
  const declaration = parentOf(declarator) as t.VariableDeclaration;
  const { id } = declarator;
  return {
    kind: declaration.kind === 'await using' ? 'using' : declaration.kind,
    declaration: rangeOf(declaration),
    range: rangeOf(declarator),
    target: id.type === 'Identifier' ? nameRange(source, id) : rangeOf(id),
    name: id.type === 'Identifier' ? id.name : null,
    index: declaration.declarations.indexOf(declarator),
    siblings: declaration.declarations.map(rangeOf),
  };
}
