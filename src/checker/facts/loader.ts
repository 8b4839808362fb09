import type { Range } from './common.ts';

/** What a file sees of how modules are loaded, and what it does to that: all of it holds for CommonJS modules alone. */

export interface LoaderFacts {
  /** `module.parent`: the first CommonJS module that required it. */
  readonly readsParent: Range | null;
  /** `require.main` (but for a comparison with `module`), `process.mainModule`: the entry, where that is CommonJS. */
  readonly readsMain: Range | null;
  /** `callSite.getFileName()` taken for a path, which it is in CommonJS modules: of ES modules it gives the URL. */
  readonly readsCallers: Range | null;
  /** The same of what is cut out of the text of a stack: `error.stack.match(/\((.+):\d+:\d+\)/)[1]`. */
  readonly readsStackText: Range | null;
  /** `f.caller`, where that may be a function of another file. */
  readonly readsCaller: Range | null;
  /** `Error.prepareStackTrace`, `util.getCallSites()`: by these call sites are had. */
  readonly preparesStack: boolean;
  /** What is done to `require.cache`; null where nothing is. */
  readonly cache: CacheUse | null;
  /** Where it changes, or may, how `require` loads modules and data: `require.extensions['.js'] = …`. */
  readonly changesExtensions: Range | null;
  /** Where `require`, another one, or the class of modules goes to whoever may change the loader by it. */
  readonly handedOn: Range | null;
  /** It has a loader in another form than `require`: by `createRequire`, `module.constructor`, a text that it evaluates. */
  readonly holds: boolean;
  /** Where it changes the loader, if that is what it is given: `(r) => { delete r.cache[path]; }`. */
  readonly changesGiven: Range | null;
}

export interface CacheUse {
  readonly range: Range;
  /** `require.cache[require.resolve('./x')]`, whatever is done with the entry: the specifiers. */
  readonly specifiers: readonly string[];
  /** Whether the file's own entry is deleted, changed or replaced: `delete require.cache[__filename]`. */
  readonly own: boolean;
  /** Whether entries with other keys are deleted, changed or replaced, so that those may be whose paths are handed over. */
  readonly byPath: boolean;
  /** Whether all that there is may be loaded again, or be given otherwise: keys are taken from the cache, say. */
  readonly anything: boolean;
  /** Whether entries are deleted, changed or replaced by keys that are taken from the cache: nobody has to name one. */
  readonly empties: boolean;
}
