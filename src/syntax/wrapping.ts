import type * as t from '@babel/types';
import { skipTrivia } from './trivia.ts';

const CASTS = new Set<string>([
  'TSAsExpression',
  'TSSatisfiesExpression',
  'TSNonNullExpression',
  'TSTypeAssertion',
  'TSInstantiationExpression',
  'TypeCastExpression',
  'ParenthesizedExpression',
]);

/** The expression inside any casts: `(x as any)!` -> `x`. Parentheses are no nodes and need no unwrapping. */
export function unwrap(node: t.Node): t.Node {
  let at = node;
  while (CASTS.has(at.type)) at = (at as t.TSAsExpression).expression;
  return at;
}

/** Whether a node stands in parentheses of its own: `(x)`; those of a call's arguments are not. */
function isParenthesised(node: t.Node): boolean {
  return node.extra?.parenthesized === true;
}

/** `(0, f)`: nothing in front that does anything. */
export function isPlainSequence({ expressions }: t.SequenceExpression, last: t.Node): boolean {
  return (
    expressions.at(-1) === last && expressions.slice(0, -1).every(({ type }) => type === 'NumericLiteral')
  );
}

export interface Range {
  readonly start: number;
  readonly end: number;
}

/**
 * The range of a node with the parentheses around it, all of them: for `x` in `f( ( /* a *\/ (x) ) )` it is that of
 * `( /* a *\/ (x) )`. Without parentheses it is the node's own range.
 */
export function outerRange(source: string, node: t.Node): Range {
  let end = node.end!;
  if (!isParenthesised(node)) return { start: node.start!, end };
  const start = node.extra!.parenStart as number;
  for (let open = countOpening(source, start, node.start!); open > 0; open--) {
    end = skipTrivia(source, end) + 1;
  }
  return { start, end };
}

/** How many parentheses open between two offsets, with nothing but comments and space in between. */
function countOpening(source: string, from: number, to: number): number {
  let count = 0;
  for (let at = skipTrivia(source, from); at < to; at = skipTrivia(source, at + 1)) count++;
  return count;
}
