import { describe, expect, test } from '@jest/globals';
import type { Names } from '../../src/checker/facts.ts';
import { Namer, nameOfFile, nameOfSpecifier } from '../../src/rewrite/naming.ts';

const binding = {
  kind: 'const',
  identifier: [6, 7],
  statement: null,
  writes: [],
  declarations: 1,
  initialised: 11,
  thisFree: false,
  isFunction: false,
} as const;

const names: Names = {
  used: ['taken', 'process', 'inner', 'constructor'],
  types: ['Shape'],
  free: ['process'],
  top: { taken: binding },
  inner: {
    inner: [[10, 20]],
    twice: [
      [10, 20],
      [10, 20],
    ],
  },
};

describe('fresh', () => {
  test.each([
    ['free', 'free'],
    ['taken', 'taken_1'],
    ['constructor', 'constructor_1'],
    ['default', 'default_1'],
    ['a-b c', 'aBC'],
    ['2fast', '_2fast'],
    ['', '_'],
    ['mended', 'mended_1'],
  ])('%j -> %s', (wanted, name) => {
    expect(new Namer(names, ['mended: 1']).fresh(wanted)).toBe(name);
  });

  test('never gives a name twice', () => {
    const namer = new Namer(names, []);
    expect([namer.fresh('a'), namer.fresh('a'), namer.fresh('a')]).toEqual(['a', 'a_1', 'a_2']);
  });
});

describe('claim', () => {
  test.each([
    ['free', true],
    ['taken', false],
    ['Shape', false],
    ['process', false],
    ['default', false],
    ['exports', false],
    ['undefined', false],
    ['a-b', false],
    ['toString', true],
  ])('%s: %s', (name, expected) => {
    expect(new Namer(names, []).claim(name, [])).toBe(expected);
  });

  test('looks for inner scopes around the mentions only', () => {
    expect(new Namer(names, []).claim('inner', [[30, 31]])).toBe(true);
    expect(new Namer(names, []).claim('inner', [[12, 13]])).toBe(false);
  });

  test('lets a function have its own name, unless something in it has it, too', () => {
    expect(new Namer(names, []).claim('inner', [[12, 13]], [10, 20])).toBe(true);
    expect(new Namer(names, []).claim('twice', [[12, 13]], [10, 20])).toBe(false);
  });

  test('is given once', () => {
    const namer = new Namer(names, []);
    expect([namer.claim('a', []), namer.claim('a', [])]).toEqual([true, false]);
  });
});

test.each([
  ['./foo-bar.js', 'fooBar'],
  ['lodash', 'lodash'],
  ['@scope/x', 'x'],
  ['node:fs', 'fs'],
  ['node:fs/promises', 'promises'],
  ['../views/index.js', 'views'],
  ['..', '_'],
  ['./package.json', 'package'],
  ['lodash.merge', 'lodashMerge'],
  ['./.hidden', 'hidden'],
])('the natural name of %s is %s', (specifier, name) => {
  expect(nameOfSpecifier(specifier)).toBe(name);
});

test.each([
  ['lib/request.js', 'request'],
  ['lib/index.js', 'lib'],
  ['index.js', 'exported'],
  ['bin/run-it', 'runIt'],
])('the natural name of what %s exports is %s', (path, name) => {
  expect(nameOfFile(path)).toBe(name);
});
