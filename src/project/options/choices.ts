import type { ConvertOptions } from '../convert.ts';
import type { PlanOptions } from '../plan-options.ts';

type Options = Required<ConvertOptions & PlanOptions>;

/** The options that take one of a few words, and which: for the API, the command line, configurations and transforms. */
export const choices = {
  answer: ['default', 'named', 'keep'],
  as: ['package', 'mjs'],
  lazy: ['hoist', 'keep', 'refuse'],
  node: ['20.19', '22', '24'],
  objectExports: ['default', 'named'],
  requires: ['convert', 'keep'],
} as const satisfies { readonly [Name in keyof Options]?: readonly Options[Name][] };
