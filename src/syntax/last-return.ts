import type * as t from '@babel/types';
import { outerRange } from './wrapping.ts';

/** The word `return` with all up to what is returned; the whole statement where that is nothing. */
export interface LastReturn {
  readonly start: number;
  readonly end: number;
}

/**
 * Takes a `return` at the end of a script for the statement that its expression is: nobody gets what the function around
 * a CommonJS file returns (Node documentation, "The module wrapper"), and nothing is left to be skipped. Functions that
 * are declared behind it have been hoisted.
 *
 * ```js
 * return run(); // run();
 * ```
 */
export function takeLastReturn({ body }: t.Program, source: string): LastReturn | null {
  const index = body.findLastIndex(({ type }) => type !== 'FunctionDeclaration');
  const statement = body[index];
  if (statement?.type !== 'ReturnStatement') return null;
  const { argument: expression, loc } = statement;
  const start = statement.start!;
  const end = statement.end!;
  if (!expression) {
    body.splice(index, 1);
    return { start, end };
  }
  const { start: from } = outerRange(source, expression);
  body[index] = { type: 'ExpressionStatement', expression, start: from, end, loc: loc ?? null };
  return { start, end: from };
}
