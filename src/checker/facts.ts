/**
 * Facts: everything that linking and rewriting need to know about one file, as plain serialisable data.
 *
 * `scan` gathers them in one parse and one walk; nothing after it sees a syntax tree. Positions are UTF-16 offsets
 * into the source text as given. A fact says what *is* in the file; what to do about it is a decision
 * (`rewrite/decision.ts`).
 */
import type { Answer } from './facts/common.ts';
import type { EsmFacts } from './facts/esm.ts';
import type { ExportsFacts } from './facts/exports.ts';
import type { Layout } from './facts/layout.ts';
import type { LoaderFacts } from './facts/loader.ts';
import type { Mend } from './facts/mends.ts';
import type { Names } from './facts/names.ts';
import type { PathString, UnknownLoad } from './facts/paths.ts';
import type { CompilerHelper, InteropHelper, RequireAlias, RequireFact } from './facts/requires.ts';
import type { RuntimeUse } from './facts/runtime.ts';
import type { RequiredPlace, SloppyFacts } from './facts/sloppy.ts';
import type { Setting } from './facts/state.ts';
import type { GetterFact, IdleFact, OriginFact, ScheduledFact, TimelineEntry } from './facts/timeline.ts';
import type { Finding } from './finding.ts';

export type * from './facts/common.ts';
export type * from './facts/esm.ts';
export type * from './facts/exports.ts';
export type * from './facts/layout.ts';
export type * from './facts/loader.ts';
export type * from './facts/mends.ts';
export type * from './facts/names.ts';
export type * from './facts/paths.ts';
export type * from './facts/requires.ts';
export type * from './facts/runs.ts';
export type * from './facts/runtime.ts';
export type * from './facts/sloppy.ts';
export type * from './facts/state.ts';
export type * from './facts/timeline.ts';

export interface ModuleFacts {
  /** The path as given to `scan`; only used in messages and to tell the language. */
  readonly path: string;
  readonly language: 'javascript' | 'flow' | 'typescript';
  /**
   * What the file's own syntax says: `commonjs` uses require, module, exports or another name of the wrapper;
   * `esm` has import or export declarations or import.meta; `mixed` both; `script` neither.
   */
  readonly system: 'commonjs' | 'esm' | 'mixed' | 'script';
  /** Of CommonJS: whether it loads as an ES module as well, where Node takes it for one by the package's type. */
  readonly loadsAnywhere: boolean;
  readonly layout: Layout;
  readonly names: Names;
  readonly exports: ExportsFacts;
  readonly requires: readonly RequireFact[];
  readonly requireAliases: readonly RequireAlias[];
  /** Functions of a compiler around `require` calls. */
  readonly interopHelpers: readonly InteropHelper[];
  /** Other functions and variables of a compiler. */
  readonly compilerHelpers: readonly CompilerHelper[];
  /** Import and export declarations of a file that is (partly) ESM already. */
  readonly esm: EsmFacts;
  /** Uses of what only CommonJS gives: `__dirname`, `require.resolve`, `module.id` ... */
  readonly runtime: readonly RuntimeUse[];
  /** What it sees of how modules are loaded, and does to that. */
  readonly loader: LoaderFacts;
  /** What happens while the file loads, in order of evaluation. Without effects and reads, nobody can tell when it is. */
  readonly timeline: readonly TimelineEntry[];
  /** Where the values come from that `module.exports` gets and that this file does not make itself. */
  readonly exportsFrom: readonly OriginFact[];
  readonly getters: readonly GetterFact[];
  /** Exported functions that whoever calls them may call at any time. */
  readonly idle: readonly IdleFact[];
  /** Whether some functions of the file run when a key is written to. */
  readonly hasSetters: boolean;
  /** What it may set for the whole process, whenever its functions run. */
  readonly settings: readonly Setting[];
  /** What it schedules while it loads, to run when the program that loads it has been started. */
  readonly scheduled: ScheduledFact;
  /** Strings that may name files of the project without being a specifier, and computed specifiers. */
  readonly pathStrings: readonly PathString[];
  /** What script elements in its strings name: paths of scripts for browsers. */
  readonly pageScripts: readonly string[];
  readonly unknownLoads: readonly UnknownLoad[];
  /** Whether it lists a folder and may take notice of any name in it. */
  readonly noticesNames: boolean;
  /** Required values that become texts: those of functions are their sources. */
  readonly textsTaken: readonly RequiredPlace[];
  /** What becoming strict changes between modules. */
  readonly sloppy: SloppyFacts;
  /** Edits that strict mode makes necessary and that are certain (`010` -> `8`); empty where the file is strict. */
  readonly mends: readonly Mend[];
  /** What this file alone makes doubtful; each says which answer would settle it. */
  readonly findings: readonly Finding[];
  /** `// esmshift: default` and the like, where the file answers for itself. */
  readonly answer: Answer | null;
}
