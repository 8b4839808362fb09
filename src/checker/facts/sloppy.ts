import type { Range } from './common.ts';
import type { Mend } from './mends.ts';
import type { OriginFact } from './timeline.ts';

/** A parameter of a function, by a name that others may know that by, for which it is given functions to call. */
export interface Parameter {
  /** Null: it is the whole of what its file exports. */
  readonly key: string | null;
  /** -1: its `this`. */
  readonly index: number;
  readonly receiver: Receiver;
}

/** A parameter for which such functions are called. */
export interface CalledParameter extends Parameter {
  /** So are all after it. */
  readonly isRest?: true;
}

/** What a function is called with as `this`: nothing, a primitive value, or such that another argument gives. */
export type Receiver =
  | 'nothing'
  | 'primitive'
  | `argument ${number}`
  | `element of ${number}`
  /** It becomes a method of the primitive values whose constructor that is. */
  | `prototype of ${number}`;

/** What a function gets for a parameter. */
export interface Callback extends Parameter {
  /** The require whose value the function is, or is a member of; null where it is a member of something else. */
  readonly require: number | null;
  /** It is a method of what calling, or constructing, that required value gave. */
  readonly result?: true;
  readonly range: Range;
  /** As of a `TellingPrimitive`. */
  readonly object: ObjectThis | null;
}

/** A parameter of a function that freezes, seals or defines keys of what it gets. */
export interface ClosedParameter {
  /** As of a `Parameter`. */
  readonly key: string | null;
  readonly index: number;
  /** The key which is closed; `*`: all. */
  readonly closes: string;
  /** What fails from then on. */
  readonly rejects: readonly Rejected[];
  /** What is in the object is closed, too. */
  readonly deep: boolean;
}

/** Writing to, or deleting from, something closed, by the code for it. */
export type Rejected = 'strict-read-only' | 'strict-delete';

/** A sloppy write to, or deletion from, what has been an argument of a function that others may have made. */
export interface HandedObject {
  /** That function and the position, as of a `Callback`. */
  readonly require: number | null;
  readonly result?: true;
  readonly key: string | null;
  readonly index: number;
  readonly code: Rejected;
  /** The key that is written or deleted; `*` where it is computed. */
  readonly member: string;
  /** It is one of an object inside of what was handed over. */
  readonly inside: boolean;
  readonly range: Range;
}

/** A parameter of a function whose members are written to by sloppy code. */
export interface WrittenParameter {
  /** As of a `Parameter`; `*`: of a function that another one gives. */
  readonly key: string | null;
  readonly index: number;
  /** It may be any after that one, too. */
  readonly isRest?: true;
  /** The key that is written; `*` where it is computed. */
  readonly member: string;
  readonly range: Range;
}

/** A parameter that its function hands on to another one. */
export interface PassedParameter extends Pick<WrittenParameter, 'key' | 'index' | 'isRest'> {
  /** That one and the position, as of a `Callback`. */
  readonly to: Pick<ClosedArgument, 'require' | 'result' | 'key' | 'index'> & {
    /** All that come after it go to the positions after that one. */
    readonly isRest?: true;
  };
}

/** What a function gets for a parameter, where some keys of that reject writes. */
export interface ClosedArgument {
  /** That function and the position, as of a `Callback`. */
  readonly require: number | null;
  readonly result?: true;
  readonly key: string | null;
  readonly index: number;
  readonly closes: 'all' | readonly string[];
  /** It comes from another module, which tells more. */
  readonly from?: Omit<RequiredPlace, 'range'> & {
    /** It is what calling that gave. */
    readonly result?: true;
  };
  /** Whether the function may come by such a key by itself, or by what else it gets. */
  readonly copies: boolean;
  readonly range: Range;
}

/** Which keys of what the file puts under a key somewhere reject writes. */
export interface ClosedMember {
  readonly key: string;
  readonly closes: 'all' | readonly string[];
}

/** A place that concerns a member of a required value, or with an empty path the value itself. */
export interface RequiredPlace {
  readonly require: number;
  readonly path: readonly string[];
  readonly range: Range;
}

/** What becoming strict changes between modules. */

export interface SloppyFacts {
  /** Sloppy functions in which `this` tells the global object from `undefined`: how they may be known outside. */
  readonly tellsThis: readonly TellingThis[];
  /** Sloppy functions in which `this` tells a primitive value from the object around it. */
  readonly tellsPrimitive: readonly TellingPrimitive[];
  /** Sloppy functions in which `this` tells a primitive value, where they are arguments of functions that others may have made. */
  readonly callbacks: readonly Callback[];
  /** Parameters that functions of the file call without an object, or with a primitive value. */
  readonly calledParameters: readonly CalledParameter[];
  /** Required functions that primitive values are the `this` of. */
  readonly givenPrimitives: readonly RequiredPlace[];
  /** What this file takes out of objects and calls without them. */
  readonly detached: readonly Detached[];
  /** What it takes out of other modules and puts under other keys, or hands on. */
  readonly passedOn: readonly PassedOn[];
  /** Keys that reject writes, which only strict code notices, by name: of the exports or of anything in the file. */
  readonly fixedKeys: 'all' | readonly string[];
  /** Whether the exports are no object. */
  readonly exportsPrimitive: boolean;
  /** Whether a function or class of the file is assigned to `module.exports`, wherever. */
  readonly exportsFunction: boolean;
  /** Keys under which the file puts functions and classes, on whatever object. */
  readonly functionKeys: readonly string[];
  /** Keys that reject writes in objects which functions of the file hand out. */
  readonly fixedInResults: 'all' | readonly string[];
  /** Whether functions of the file hand out functions or classes. */
  readonly handsOutFunctions: boolean;
  /** Keys of the exports that get what other modules export, or what calling that gave. */
  readonly membersFrom: readonly MemberFrom[];
  /** Keys of the exports whose values are no objects. */
  readonly primitiveMembers: readonly string[];
  /** Sloppy writes to what came out of calling, or constructing, something required. */
  readonly resultWrites: readonly RequiredMember[];
  /** Sloppy writes to required values, and to members of them, and of what calling them gave. */
  readonly requiredWrites: readonly RequiredMember[];
  /** Sloppy deletions from them. */
  readonly requiredDeletes: readonly RequiredMember[];
  /** Sloppy writes to, and deletions from, objects that it exports under a key, once others may have them. */
  readonly exportedMembers: readonly ExportedMember[];
  /** Names of objects that the file freezes, seals or keeps from getting new keys. */
  readonly closedNames: 'all' | readonly string[];
  /** Keys that it closes in objects which others may have made; those that it requires and freezes are `frozen`. */
  readonly closedInOthers: 'all' | readonly string[];
  /** Keys that objects or classes of the file do not let be written; `*`: any, since a proxy may refuse it. */
  readonly closedKeys: readonly string[];
  /** Sloppy writes of keys to objects that functions of the file, or another one, may have made. */
  readonly writesToMade: readonly MemberOfMade[];
  /** Keys that objects of the file do not let be deleted. */
  readonly lockedKeys: readonly string[];
  /** Sloppy deletions of keys of such objects. */
  readonly deletesOfMade: readonly MemberOfMade[];
  readonly closedParameters: readonly ClosedParameter[];
  readonly handedObjects: readonly HandedObject[];
  readonly writtenParameters: readonly WrittenParameter[];
  readonly closedArguments: readonly ClosedArgument[];
  /** But for functions, of which `functionKeys` tells. */
  readonly closedMembers: readonly ClosedMember[];
  readonly passedParameters: readonly PassedParameter[];
  /** How writes and deletions of which other modules may tell that they are rejected can be written so that they go on. */
  readonly silentAttempts: readonly SilentAttempt[];
  /** Those that may be rejected where others are. */
  readonly atRisk: readonly AtRisk[];
  /** Required values that are asked for own keys that only sloppy functions have. */
  readonly askedForKeys: readonly RequiredPlace[];
  /** Required values that are frozen, sealed or kept from getting new keys. */
  readonly frozen: readonly RequiredPlace[];
}

export interface AtRisk {
  readonly range: Range;
  /** None: it may be any. */
  readonly keys: readonly string[];
  /** Where members begin that are reached from the same variable. */
  readonly beside: readonly number[];
}

/** A sloppy write or deletion whose failure nobody notices: what to replace for it to be none in strict code. */
export interface SilentAttempt {
  /** The member. */
  readonly range: Range;
  /** `deleteFromAny`: of what may be nothing, too (`delete object?.key`). */
  readonly method: 'set' | 'deleteProperty' | 'deleteFromAny';
  /** What stands before the object. */
  readonly head: Range;
  /** What stands around the key, with the key where that is known, and before the value. */
  readonly gaps: readonly Range[];
  /** Null where it is computed. */
  readonly key: string | null;
  /** What is read, and the operator, before the value; empty where it is only written. */
  readonly operand: string;
  readonly end: number;
  /** The text of the value, where somebody gets that; else empty. */
  readonly value: string;
}

/** `exports.key = require('./m').made` */
export interface MemberFrom {
  readonly key: string;
  readonly from: OriginFact;
}

/** A function of the file, by how it may be known outside. */
export interface TellingPrimitive {
  readonly keys: readonly string[];
  /** Whether it is `module.exports` itself. */
  readonly isExports: boolean;
  readonly range: Range;
  /** How it has an object all the same; null where that cannot be written. */
  readonly object: ObjectThis | null;
}

/** How a function has an object for `this`, be it called on a primitive value. */
export interface ObjectThis {
  /** Where each `this` starts. */
  readonly uses: readonly number[];
  /** The variable that has the object where `this` may be used more than once in a call; the body begins `at` there. */
  readonly kept: { readonly at: number; readonly name: string; readonly gap: string } | null;
  /** It may be called without an object, too. */
  readonly orGlobal: boolean;
}

/** How others may come by a value. */
export interface Outward {
  /** Keys of it, or of what it is in; `key()`: what gives it; `*`: any key. */
  readonly keys: readonly string[];
  readonly isExports: boolean;
  /** Which functions, by what they are named, are given it as an argument. */
  readonly handedTo: readonly Omit<Callback, 'object' | 'range' | 'receiver'>[];
}

/** `exports.b = require('./m').a` */
export interface PassedOn extends Outward {
  /** What is said of all these. */
  readonly taken: readonly RequiredKey[];
}

export interface RequiredKey {
  readonly key: string;
  /** The module it is taken out of: the start of the `require` call or of the specifier. */
  readonly from: number;
}

/** A function whose behaviour without an object differs in a module, unless its `this` is replaced. */
export interface TellingThis extends Outward {
  readonly range: Range;
  /** What gives it the global object where it gets nothing; null where the file has another `globalThis`. */
  readonly mends: readonly Mend[] | null;
}

/** A key of a required value, or of a member of it, or of what calling that gave. */
export interface RequiredMember extends RequiredPlace {
  /** Null where it is computed. */
  readonly key: string | null;
  /** Whether it is of something that came out of calling, or constructing, the required value. */
  readonly result: boolean;
}

/** A key of an object that is exported under a key. */
export interface ExportedMember {
  readonly exported: string;
  /** Null where it is computed. */
  readonly key: string | null;
  readonly code: Rejected;
  readonly range: Range;
}

/** A key of an object that functions of the file, or another file, may have made. */
export interface MemberOfMade {
  /** `*` where it is computed. */
  readonly key: string;
  readonly range: Range;
  /** `receiver`: that of a function of the file, which inherits from nothing of others. */
  readonly maker: 'own' | 'other' | 'receiver';
}

/** `const { key } = require('./m'); key();` */
export interface Detached {
  /** `key()` for what a function of that name gives; `*`: any; null: what a module exports is called itself. */
  readonly key: string | null;
  /** Which module its object comes from: the start of the `require` call or of the specifier; null: nobody knows. */
  readonly from: number | null;
}
