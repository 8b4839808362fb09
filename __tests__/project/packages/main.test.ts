import { expect, test } from '@jest/globals';
import { spellOutMain } from '../../../src/project/packages/main.ts';

const files = new Set(['index.js', 'lib/a.js', 'lib/index.js', 'other.cjs', 'lib/b.json']);
const mainOf = (manifest: object): unknown =>
  JSON.parse(spellOutMain(JSON.stringify(manifest), (file) => files.has(file))).main;

test.each([
  ['no main', undefined, 'index.js'],
  ['an empty one', '', 'index.js'],
  ['without extension', 'lib/a', 'lib/a.js'],
  ['with a dot', './lib/a', './lib/a.js'],
  ['a folder', './lib/', './lib/index.js'],
  ['the package itself', '.', 'index.js'],
  ['one that leads nowhere', 'gone', 'index.js'],
  ['a path already', './lib/a.js', './lib/a.js'],
  ['a CommonJS file', 'other.cjs', 'other.cjs'],
  ['JSON', 'lib/b', 'lib/b'],
])('main of a package that becomes ESM: %s', (_, main, expected) => {
  expect(mainOf({ name: 'p', main })).toBe(expected);
});

test('is left alone where nobody reads it', () => {
  expect(mainOf({ main: 'lib/a' })).toBe('lib/a');
  expect(mainOf({ name: 'p', exports: './lib/a.js' })).toBeUndefined();
});
