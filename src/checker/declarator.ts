import type * as t from '@babel/types';
import { parentOf } from '../syntax/tree.ts';
import type { ScanContext } from './context.ts';
import type { DeclaratorFact, Range } from './facts.ts';
import { nameRange } from './name-range.ts';
import { rangeOf } from './nodes.ts';
import { perScan } from './per-scan.ts';

/** A declarator with what is needed to take it out of its declaration or to replace it. */
export function declaratorFact(context: ScanContext, declarator: t.VariableDeclarator): DeclaratorFact {
  const declaration = parentOf(declarator) as t.VariableDeclaration;
  const { id } = declarator;
  return {
    kind: declaration.kind === 'await using' ? 'using' : declaration.kind,
    declaration: rangeOf(declaration),
    range: rangeOf(declarator),
    target: id.type === 'Identifier' ? nameRange(context.source, id) : rangeOf(id),
    name: id.type === 'Identifier' ? id.name : null,
    index: declaration.declarations.indexOf(declarator),
    siblings: siblingsOf(context, declaration),
  };
}

/** One list for all declarators of a declaration: a list for each would take room by the square of their number. */
function siblingsOf(context: ScanContext, declaration: t.VariableDeclaration): readonly Range[] {
  const known = knownSiblings(context);
  const siblings = known.get(declaration) ?? declaration.declarations.map(rangeOf);
  known.set(declaration, siblings);
  return siblings;
}

const knownSiblings = perScan(() => new Map<t.VariableDeclaration, readonly Range[]>());
