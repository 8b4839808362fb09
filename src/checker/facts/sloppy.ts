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
  /** Keys that reject writes, which only strict code notices, by name: of the exports or of anything in the file. */
  readonly fixedKeys: 'all' | readonly string[];
}
