import type * as t from '@babel/types';
import { parentOf } from '../../syntax/tree.ts';
import { functionAround } from '../owner.ts';

/**
 * Tells of functions whether they are made only after some code of the top level has run: those in later statements are,
 * but for declarations, which are there from the start (ECMA-262 §16.1.7, GlobalDeclarationInstantiation).
 */
export class MadeLater {
  readonly #madeAt = new Map<t.Node, number>();

  than(place: t.Node, fn: t.Node): boolean {
    return this.#madeIn(fn) > place.end! && functionAround(place).type === 'Program';
  }

  /** Where the statement begins that makes it; before all else for what is declared. */
  #madeIn(fn: t.Node): number {
    const known = this.#madeAt.get(fn);
    if (known !== undefined) return known;
    const statement = statementAround(fn);
    const start = hoisted.has(statement.type) ? -1 : statement.start!;
    this.#madeAt.set(fn, start);
    return start;
  }
}

const hoisted: ReadonlySet<string> = new Set(['FunctionDeclaration', 'LabeledStatement', 'Program']);

/** The statement of the top level in which a node stands. */
function statementAround(node: t.Node): t.Node {
  let statement = node;
  for (let parent = parentOf(node); parent !== null && parent.type !== 'Program'; parent = parentOf(parent))
    statement = parent;
  return statement;
}
