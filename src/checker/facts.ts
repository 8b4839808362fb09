/**
 * Facts: everything that linking and rewriting need to know about one file, as plain serialisable data.
 *
 * `scan` gathers them in one parse and one walk; nothing after it sees a syntax tree. Positions are UTF-16 offsets
 * into the source text as given. A fact says what *is* in the file; what to do about it is a decision
 * (`rewrite/decision.ts`).
 */
import type { Finding } from './finding.ts';

/** Start (inclusive) and end (exclusive) offset. */
export type Range = readonly [start: number, end: number];

export interface ModuleFacts {
  /** The path as given to `scan`; only used in messages and to tell the language. */
  readonly path: string;
  readonly language: 'javascript' | 'flow' | 'typescript';
  /**
   * What the file's own syntax says: `commonjs` uses require, module, exports or another name of the wrapper;
   * `esm` has import or export declarations or import.meta; `mixed` both; `script` neither.
   */
  readonly system: 'commonjs' | 'esm' | 'mixed' | 'script';
  readonly layout: Layout;
  readonly names: Names;
  readonly exports: ExportsFacts;
  readonly requires: readonly RequireFact[];
  readonly requireAliases: readonly RequireAlias[];
  /** Import and export declarations of a file that is (partly) ESM already. */
  readonly esm: EsmFacts;
  /** Uses of what only CommonJS gives: `__dirname`, `require.resolve`, `module.id` ... */
  readonly runtime: readonly RuntimeUse[];
  /** What happens while the file loads, in order of evaluation: requires, effects and writes to the exports. */
  readonly timeline: readonly TimelineEntry[];
  /**
   * Reads, while the file loads, of state that other modules may change: `process.env.X`, a global that is not part of
   * ECMA-262, a file. A module without these and without effects cannot notice when it is loaded.
   */
  readonly sharedReads: readonly Range[];
  /** Strings that may name files of the project without being a specifier, and computed specifiers. */
  readonly pathStrings: readonly PathString[];
  /** What becoming strict changes between modules. */
  readonly sloppy: SloppyFacts;
  /** Edits that strict mode makes necessary and that are certain (`010` -> `8`); empty where the file is strict. */
  readonly mends: readonly Mend[];
  /** What this file alone makes doubtful; each says which answer would settle it. */
  readonly findings: readonly Finding[];
  /** `// esmshift: default` and the like, where the file answers for itself. */
  readonly answer: Answer | null;
}

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

export type Answer = 'default' | 'named' | 'keep';

// ---------------------------------------------------------------------------------------------------------- layout

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
  /** All comments, in order. */
  readonly comments: readonly Range[];
  /** All statements of the program body, in order (directives excluded). */
  readonly statements: readonly Range[];
}

// ----------------------------------------------------------------------------------------------------------- names

export interface Names {
  /** Every identifier name that occurs anywhere: a fresh name avoids all of these. */
  readonly used: readonly string[];
  /** Names that resolve to nothing in the file: globals and the wrapper's own. */
  readonly free: readonly string[];
  readonly top: Readonly<Record<string, TopBinding>>;
  /** For every export key and top-level name that an inner scope binds too: the ranges of those inner scopes. */
  readonly inner: Readonly<Record<string, readonly Range[]>>;
}

/** A binding of the file's own top level. */
export interface TopBinding {
  readonly kind: 'var' | 'let' | 'const' | 'using' | 'function' | 'class' | 'import';
  /** The declaring identifier (the first one, where `var` or `function` declares it again). */
  readonly identifier: Range;
  /**
   * The program-body statement that declares just this name and could carry `export` in front: a function or class
   * declaration, or a variable declaration with one plain declarator. Null otherwise.
   */
  readonly statement: Range | null;
  /** Writes other than the declaration's own initialiser. */
  readonly writes: readonly Write[];
  /** How often it is declared: a second `var x` or `function x` counts. */
  readonly declarations: number;
  /** Offset from which it has its (only) value: end of the declarator; 0 for a hoisted function; null: never set. */
  readonly initialised: number | null;
  /** Whether its value is a function that does not use `this`, `arguments.callee` or `new.target` of its own. */
  readonly thisFree: boolean;
}

export interface Write {
  readonly at: number;
  /** Inside a function that may run later than the place where it stands. */
  readonly deferred: boolean;
  /** In a branch, loop, `try` or after `&&`: it may not happen at all, or more than once. */
  readonly conditional: boolean;
}

// --------------------------------------------------------------------------------------------------------- exports

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
  /** `module.exports = {a, b: c}`: what `--object-exports named` needs; null where the value is no plain literal. */
  readonly literal: readonly LiteralProperty[] | null;
  /** How `module.exports` and the name `exports` fare as the variables that they are. */
  readonly holders: HolderFacts;
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
  /** Deferred, and the function may be called before the last assignment to what it mentions. */
  readonly early: boolean;
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
  /** Anything else: passed on, returned, stored, enumerated, compared, computed key, `delete`, `in`, spread. */
  | { readonly kind: 'escape'; readonly how: string };

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

export interface DeclaratorFact {
  readonly kind: 'var' | 'let' | 'const' | 'using';
  /** The whole declaration with its semicolon. */
  readonly declaration: Range;
  /** This declarator, `name = init`. */
  readonly range: Range;
  /** The name, or the destructuring pattern. */
  readonly target: Range;
  /** Null for a pattern. */
  readonly name: string | null;
  readonly index: number;
  /** All declarators of the declaration. */
  readonly siblings: readonly Range[];
}

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

// -------------------------------------------------------------------------------------------------------- requires

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
  /** Whether it stands inside a `try` block with a handler (an optional dependency). */
  readonly guarded: boolean;
  readonly asyncFunction: boolean;
  /** The program-body statement in which it stands. */
  readonly statement: Range;
  readonly form: RequireForm;
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
  | { readonly kind: 'pattern'; readonly properties: readonly PatternProperty[] | null };

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
    /** Passed on, returned, stored, compared: anything else. */
    | 'value';
  /** For member, method, member-write: the static key. For destructure: each key. */
  readonly keys: readonly string[];
  /** For a member-write or computed: whether it writes. */
  readonly writes: boolean;
  readonly deferred: boolean;
  /** Deferred, but the function in which it stands may be called while the file loads. */
  readonly early: boolean;
}

// ---------------------------------------------------------------------------------------------------------- paths

/** `path.join(__dirname, 'worker.js')`, `fork('./worker.js')`, `require('./plugins/' + name)`. */
export interface PathString {
  readonly at: number;
  /** Whether it starts at `__dirname`; else it counts from the working directory, or from wherever its user says. */
  readonly fromFile: boolean;
  /** What is known from its start on: all of it, unless `computed`. */
  readonly start: string;
  readonly computed: boolean;
  /** Where it is computed, what is known to come at the very end. */
  readonly end: string;
  /** The literal that it ends in, and where its text ends: there a file's new name has to be put. */
  readonly literal: { readonly end: number; readonly text: string } | null;
  /** `load`: a computed argument of `require` or `import()`. `list`: a folder whose files are listed. */
  readonly use: 'load' | 'list' | 'start' | 'other';
}

// ------------------------------------------------------------------------------------------------------------- esm

export interface EsmFacts {
  readonly imports: readonly EsmImport[];
  readonly exports: readonly string[];
  /** `export * from`. */
  readonly stars: readonly EsmImport[];
  readonly hasTopLevelAwait: boolean;
  /** `import('x')` with a literal, in CommonJS as well. */
  readonly dynamicImports: readonly EsmImport[];
}

export interface EsmImport {
  readonly specifier: string;
  readonly argument: Range;
  /** Imported names, `default` and `*` included; empty for a side effect only. */
  readonly names: readonly string[];
  /** `import type`: gone at run time, but its specifier must follow a renamed file. */
  readonly typeOnly: boolean;
}

// --------------------------------------------------------------------------------------------------------- runtime

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
  /** For `require.main`: the whole comparison `require.main === module` where it is one. */
  readonly comparison: Range | null;
  readonly written: boolean;
  readonly deferred: boolean;
  /** `{__dirname}`: a shorthand property, which must become `__dirname: ...`. */
  readonly shorthand: boolean;
}

// ----------------------------------------------------------------------------------------------- order of evaluation

export type TimelineEntry =
  | { readonly kind: 'require'; readonly require: number; readonly at: number }
  | { readonly kind: 'effect'; readonly effect: EffectFact; readonly at: number };

/** Something at top level that another module could notice, or that may not return. */
export interface EffectFact {
  readonly range: Range;
  readonly kind: 'call' | 'new' | 'write' | 'throw' | 'exit' | 'other';
  /** For a call: where its callee comes from; for a write: what is written to; as far as the file tells. */
  readonly callee: CalleeFact;
}

export type CalleeFact =
  | { readonly kind: 'unknown' }
  /**
   * A member of a required value. `default` at the end may come from `_interopRequireDefault(require('x')).default`,
   * which is the whole value where x is no transpiled ES module.
   */
  | { readonly kind: 'required'; readonly require: number; readonly path: readonly string[] }
  /** What came out of calling (or constructing) that, or a member of it: `require('debug')('app')`. */
  | { readonly kind: 'result'; readonly require: number; readonly path: readonly string[] }
  | { readonly kind: 'global'; readonly name: string };

/** For judging a call of an export from another module: none of its effects, no effect. */
export interface ExportCall {
  /** Null for `module.exports` itself. */
  readonly key: string | null;
  /** Places are in this file. What it does with its arguments counts as unknown; what it requires late, as a call. */
  readonly effects: readonly EffectFact[];
}

// ----------------------------------------------------------------------------------------------------------- mends

export interface Mend {
  readonly range: Range;
  readonly text: string;
  readonly code: string;
}
