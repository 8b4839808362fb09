import type { Range } from './common.ts';
import type { Schedule } from './timeline.ts';

/** What may run when something of a file runs: its top level, or a function that others got hold of. */

export interface RunFacts {
  /** The first is the top level; the others are functions (and classes, for being constructed) that run later, if ever. */
  readonly regions: readonly RunRegion[];
  /** What the file puts under a key of any object, by key; `null` for a computed one. */
  readonly keyed: readonly (readonly [key: string | null, values: readonly RunValue[]])[];
  /** The keys under which it puts nothing but list literals. */
  readonly lists: readonly string[];
  /** The keys under which it puts nothing but sets and maps that it makes for that: these have no indices. */
  readonly collections: readonly string[];
  /** The keys under which it puts nothing but primitive values, symbols among them. */
  readonly primitives: readonly string[];
  /** What of `module.exports` could be run, where it is assigned; null where it is not. */
  readonly whole: readonly RunValue[] | null;
  /** It puts an iterator on an object: `x[Symbol.iterator] = f`, be that a list or set. */
  readonly reiterates: boolean;
  /** The exports are an object that has none of the accessors. */
  readonly plain: boolean;
  readonly accessors: readonly AccessorFact[];
  /** What converting its objects to primitives runs, and going through them. */
  readonly unseen: Readonly<Record<Unseen, readonly RunValue[]>>;
  /** Of these functions those that only instances of a class have, or what a function constructs. */
  readonly ofInstances: readonly number[];
}

/** Reading or writing a key of some object runs something. */
export interface AccessorFact {
  /** Null where it is not known. */
  readonly key: ReadKey;
  /** The require whose value is that object; null where it is any other. */
  readonly on: number | null;
  /** That object is one that others may have. */
  readonly anywhere: boolean;
  /** The region that makes it: before that runs, no object has it. */
  readonly within: number;
  readonly values: readonly RunValue[];
}

/** What runs functions of an object with no call or key to be seen. */
export type Unseen = 'convert' | 'iterate';

export interface UnseenRead {
  readonly kind: Unseen;
  /** The key under which a required value has what this is done with; null for anything else. */
  readonly key: string | null;
  /** Where that is. */
  readonly from: { readonly require: number; readonly path: readonly string[] } | null;
  /** The parameter of the function that this is done with. */
  readonly of: number | null;
}

/** An index of a list is `0`, whichever it is. */
export type ReadKey = string | null;

/** What is done with values that may have come from elsewhere. */
export interface RunReads {
  /** The keys that are read from them; null where any may be. */
  readonly keys: readonly ReadKey[];
  /** The requires that they came from, as far as the file tells. */
  readonly requires: readonly number[];
  readonly unseen: readonly UnseenRead[];
}

export interface RunRegion {
  /** Functions and classes inside of it are regions of their own. */
  readonly range: Range;
  readonly reads: RunReads;
  readonly calls: readonly RunCall[];
  /** The requires that run with it and that stand in a function: indices into `ModuleFacts.requires`. */
  readonly loads: readonly number[];
  /** What it schedules itself. */
  readonly scheduled: Schedule;
  /** What whoever calls the function gets to run by calling the result. */
  readonly returns: readonly RunValue[];
  /** What else can be run by whoever gets hold of it: the methods of a class, what is put on a function or its prototype. */
  readonly parts: readonly RunValue[];
}

/** A call, or what amounts to one. */
export interface RunCall {
  readonly callee: RunValue;
  /** What each argument hands over that could be run; null where the arguments are not known. */
  readonly given: readonly (readonly RunValue[])[] | null;
  /** The last of them stands for all further ones as well: `f(a, ...list)`. */
  readonly open?: boolean;
  /** Its arguments may hold more than what is told of them. */
  readonly filled?: true;
  /** One of them may be an object that the file has, or a function with members. */
  readonly objects?: true;
  /** It is only put on an object that others have got hold of: they run it, if anybody does. */
  readonly away?: PutAway;
  /** It happens only where this parameter of the function was given something with functions in it. */
  readonly of?: number;
  /** It comes after an `await` of its function, thus as part of a promise. */
  readonly waited?: true;
}

export interface PutAway {
  /** What the object is that it is put on. */
  readonly onto: readonly RunValue[];
  /** Under which key; null where it is computed, or put into a list. */
  readonly key: string | null;
}

/** Where something that can be run comes from. */
export type RunValue =
  /** A function or class of the file. */
  | { readonly kind: 'own'; readonly region: number }
  /** A member of a required value. */
  | { readonly kind: 'required'; readonly require: number; readonly path: readonly string[] }
  /** What calling a function with these arguments gave: a function as well. */
  | {
      readonly kind: 'made';
      readonly callee: RunValue;
      readonly given: readonly (readonly RunValue[])[];
    }
  /** What calling one gave, or a method of that. */
  | { readonly kind: 'result'; readonly require: number; readonly key: string | null }
  | { readonly kind: 'parameter'; readonly region: number; readonly index: number }
  /** Whatever somebody put under this key. */
  | { readonly kind: 'method'; readonly key: string }
  /** A function of the language or of Node that runs what it is given, now or later; or that just keeps it. */
  | { readonly kind: 'global'; readonly keeps?: true }
  /** Also what a function around the one that runs it was given. */
  | {
      readonly kind: 'unknown';
      readonly outer?: { readonly region: number; readonly index: number };
    };
