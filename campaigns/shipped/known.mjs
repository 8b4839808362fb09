// @ts-check

/**
 * Test files that behave differently, and why.
 *
 * @type {Readonly<Record<string, string>>}
 */
export const known = {
  'browser-pack test/source-maps.js': 'it expects the name of its prelude, which gets another ending',
  'insert-module-globals test/global.js': 'it expects the names of its material, which get another ending',
  'insert-module-globals test/insert.js': 'the same',
  'insert-module-globals test/return.js': 'the same',
  'insert-module-globals test/sourcemap.js': 'the same',
  'module-deps test/pkg_filter.js':
    'it is asked about a package.json that stands beside its material only then',
};

/** Test files that print in an order which chance makes, or names of random length, by which lines break. */
export const byChance = new Set(['module-deps test/tr_flags.js', 'rc test/test.js']);
