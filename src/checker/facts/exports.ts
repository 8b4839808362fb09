import type { Finding } from '../finding.ts';
import type { DeclaratorFact, Range } from './common.ts';
import type { OriginFact } from './timeline.ts';

/** What a file does with `module.exports` and `exports`. */

export interface ExportsFacts {
  /**
   * `named`: E0 is never replaced and each write to it is a static key. `default`: `module.exports` is replaced,
   * once and for certain. `none`: the file exports nothing. `ambiguous`: see the findings.
   */
  readonly shape: 'named' | 'default' | 'none' | 'ambiguous';
  /** The objects that `module.exports` holds one after the other; the first is E0, the last is what counts. */
  readonly versions: readonly Version[];
  /** Each place where the source denotes one of them: `exports`, `module.exports`, `this`, or an alias of these. */
  readonly mentions: readonly Mention[];
  /** The keys written on E0 while the shape is `named`, in order of their first write. */
  readonly keys: readonly KeyFacts[];
  /** Top-level assignments and declarations to the exports, `a = b = value` taken as one chain. */
  readonly chains: readonly Chain[];
  /** Top-level names bound once to E0, a version or `module`: they are resolved and their declarators dropped. */
  readonly aliases: readonly Alias[];
  /** Tests of `module`, by whatever name: only its type or truth counts, so that each always gives `result` (source text). */
  readonly moduleTests: readonly { readonly expression: Range; readonly result: string }[];
  /** `module.exports = {a, b: c}`: what `--object-exports named` needs; null where the value is no plain literal. */
  readonly literal: readonly LiteralProperty[] | null;
  /** Keys that functions of the file write to, of whatever object. */
  readonly writtenLater: readonly string[];
  /** Those of them that it may write to what it exports. */
  readonly writtenToItself: readonly string[];
  /** Keys that the file writes to, of whatever object but its own exports. */
  readonly writtenElsewhere: readonly string[];
  /** Those of them that it writes to objects which may be another file's. */
  readonly writtenToOthers: readonly string[];
  /** Whether it changes the contents of lists, maps or sets which may be another file's. */
  readonly changesContents: boolean;
  /** Keys that its functions write to objects of its own: another file's exports may be one of them, or inherit from it. */
  readonly writtenToOwn: readonly string[];
  /** The function declarations that it exports, and that nobody reassigns: they exist before the file runs. */
  readonly hoisted: readonly HoistedFact[];
  /** Whether what it exports may have members that it gets from another object. */
  readonly inherit: boolean;
  /**
   * Whether what `module.exports` holds may change though no key is assigned: lists, maps, regular expressions and what
   * calls give have contents, which only others change if `kept`; `internal`: whatever is read of it may come of these.
   */
  readonly contents: 'none' | 'kept' | 'changing' | 'internal';
  readonly methods: MethodFacts;
  /** What was an ES module before it was compiled, if it has the marker; null for what never was one. */
  readonly compiled: CompiledFacts | null;
  /** What the file is, where its findings on the exports follow from that: `umd`, `transpiled`. */
  readonly inOneWord: Finding | null;
  /** How `module.exports` and the name `exports` fare as the variables that they are. */
  readonly holders: HolderFacts;
}

export interface HoistedFact {
  /** Null where it is `module.exports` itself. */
  readonly key: string | null;
  /** The end of the statement that exports it. */
  readonly from: number;
  /** The offset before which nothing is done with it but to export it. */
  readonly until: number;
}

/** Functions of the file that would notice a namespace as their `this`, but for constructors: how others may know them. */
export interface MethodFacts {
  readonly names: readonly string[];
  /** Whether one is `module.exports` itself. */
  readonly isExports: boolean;
  /** Whether one is no method of the instances of a class, so that calling something may give it. */
  readonly areFree: boolean;
}

/** `Object.defineProperty(exports, '__esModule', { value: true }); exports.a = void 0;` */
export interface CompiledFacts {
  /** All keys in the order in which they come into being, those first that are set in advance. */
  readonly order: readonly string[];
  /** `exports.__esModule = true`: the marker is an ordinary key. */
  readonly isEnumerable: boolean;
  /** `__export(exports, { a: () => b })`: the exports that are variables of the file. */
  readonly getters: readonly { readonly key: string; readonly local: string }[];
  /** The statement that defines these. */
  readonly gettersAt: Range | null;
  /** Further statements that an ES module has no need of. */
  readonly statements: readonly Range[];
  /** Another object, which has the getters, is assigned to `module.exports`: no answer makes that one ordinary object. */
  readonly isAssigned: boolean;
}

/**
 * Where each mention can be resolved to one object, neither `module.exports` nor `exports` has to exist after the
 * conversion. Else they become variables of the module, which is exact as well:
 * `let exports = {}, holder = exports; ... holder = f; ... export default holder;`
 */
export interface HolderFacts {
  /** Every assignment to `module.exports` (by an alias of `module` too) and to the wrapper's `exports`, in source order. */
  readonly assignments: readonly HolderAssignment[];
  /**
   * `module.exports` must become a variable, exported at the end: it is assigned where no `export default` can stand
   * (in a branch, in a function called at once, within an expression), or more than once, or a mention of it may see
   * more than one object.
   */
  readonly cell: boolean;
  /**
   * `exports` must be declared as a variable: it gets a value that is never in `module.exports`, or a mention of it may
   * see more than one object. Its mentions then stay as they are.
   */
  readonly variable: boolean;
  /** `module` must be declared as a variable: it is assigned to, and no declaration of the file means it. */
  readonly module: boolean;
}

export interface HolderAssignment {
  readonly of: 'module.exports' | 'exports';
  /** The target: `module.exports`, `m.exports`, `exports`. */
  readonly range: Range;
  /** The whole assignment or update expression, or declarator; for a destructuring or loop target the target itself. */
  readonly expression: Range;
  /** `=`, `||=`, `++` ..., or `pattern` for a destructuring or loop target. */
  readonly operator: string;
  /** What it is afterwards; -1: no version, or not certain which. */
  readonly version: number;
  /** The chain of which it is a target, if it is one. */
  readonly chain: number | null;
  readonly deferred: boolean;
  readonly conditional: boolean;
}

/** An object that `module.exports` held. Version 0 is E0, which Node made. */
export interface Version {
  /** The chain that assigned it; null for E0. */
  readonly chain: number | null;
  /** Whether the exports variable, an alias or another expression mentions it apart from the assignment itself. */
  readonly mentioned: boolean;
  readonly lost: readonly string[];
}

export interface Mention {
  /** The expression that denotes the object: `exports`, `module.exports`, `module['exports']`, `this`, `self`. */
  readonly range: Range;
  /** -1: not certain which, so only the variables of `holders` can stand for it. */
  readonly version: number;
  /** The name by which it is reached, for messages. */
  readonly via: string;
  /** `cell` is `module.exports` (also `m.exports`), `variable` the wrapper's `exports`, `alias` a name of the file. */
  readonly through: 'cell' | 'variable' | 'this' | 'alias';
  readonly use: MentionUse;
  /** Inside a function that may run later. */
  readonly deferred: boolean;
  /** Of what is deferred: that function never runs once the file has been loaded. */
  readonly meanwhile?: true;
  /** Of what is deferred: the offset from which on it may happen while the file loads; null where that is not before the end. */
  readonly runsFrom: number | null;
}

export type MentionUse =
  /** `exports.x` as a value; `member` is the whole expression. */
  | { readonly kind: 'read'; readonly key: string; readonly member: Range }
  /** `exports.x(...)`: the function gets the exports as `this`. */
  | { readonly kind: 'call'; readonly key: string; readonly member: Range; readonly call: Range }
  /** `exports.x = v`, `exports.x += v`, `exports.x++`, `[exports.x] = v`. */
  | { readonly kind: 'write'; readonly key: string; readonly member: Range; readonly write: KeyWrite }
  /** Bound or assigned to an alias, or one target of a chain: gone with the chain or alias. */
  | { readonly kind: 'chain'; readonly chain: number }
  | { readonly kind: 'alias'; readonly alias: number }
  /** Argument (or `this` of `.call`) of a function called at once; each use of the parameter is resolved. */
  | { readonly kind: 'argument'; readonly alias: number | null }
  /** Only its type or truthiness counts: `expression` (`typeof exports`, `exports`) is always `result` (source text). */
  | { readonly kind: 'test'; readonly expression: Range; readonly result: string }
  /** `module.exports` (or an alias) standing as a statement of its own. */
  | { readonly kind: 'nothing'; readonly statement: Range }
  /** In a statement that a compiler put at the beginning, and that has no counterpart in an ES module. */
  | { readonly kind: 'compiled'; readonly statement: Range }
  /** In a function that goes since nothing calls it any more: known when the file is rewritten. */
  | { readonly kind: 'dropped' }
  /** Anything else: passed on, returned, stored, enumerated, compared, computed key, `delete`, `in`, spread. */
  | {
      readonly kind: 'escape';
      readonly how: string;
      /** Somebody may have it from then on, other than a function that is called with it. */
      readonly stored: boolean;
    };

export interface KeyWrite {
  readonly operator: string;
  /** The whole assignment or update expression; for a destructuring target the target itself. */
  readonly expression: Range;
  /** The chain of which it is a target, if it is one. */
  readonly chain: number | null;
  readonly deferred: boolean;
  readonly conditional: boolean;
}

export interface KeyFacts {
  readonly key: string;
  /** Whether the key surely exists when the file has been loaded. */
  readonly presence: 'always' | 'maybe';
  /** Whether a read may come before the first write (so that it must give `undefined`, not throw). */
  readonly readBeforeWrite: boolean;
  /** Whether a function that writes it may run before the first write that is certain. */
  readonly writtenEarly: boolean;
  /** Whether it is written after the file was loaded, or more than once: importers must see a live binding. */
  readonly reassigned: boolean;
  /** Whether each value it gets is a function that does not use its own `this`; else a method call matters. */
  readonly thisFree: boolean;
  /** Whether a function of this file may be written there that would notice a namespace as its `this`. */
  readonly usesThis: boolean;
  /** Where functions that may be written there come from otherwise. */
  readonly madeBy: readonly OriginFact[];
  /** Indices into `mentions`. */
  readonly writes: readonly number[];
  readonly reads: readonly number[];
}

/**
 * `var app = exports = module.exports = value;` or `exports.a = exports.b = value;` directly in the program body.
 * Targets are in source order.
 */
export interface Chain {
  /** The whole statement with its semicolon. */
  readonly statement: Range;
  /** The declarator whose initialiser the chain is; null for an expression statement. */
  readonly declarator: DeclaratorFact | null;
  readonly targets: readonly ChainTarget[];
  readonly value: ValueFact;
}

export type ChainTarget =
  | { readonly kind: 'key'; readonly key: string; readonly range: Range; readonly version: number }
  | { readonly kind: 'module.exports'; readonly range: Range; readonly version: number }
  /** `exports = ...`, or an alias: the name disappears, since each of its uses is resolved. */
  | { readonly kind: 'variable'; readonly name: string; readonly range: Range; readonly version: number }
  /** Anything else: stays where it is (`nano`, `window.x`, `Foo.prototype.y`). */
  | { readonly kind: 'other'; readonly range: Range };

/** What stands at the right end of a chain. */
export type ValueFact = { readonly range: Range /** With its parentheses. */; readonly outer: Range } & (
  | {
      readonly kind: 'function' | 'class';
      /** The name of the expression and where it stands. */
      readonly name: string | null;
      readonly nameRange: Range | null;
      /** Where a name would be put in: after `function`, `function*` or `class`. */
      readonly nameAt: number;
      /** Whether the expression's own name is assigned to inside, or otherwise cannot become a declaration. */
      readonly nameFixed: boolean;
      readonly thisFree: boolean;
    }
  | { readonly kind: 'arrow'; readonly thisFree: true }
  | { readonly kind: 'identifier'; readonly name: string }
  | { readonly kind: 'undefined' }
  | { readonly kind: 'null' }
  /** Neither of these two: `new Thing()`, `[]`, `'text'`. */
  | { readonly kind: 'something' }
  | { readonly kind: 'require'; readonly require: number }
  | { readonly kind: 'object' }
  /** One of the versions itself: `exports = module.exports`. */
  | { readonly kind: 'version'; readonly version: number }
  | { readonly kind: 'other' }
);

export interface Alias {
  readonly name: string;
  readonly of: 'module' | 'exports';
  /** For `exports`: which version it holds. */
  readonly version: number | null;
  /** Null for a parameter, and where an assignment statement binds it. */
  readonly declarator: DeclaratorFact | null;
  /** `const { exports: out } = module`: bound by a pattern, of which this is the only property. */
  readonly pattern: boolean;
  /** For a parameter of a function called at once: the parameter and its argument. */
  readonly parameter: { readonly range: Range; readonly argument: Range } | null;
  /** For `self = exports;`: the assignment expression. */
  readonly assignment: Range | null;
}

export interface LiteralProperty {
  readonly key: string;
  readonly range: Range;
  readonly value: ValueFact;
  readonly shorthand: boolean;
}
