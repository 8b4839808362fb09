import type { Answer } from '../checker/facts.ts';
import type { CommandFailure } from './failing.ts';
import { choices } from './options/choices.ts';
import {
  abortSignal,
  arrayOf,
  callback,
  checkOptions,
  fields,
  flag,
  map,
  oneOf,
  optional,
  type Rules,
  recordOf,
  string,
  wholeNumber,
} from './options/rules.ts';
import type { NodeVersion } from './runtime-target.ts';

/** What is to be converted, and how. */
export interface PlanOptions {
  /** The folder that paths are relative to, and that nothing outside of is touched. */
  readonly cwd: string;
  /** Files, folders or globs. Default: the whole folder. */
  readonly paths?: readonly string[];
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
  /** Whether what git ignores is left out. Default: true. */
  readonly gitignore?: boolean;
  /** The oldest Node that the result has to run on. Default: 20.19. */
  readonly node?: NodeVersion;
  /** `mjs`: converted files are renamed, and the package's type stays. Default: `package`. */
  readonly as?: 'package' | 'mjs';
  /** `named`: the properties of `module.exports = { a, b }` become named exports, too. */
  readonly objectExports?: 'default' | 'named';
  /** What to do with requires in functions, branches and `try`. Default: `hoist`, where that is unnoticeable. */
  readonly lazy?: 'hoist' | 'keep' | 'refuse';
  /** Whether `require()` and imports by name from outside keep working for public entries. Default: true. */
  readonly doors?: boolean;
  /** Answers to refusals, by path relative to `cwd`; they count before those in the files. */
  readonly answers?: Readonly<Record<string, { readonly shape: Answer }>>;
  /** Files that stay CommonJS since a command failed with their conversion, with what it said. */
  readonly failing?: ReadonlyMap<string, CommandFailure>;
  /** The most threads that scan at once; large codebases only. Default: as many as the machine runs. */
  readonly jobs?: number;
  /**
   * Files with the facts of other packages, as `packageFacts` writes them: the plan is then about the packages of its own
   * files only, and the same as a plan over all of them. It cannot be written on its own.
   */
  readonly factsIn?: readonly string[];
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

export interface Progress {
  readonly phase: 'find' | 'scan' | 'link' | 'rewrite' | 'verify' | 'write';
  readonly done: number;
  readonly total: number;
}

const rules: Rules<PlanOptions> = {
  cwd: string,
  paths: optional(arrayOf(string)),
  include: optional(arrayOf(string)),
  exclude: optional(arrayOf(string)),
  gitignore: optional(flag),
  node: optional(oneOf(choices.node)),
  as: optional(oneOf(choices.as)),
  objectExports: optional(oneOf(choices.objectExports)),
  lazy: optional(oneOf(choices.lazy)),
  doors: optional(flag),
  answers: optional(recordOf(fields({ shape: oneOf(choices.answer) }))),
  failing: optional(map),
  jobs: optional(wholeNumber),
  factsIn: optional(arrayOf(string)),
  signal: optional(abortSignal),
  onProgress: optional(callback),
};

/** @throws TypeError for an option that is not what it may be */
export function checkPlanOptions(options: unknown): void {
  checkOptions(rules, options);
}
