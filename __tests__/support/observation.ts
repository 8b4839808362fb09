/** What passes between the comparison and the observer in the child process. */

export interface Request {
  /** The folder of the program; hidden in everything that is reported. */
  readonly root: string;
  /** File to which the observer writes its `Report`. */
  readonly result: string;
  readonly modules: readonly ModuleRequest[];
  /** Whether the exported functions are called. */
  readonly calls: boolean;
  /** Written to stderr just before the runtime reports an uncaught error. */
  readonly uncaughtMarker: string;
}

export interface ModuleRequest {
  /** The path before the conversion: its name in reports. */
  readonly path: string;
  /** Where it lies now, relative to the root. */
  readonly file: string;
  readonly load: 'require' | 'import';
  readonly shape: ObservedShape;
}

/** `default`: importers hold one value. `named` and `none`: they see keys. */
export type ObservedShape = 'named' | 'default' | 'none';

/** Plain JSON, see observe/describe.cjs. */
export type Description = unknown;

export interface Report {
  readonly uncaught: Description;
  readonly modules: readonly ModuleReport[] | null;
  readonly calls: readonly CallReport[];
  readonly afterCalls: readonly ModuleReport[] | null;
  /** Properties that the program added to the global object. */
  readonly globals: Description;
}

export interface ModuleReport {
  readonly path: string;
  readonly value: Description;
  /** The export named `'module.exports'`, where there is one. */
  readonly view: Description;
  /** The exports as one ordinary object or value: what a view must equal. */
  readonly alone: Description;
}

export interface CallReport {
  readonly call: string;
  readonly returns?: Description;
  readonly throws?: Description;
}

/** Everything observable of one run. */
export interface Observation {
  readonly exitCode: number | null;
  readonly signal: string | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly report: Report;
}
