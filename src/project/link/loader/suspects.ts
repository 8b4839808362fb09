import type { Setting } from '../../../checker/facts.ts';
import { everySetting } from '../../../checker/settings.ts';

/** Installed files that by their texts may do what matters to whoever loads them. */
export interface Suspects {
  /** They may write to what they require: `const fs = require('fs'); fs.readFile = ...`. */
  readonly patchers: readonly string[];
  /** They may ask call sites for their files. */
  readonly stackReaders: readonly string[];
  /** They may have the call sites of a stack made. */
  readonly stackPreparers: ReadonlySet<string>;
  /** They may ask functions for their callers: `f.caller`. */
  readonly callerReaders: readonly string[];
  /** They may read `module.parent`. */
  readonly parentReaders: readonly string[];
  /** They may read `require.main`. */
  readonly mainReaders: readonly string[];
  /** They, or what they load, may change the loader or its cache, or make modules by it. */
  readonly loaderUsers: ReadonlySet<string>;
  /** What some of them may set for the whole process. */
  readonly settings: readonly Setting[];
  /** What each file requires, as far as its text tells. */
  readonly loads: ReadonlyMap<string, readonly string[]>;
}

export const noSuspects: Suspects = {
  patchers: [],
  stackReaders: [],
  stackPreparers: new Set(),
  callerReaders: [],
  parentReaders: [],
  mainReaders: [],
  loaderUsers: new Set(),
  settings: everySetting,
  loads: new Map(),
};
