/** What the whole process shares, and functions of Node go by without being given it. */

/**
 * What code may set at any time: the working directory, what modules of Node let be set for all of their users, and what
 * tests replace of the language: the clock, chance and promises.
 */
export type Setting =
  | 'directory'
  | 'captureRejections'
  | 'highWaterMark'
  | 'inspectOptions'
  | 'queryEscapes'
  | 'stubs';

export type StateFact =
  /** Which files there are. */
  { readonly kind: 'files' } | { readonly kind: 'setting'; readonly setting: Setting };
