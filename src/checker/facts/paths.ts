/** Strings that may name files, and loads of files that no string names. */

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
  /** Whether Node looks for it as `require` does: `require.resolve('./x')`. */
  readonly resolved: boolean;
  /** The literal that it ends in, and where its text ends: there a file's new name has to be put. */
  readonly literal: { readonly end: number; readonly text: string } | null;
  /**
   * `load`: an argument of `require` or `import()` that is no literal. `list`: a folder whose files are listed, any where
   * nothing is known of it. `start`: a
   * program. `read`: the text of the file counts. `evaluate`: it may be run as code. `file`: a function for files gets it.
   * `probe`: one that only looks whether it is there. `compare`: something is compared with it, so that it leads nowhere by
   * itself. `given`: a function of another file gets it, whatever it is. `preload`: a window of Electron runs it before its page.
   * `other`: perhaps no path at all.
   */
  readonly use:
    | 'load'
    | 'list'
    | 'start'
    | 'read'
    | 'evaluate'
    | 'file'
    | 'probe'
    | 'compare'
    | 'given'
    | 'preload'
    | 'other';
  /** Of what is given: where the specifier stands of the file whose function gets it. */
  readonly to?: number;
  /** Where it goes to somebody who may load what it names. */
  readonly handed: readonly HandedPath[];
}

export interface HandedPath {
  readonly at: number;
  /** That stands in a function. */
  readonly deferred: boolean;
}

/** `require(path.join(root, 'lib', name))`: a load of which not even the start of the path is known. */
export interface UnknownLoad {
  /** Where the argument starts. */
  readonly at: number;
  readonly by: 'require' | 'import';
  readonly deferred: boolean;
  /** It stands in a loop, or in a function. */
  readonly repeated: boolean;
  /** What is known of the path, with `*` for any text: `*\/lib/*`. */
  readonly pattern: string;
}
