import type { Range } from './common.ts';

/** How a file is laid out and written. */

export interface Layout {
  /** The author's style, for the nodes that we print. */
  readonly quote: 'single' | 'double';
  readonly semicolons: boolean;
  readonly lineEnd: '\n' | '\r\n' | '\r';
  readonly indent: string;
  /** Where a declaration may be put in front of all code: after BOM, shebang, header comment and directives. */
  readonly top: number;
  /** End of the last top-level statement. */
  readonly bottom: number;
  /** The `'use strict'` directives of the program: removed, since a module is strict by itself. */
  readonly useStrict: readonly Range[];
  /** `return` at the end of the file, with the space behind it: what it returns is the last of `statements`, and goes nowhere. */
  readonly lastReturn: Range | null;
  /** All comments, in order. */
  readonly comments: readonly Range[];
  /** All statements of the program body, in order (directives excluded). */
  readonly statements: readonly Range[];
}
