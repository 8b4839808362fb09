/**
 * Decisions: what linking settled for one module, as plain data. Rewriting turns facts and a decision into edits and
 * asks nothing more; whoever wants another result changes the decision.
 */
import type { Mend, Range } from '../checker/facts.ts';

export type Shape = 'named' | 'default' | 'none';

export interface ModuleDecision {
  /** `convert`: becomes an ES module. `keep`: only specifiers (of renamed files) change. */
  readonly action: 'convert' | 'keep';
  readonly shape: Shape;
  /**
   * One decision for each entry of `facts.requires`, at the same index.
   */
  readonly requires: readonly RequireDecision[];
  /** New specifiers for import and export declarations and `import()`: argument offset -> specifier. */
  readonly specifiers: Readonly<Record<number, string>>;
  /** Strings that name a renamed file: the end of their text, and what stands there from now on. */
  readonly paths?: readonly PathEdit[];
  /** Export names that nothing writes but outsiders could import (always `undefined`). */
  readonly absentNames: readonly string[];
  /**
   * Default shape: properties of the value that outsiders import by name. Each is exported with the value that it has
   * when the file has been loaded, as Node does for CommonJS.
   */
  readonly snapshotNames: readonly SnapshotName[];
  /**
   * `value`: also `export { x as 'module.exports' }`, so that `require()` of the module gives the default export
   * (default shape). `object`: named shape with one ordinary object as `default` and `'module.exports'`.
   */
  readonly commonJsView: 'none' | 'value' | 'object';
  /** Default shape: the default export is a function of the file that others use before the file runs. */
  readonly hoisted: boolean;
  /** `--object-exports named`: the properties of `module.exports = {a, b}` are exported by name too. */
  readonly literalNames: boolean;
  readonly runtime: RuntimeTarget;
  /** What strict mode makes necessary because of other modules, besides the file's own. */
  readonly mends?: readonly Mend[];
}

export interface SnapshotName {
  readonly name: string;
  /** Whether the value, if it has the property, surely has it as its own: only these are exported. */
  readonly own: boolean;
}

export interface PathEdit {
  readonly range: Range;
  readonly text: string;
}

/** Which replacements of CommonJS features the oldest supported Node has. */
export interface RuntimeTarget {
  /** `import.meta.dirname` and `import.meta.filename` (20.11). */
  readonly importMetaDirname: boolean;
  /** `import.meta.main` (24.2). */
  readonly importMetaMain: boolean;
  /** Prefix of builtin specifiers that we add ourselves. */
  readonly nodePrefix: boolean;
}

export interface RequireDecision {
  readonly form: /** `import m from './m.js'`; patterns and members are taken from it afterwards. */
    | 'default'
    /** `import * as m from './m.js'` */
    | 'namespace'
    /** `import { a, b as c } from './m.js'`: for patterns, `require('./m').a` and the like. */
    | 'named'
    /** `import './m.js'` */
    | 'side-effect'
    /** Stays a call of `require`, which `createRequire(import.meta.url)` provides. */
    | 'create-require'
    /** `await import()`, at the same place. */
    | 'await-import'
    /** Stays as it is (in a file that is kept). */
    | 'keep';
  /** What the specifier becomes; null where it is computed. */
  readonly specifier: string | null;
  /** Add `with { type: 'json' }`. */
  readonly json: boolean;
  /** For `named`: what is read there may change later, so that it can be read by its name, but not be exported by it. */
  readonly live?: true;
  /** For `await-import`: which part of the namespace object `require` used to give; without it the default export. */
  readonly awaited?: 'default' | 'namespace';
}
