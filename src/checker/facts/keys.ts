/** In lists of keys: any key, since only running the program would tell which. */
export const ANY_KEY = '*';

/** What functions or classes have under keys that cannot be written (ECMA-262 §20.2.3.6, §20.2.4). */
export const keysOfCallables: ReadonlySet<string | null> = new Set([
  'name',
  'length',
  'prototype',
  'Symbol.hasInstance',
]);
