import type { DeclaratorFact, Range, Write } from './common.ts';

/** What a file requires, and what it does with it. */

export interface RequireFact {
  /** Null where it is computed. */
  readonly specifier: string | null;
  /** The string literal, quotes included; for a computed specifier the whole argument. */
  readonly argument: Range;
  /** `require('x')`. */
  readonly call: Range;
  /** There are further arguments, whose evaluation may do something: the call cannot simply go. */
  readonly extraArguments: boolean;
  /** By which name: `require`, `module.require`, an alias of it. */
  readonly via: 'require' | 'module.require' | 'alias' | 'createRequire';
  /** Top-level and unconditional: it runs once, while the file loads, in textual order. */
  readonly placement: 'top' | 'conditional' | 'deferred';
  /** Whether it stands in a loop. */
  readonly repeated: boolean;
  /** Whether it stands inside a `try` block with a handler (an optional dependency). */
  readonly guarded: boolean;
  readonly asyncFunction: boolean;
  /** The program-body statement in which it stands. */
  readonly statement: Range;
  readonly form: RequireForm;
  /**
   * `_interopRequireDefault(require('x'))`: the form around that call, which gives what has the marker `__esModule` as
   * it is. Null where there is no such call.
   */
  readonly interop: {
    readonly call: Range;
    readonly form: RequireForm;
    /** It gives another object with the same members. */
    readonly copies: boolean;
  } | null;
  /** Linking found the marker: `form` is that of the call around it, which goes. */
  readonly unwrapped?: true;
}

/** A declaration of a compiler's own, and where it is mentioned: it goes with its last mention. */
export interface CompilerHelper {
  readonly statement: Range;
  readonly reads: readonly number[];
}

/** `function _interopRequireDefault(e) {}`: can go when its calls do. */
export interface InteropHelper {
  readonly statement: Range;
  /** Indices of the requires that it is called on; it is used for nothing else. */
  readonly requires: readonly number[];
}

export type RequireForm =
  /** `require('x');` */
  | { readonly kind: 'side-effect' }
  /** `const m = require('x')` or `const m = require('x').a.b`, directly in the program body. */
  | {
      readonly kind: 'declarator';
      readonly declarator: DeclaratorFact;
      readonly path: readonly PathStep[];
      /** The whole initialiser: `require('x').a.b`. */
      readonly value: Range;
      readonly target: RequireTarget;
    }
  /** Anywhere else: `value` is the longest chain of static members `require('x').a.b`. */
  | {
      readonly kind: 'expression';
      readonly path: readonly PathStep[];
      readonly value: Range;
      /** What stands directly around the value. */
      readonly use: ValueUse;
      /** All that happens to it: where a variable gets it (`x = require('x')`, in a function), what is done with that. */
      readonly uses: readonly ValueUse[];
    };

/** `const load = require;` directly in the program body, never anything but called: it can go when its calls do. */
export interface RequireAlias {
  readonly declarator: DeclaratorFact;
  /** Indices of the requires that go by this name. */
  readonly requires: readonly number[];
}

export interface PathStep {
  readonly key: string;
  /** From the end of the object to the end of the key: `.a` or `['a']`. */
  readonly range: Range;
}

export type RequireTarget =
  | {
      readonly kind: 'name';
      readonly name: string;
      readonly uses: readonly ValueUse[];
      readonly writes: readonly Write[];
    }
  | {
      readonly kind: 'pattern';
      readonly properties: readonly PatternProperty[] | null;
      /** What the pattern as a whole does with the value, and the keys that it surely takes. */
      readonly use: 'destructure' | 'computed' | 'enumerate';
      readonly keys: readonly string[];
    };

/** One property of a destructuring pattern; a nested pattern, computed key or array pattern makes the list null. */
export interface PatternProperty {
  readonly kind: 'property' | 'rest';
  /** For a rest property the names that it leaves out are those before it. */
  readonly key: string;
  readonly local: string;
  readonly range: Range;
  readonly defaulted: boolean;
  readonly uses: readonly ValueUse[];
  readonly writes: readonly Write[];
}

/** One use of a value that came from another module: this decides which import form is observably the same. */
export interface ValueUse {
  /** The member expression (`m.a`) where there is a key or a computed one; else the expression with the value, `m`. */
  readonly range: Range;
  readonly kind: /** `m.a` */
    | 'member'
    /** `m.a()`: `this` is m */
    | 'method'
    /** `m()` or a tagged template */
    | 'call'
    /** `new m()`, `class extends m`, `x instanceof m` */
    | 'construct'
    /** `m.a = 1`, `m.a++`, `delete m.a`, `[m.a] = ...` */
    | 'member-write'
    /** `m[expr]`, `key in m` */
    | 'computed'
    /** `Object.keys(m)`, `for (k in m)`, `{...m}`, `Object.assign(x, m)` */
    | 'enumerate'
    /** `const {a} = m` */
    | 'destructure'
    /** `exports.m = m`, `module.exports = m` */
    | 'export'
    /** Truthiness or type only: `if (m)`, `typeof m`, `m === undefined` */
    | 'test'
    /** `const n = m`, `n = m`: only a variable gets it, whose uses are listed too */
    | 'copy'
    /** Passed on, returned, stored, compared: anything else. */
    | 'value';
  /** For member, method, member-write: the static key. For destructure: each key. */
  readonly keys: readonly string[];
  /** For a member-write or computed: whether it writes. */
  readonly writes: boolean;
  /**
   * Something inherits from it, and only the prototype that it has is asked for: `class extends m`, `util.inherits(a, m)`,
   * `Object.create(m.prototype)`; for `member` from the member: `class extends m.a`.
   */
  readonly inherited?: 'value' | 'member';
  /** No Node that can run the file gets there: `Module.createRequire || …`. */
  readonly fallback?: true;
  readonly deferred: boolean;
  /** Deferred, but the function in which it stands may be called while the file loads. */
  readonly early: boolean;
  /** For `value`: a function is called with it, or an object, list or member gets it; else it is returned or compared. */
  readonly to?: 'callee' | 'holder';
  /** The key under which a holder gets it, where that is not computed. */
  readonly under?: string;
  /** The name of the method that gets it, of a parameter, about which no more is known. */
  readonly method?: string;
  /** For a member that is a builtin itself where the value is one, `fs.promises`: what is done with that. */
  readonly inside?: readonly ValueUse[];
}
