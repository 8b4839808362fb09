import type { Range } from './common.ts';

/** Uses of what only CommonJS gives. */

/** `require.main === module`, `!module.parent`; negated, it asks whether the file was loaded by another. */
export interface MainTest {
  /** The whole question. */
  readonly range: Range;
  readonly negated: boolean;
}

export interface RuntimeUse {
  readonly feature:
    | '__dirname'
    | '__filename'
    | 'require'
    | 'require.resolve'
    | 'require.main'
    | 'require.cache'
    | 'require.extensions'
    | 'module'
    | 'module.id'
    | 'module.filename'
    | 'module.path'
    | 'module.paths'
    | 'module.parent'
    | 'module.children'
    | 'module.loaded'
    | 'module.isPreloading'
    | 'this'
    | 'arguments'
    | 'return'
    | 'typeof require'
    | 'typeof module'
    | 'typeof exports';
  /** The expression to replace. */
  readonly range: Range;
  /** What that gives, where it is a comparison with `typeof`. */
  readonly holds?: boolean;
  /** For `require.main` and `module.parent`: where they ask whether the program was started with this file. */
  readonly mainTest: MainTest | null;
  readonly written: boolean;
  readonly deferred: boolean;
  /** `{__dirname}`: a shorthand property, which must become `__dirname: ...`. */
  readonly shorthand: boolean;
}
