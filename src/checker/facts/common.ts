/** What several kinds of facts are made of. */

/** Start (inclusive) and end (exclusive) offset. */
export type Range = readonly [start: number, end: number];

/** What a person says of a file: its exports are one default export, or names; or it stays CommonJS. */
export type Answer = 'default' | 'named' | 'keep';

/** The answers that convert a file. `keep` is what happens to it anyway. */
export const convertingAnswers = ['default', 'named'] as const satisfies readonly Answer[];

export function isConverting(
  answer: string | null | undefined,
): answer is (typeof convertingAnswers)[number] {
  return convertingAnswers.some((each) => each === answer);
}

export interface Write {
  readonly at: number;
  /** Inside a function that may run later than the place where it stands. */
  readonly deferred: boolean;
  /** In a branch, loop, `try` or after `&&`: it may not happen at all, or more than once. */
  readonly conditional: boolean;
}

export interface DeclaratorFact {
  readonly kind: 'var' | 'let' | 'const' | 'using';
  /** The whole declaration with its semicolon. */
  readonly declaration: Range;
  /** This declarator, `name = init`. */
  readonly range: Range;
  /** The name, or the destructuring pattern. */
  readonly target: Range;
  /** Null for a pattern. */
  readonly name: string | null;
  readonly index: number;
  /** All declarators of the declaration. */
  readonly siblings: readonly Range[];
}
