/** What may run when something of a file runs: its top level, or a function that others got hold of. */

export interface RunFacts {
  /** The first is the top level; the others are functions (and classes, for being constructed) that run later, if ever. */
  readonly regions: readonly RunRegion[];
  /** What the file puts under a key of any object, by key; `null` for a computed one. */
  readonly keyed: readonly (readonly [key: string | null, values: readonly RunValue[]])[];
  /** What `module.exports` may be, where it is assigned. */
  readonly whole: readonly RunValue[];
  /** The keys that are read from anything. */
  readonly reads: { readonly atTop: readonly string[]; readonly later: readonly string[] };
  /** Accessors, by key: reading that key runs them. */
  readonly accessors: readonly (readonly [key: string | null, values: readonly RunValue[]])[];
}

export interface RunRegion {
  readonly calls: readonly RunCall[];
  /** The requires that run with it and that stand in a function: indices into `ModuleFacts.requires`. */
  readonly loads: readonly number[];
  /** What else can be run by whoever gets hold of it: the methods of a class, what is put on a function or its prototype. */
  readonly parts: readonly RunValue[];
}

/** A call, or what amounts to one. */
export interface RunCall {
  readonly callee: RunValue;
  /** What each argument hands over that could be run; null where the arguments are not known. */
  readonly given: readonly (readonly RunValue[])[] | null;
}

/** Where something that can be run comes from. */
export type RunValue =
  /** A function or class of the file. */
  | { readonly kind: 'own'; readonly region: number }
  /** A member of a required value. */
  | { readonly kind: 'required'; readonly require: number; readonly path: readonly string[] }
  /** What calling one gave. */
  | { readonly kind: 'result'; readonly require: number }
  | { readonly kind: 'parameter'; readonly region: number; readonly index: number }
  /** Whatever somebody put under this key. */
  | { readonly kind: 'method'; readonly key: string }
  /** A function of the language or of Node that runs what it is given, now or later. */
  | { readonly kind: 'global' }
  | { readonly kind: 'unknown' };
