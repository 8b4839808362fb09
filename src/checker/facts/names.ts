import type { Range, Write } from './common.ts';

/** The names of a file: what is bound where, and what is free. */

export interface Names {
  /** Every identifier name that occurs anywhere: a fresh name avoids all of these. */
  readonly used: readonly string[];
  /** Names that resolve to nothing in the file: globals and the wrapper's own. */
  readonly free: readonly string[];
  /** Names that the top level has as types only. */
  readonly types: readonly string[];
  readonly top: Readonly<Record<string, TopBinding>>;
  /** For every export key and top-level name that an inner scope binds too: the ranges of those inner scopes. */
  readonly inner: Readonly<Record<string, readonly Range[]>>;
}

/** A binding of the file's own top level. */
export interface TopBinding {
  readonly kind: 'var' | 'let' | 'const' | 'using' | 'function' | 'class' | 'import';
  /** The declaring identifier (the first one, where `var` or `function` declares it again). */
  readonly identifier: Range;
  /**
   * The program-body statement that declares just this name and could carry `export` in front: a function or class
   * declaration, or a variable declaration with one plain declarator. Null otherwise.
   */
  readonly statement: Range | null;
  /** Writes other than the declaration's own initialiser. */
  readonly writes: readonly Write[];
  /** How often it is declared: a second `var x` or `function x` counts. */
  readonly declarations: number;
  /** Offset from which it has its (only) value: end of the declarator; 0 for a hoisted function; null: never set. */
  readonly initialised: number | null;
  /** Whether its value is a function that does not use `this`, `arguments.callee` or `new.target` of its own. */
  readonly thisFree: boolean;
  /** Whether it is a function or class, and nothing else is assigned to it: `const f = () => {}`. */
  readonly isFunction: boolean;
}
