import type { Range } from './common.ts';
import type { StateFact } from './state.ts';

/** What happens while a file loads, in order. */

export type TimelineEntry =
  | { readonly kind: 'require'; readonly require: number; readonly at: number }
  | { readonly kind: 'effect'; readonly effect: EffectFact; readonly at: number }
  | { readonly kind: 'read'; readonly read: ReadFact; readonly at: number };

/**
 * A read of state that other modules may change: `process.env.X`, a global that is not part of ECMA-262, a member of
 * what another module exports, or what functions of Node go by. A key `*` at the end of a path stands for whatever is
 * found there.
 */
export interface ReadFact {
  readonly range: Range;
  readonly from: OriginFact | StateFact | MemberFact;
}

/** A member of an object of which the file does not tell whose it is. */
export interface MemberFact {
  readonly kind: 'member';
  readonly key: string;
}

/** The first call of `process.nextTick`, and the first place that waits for a promise or adds a microtask. */
export interface Schedule {
  readonly tick: Range | null;
  readonly microtask: Range | null;
}

/** What a file schedules while it loads, and whether functions of it ever do. */
export interface ScheduledFact extends Schedule {
  readonly ever: { readonly tick: boolean; readonly microtask: boolean };
}

/** Something at top level that another module could notice, or that may not return. */
export interface EffectFact {
  readonly range: Range;
  /** `load`: the callee is required, in a function that is called here. */
  readonly kind: 'call' | 'load' | 'new' | 'write' | 'throw' | 'exit' | 'other';
  /** It happens in a function that is called here, most likely only where something else went wrong. */
  readonly inCall?: true;
  /** For a plain call, which of its arguments are literals that have no function in them, and are not `null`. */
  readonly literals?: readonly boolean[];
  /**
   * For a call: where its callee comes from; for a write: what is written to, a key `*` at the end being one that only
   * running the program would tell; as far as the file tells.
   */
  readonly callee: OriginFact;
}

/** An exported function that does nothing beyond its result, which depends on nothing but what it is given. */
export interface IdleFact {
  /** Null: `module.exports` itself. */
  readonly key: string | null;
  /** The arguments that have to be literals for that, since it looks at them; null: all. */
  readonly looksAt: readonly number[] | null;
  /** Those of them that have to be given, since it reads members of them (ECMA-262 §7.1.18, ToObject). */
  readonly opens: readonly number[];
}

/** Functions of the file that run when a key is read, of whatever object that it makes. */
export interface GetterFact {
  /** Null where the file does not name it, and for what converts or iterates. */
  readonly key: string | null;
  /** Each read gives the same: `get x() { return require('./x'); }`, or a constant of the file. */
  readonly isFixed: boolean;
  /** It gives what is found there each time: `get x() { return required.x; }`. One for each getter under that key. */
  readonly gives?: readonly OriginFact[];
  /** Others could notice that it runs. */
  readonly hasEffects: boolean;
}

/** Where a value comes from, as far as the file tells. */
export type OriginFact =
  | { readonly kind: 'unknown' }
  /**
   * A member of a required value. `default` at the end may come from `_interopRequireDefault(require('x')).default`,
   * which is the whole value where x is no transpiled ES module.
   */
  | { readonly kind: 'required'; readonly require: number; readonly path: readonly string[] }
  /** What came out of calling (or constructing) that, or a member of it: `require('debug')('app')`. */
  | { readonly kind: 'result'; readonly require: number; readonly path: readonly string[] }
  | { readonly kind: 'global'; readonly name: string };
