import type { Range } from './common.ts';

/** What becoming strict changes between modules. */

export interface SloppyFacts {
  /** Sloppy functions in which `this` tells the global object from `undefined`: how they may be known outside. */
  readonly tellsThis: readonly {
    readonly names: readonly string[];
    /** Whether one is `module.exports` itself. */
    readonly isExports: boolean;
    readonly range: Range;
  }[];
  /** Functions that this file takes out of objects and calls without them. */
  readonly detached: readonly Detached[];
  /** Keys that reject writes, which only strict code notices, by name: of the exports or of anything in the file. */
  readonly fixedKeys: 'all' | readonly string[];
}

/** `const { key } = require('./m'); key();` */
export interface Detached {
  /** Null: what a module exports is called itself. */
  readonly key: string | null;
  /** Which module its object comes from: the start of the `require` call or of the specifier; null: it may be of this file. */
  readonly from: number | null;
}
