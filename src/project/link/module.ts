import type { Answer, KeyFacts, RunFacts } from '../../checker/facts.ts';
import type { Finding } from '../../checker/finding.ts';
import type { LinkFacts } from './link-facts.ts';

/** What linking knows of one module of the project, and what it settles for it. All plain data. */

/** One module as the linker gets it: its facts and where its specifiers lead. */
export interface LinkModule {
  /** Path relative to the root, with `/`. */
  readonly id: string;
  readonly facts: LinkFacts;
  /** Where `facts.requires[i]` leads. */
  readonly targets: readonly Target[];
  /** Where import declarations, `export from` and `import()` lead, by the offset of the specifier. */
  readonly imports: ReadonlyMap<number, Target>;
  /** Where imports of types lead, by the offset of the specifier: they load nothing, but follow a renamed file. */
  readonly types: ReadonlyMap<number, Target>;
  /** Whether it may be converted at all: `.js`, `.jsx` and Node scripts are; `.cjs`, TypeScript, ESM are not. */
  readonly candidate: boolean;
  readonly answer: Answer | null;
  /** Whether it is converted on its own, so that nobody knows who imports it. */
  readonly alone: boolean;
  /** Modules that it may load by a computed specifier; known only as far as the specifier tells. */
  readonly mayLoad: readonly string[];
  /**
   * Where it is CommonJS, and ES modules may import names from it: the modules in whose texts Node finds such names,
   * since it passes on what they export.
   */
  readonly relays: readonly string[];
  /** Modules whose paths it gives to functions that may load them: `proxyquire('./x', stubs)`. */
  readonly handed: readonly string[];
  /** Modules below such paths, where only the beginning is known: `load(path.join(__dirname, 'lib', name))`. */
  readonly found: readonly string[];
  /** Loads of which nobody can say whether they happen, or what they lead to. */
  readonly loose: readonly LooseLoad[];
  /** What it takes from `require.cache` by specifiers. */
  readonly cached: readonly Target[];
  /** Whether another module may load it so. */
  readonly reached: boolean;
  /** The names that cjs-module-lexer detects, where ES modules may take its namespace; else none. */
  readonly namespaceNames: ReadonlySet<string>;
  /** Whether it can be noticed that an ES module imports it instead of requiring it, if it stays CommonJS: its getters run. */
  readonly runsGetters: boolean;
  /** How code outside of the project may take it; null where nothing outside does. */
  readonly door: Door | null;
}

/**
 * A load that is not known for certain: a path is handed to somebody who may load what it names; or not even the start of
 * the path is known by which something is loaded.
 */
export interface LooseLoad {
  readonly at: number;
  /** It stands in a function. */
  readonly deferred: boolean;
  /** The modules that it may lead to. */
  readonly ids: readonly string[];
}

/** A module of which it is known what may run when something of it runs. */
export interface FollowedModule extends LinkModule {
  readonly facts: LinkFacts & { readonly runs: RunFacts };
}

/** A public entry: `require`, default import and imports by name have to give outsiders what they gave. */
export interface Door {
  /**
   * The names that `import { name } from` found in the original: those that cjs-module-lexer detects; null where nobody
   * imports it, but by a `require`.
   */
  readonly names: ReadonlySet<string> | null;
  /** Whether its own path is part of what outsiders write: in a package without `exports`. */
  readonly byPath: boolean;
  /**
   * Whether Node is started with it: `surely` where package.json has it as a command, too; `perhaps` where it is a
   * published file and nothing more.
   */
  readonly started: 'surely' | 'perhaps' | 'never';
  /** Its exports may be written to through it. */
  readonly written?: true;
}

/** Where a specifier leads. */
export type Target =
  | {
      readonly kind: 'module';
      readonly id: string;
      /** The specifier in full where it names the file by a path in its package: `pkg/lib/x.js`. */
      readonly deep?: string;
      /** It is found by the name of its package, which is one of the workspace and not in node_modules yet. */
      readonly unlinked?: true;
      /** `import` of the specifier leads to another file, by conditions of `exports` or `imports`. */
      readonly forked?: true;
    }
  /** A file of the project that could not be read or parsed: it stays what it is, but may be renamed. */
  | { readonly kind: 'unscanned'; readonly id: string }
  | { readonly kind: 'builtin'; readonly name: string; readonly names: ReadonlySet<string> }
  | {
      readonly kind: 'external';
      readonly external: External;
      /** Absolute; null where it is not known. */
      readonly file: string | null;
    }
  /** A file of the project that is not linked with this one, but whose shape is known. */
  | { readonly kind: 'neighbour'; readonly neighbour: Neighbour }
  /** A computed specifier. */
  | { readonly kind: 'dynamic' };

/** What a file on its own needs to know of another file of its project. */
export interface Neighbour {
  readonly shape: 'named' | 'default' | 'none' | 'commonjs';
  /** The facts of its keys, for the shape `named`. */
  readonly keys: readonly KeyFacts[];
  /** The specifier to write, with extension. */
  readonly specifier: string;
}

/**
 * A module outside the project, or one that is only looked at:
 * `commonjs`: `import x` gives what `require` gave. `esm`: `require` gives its namespace object. `dual`: `require` and
 * `import` load different files. `missing`: not installed, or no such file.
 */
export interface External {
  readonly system: 'commonjs' | 'esm' | 'dual' | 'json' | 'addon' | 'missing' | 'unknown';
  /** The names that `import { name }` finds (cjs-module-lexer, or the real exports); null where unknown. */
  readonly names: ReadonlySet<string> | null;
  /** The specifier as it must be written in an ES module (extension and index spelled out); null: as it is. */
  readonly specifier: string | null;
}

/**
 * What happens to a module:
 * `named` and `default` and `none`: converted with that shape. `object`: named by its own text, but converted to one
 * default-exported object, since an importer needs an ordinary object. `esm`: an ES module already, but for calls of `require`. `stay`: stays CommonJS. `asis`: nothing to do.
 */
export type Fate = 'named' | 'default' | 'object' | 'none' | 'esm' | 'stay' | 'asis';

export interface Verdict {
  fate: Fate;
  /** It becomes the ES module that a compiler started from: where it is an `object`, that stands beside its names. */
  isRestored?: boolean;
  /** Why it stays, or what its reader should know. */
  readonly findings: LinkFinding[];
}

/** A finding; `path` names the file that it is about when that is another than the one it is reported for. */
export type LinkFinding = Finding;
