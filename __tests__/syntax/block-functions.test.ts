import { describe, expect, test } from '@jest/globals';
import { analyse } from '../../src/syntax/analyse.ts';
import { parse } from '../../src/syntax/parse.ts';

/**
 * Functions in blocks of sloppy code (Annex B.3.2): each body is run, and ends with `return typeof f`, which is
 * 'function' just where the block's function has become a variable of the function around.
 */
const BODIES = [
  '{ function f() {} } return typeof f',
  '{ { { function f() {} } } } return typeof f',
  '{ l: function f() {} } return typeof f',
  'if (true) function f() {} return typeof f',
  'if (false) ; else function f() {} return typeof f',
  'switch (1) { case 1: function f() {} } return typeof f',
  'try { throw 1 } catch (f) { { function f() {} } } return typeof f',
  'try { throw [1] } catch ([f]) { { function f() {} } } return typeof f',
  'var f; { function f() {} } return typeof f',
  '{ let f; { function f() {} } } return typeof f',
  '{ { function f() {} } let f } return typeof f',
  'for (let f of [1]) { function f() {} } return typeof f',
  'for (let f = 0; f < 1; f++) { function f() {} } return typeof f',
  'for (const g of [1]) { function f() {} } return typeof f',
  '{ function f() {} { function f() {} } } return typeof f',
  '{ function f() {} function f() {} } return typeof f',
  '{ async function f() {} } return typeof f',
  '{ function* f() {} } return typeof f',
  '{ class f {} } return typeof f',
  '"use strict"; { function f() {} } return typeof f',
  'return (() => { { function f() {} } return typeof f })()',
  'return (function (f) { { function f() {} } return typeof f })(1)',
  'return (function (f = 1) { { function f() {} } return typeof f })()',
  'return (function ({ f }) { { function f() {} } return typeof f })({})',
  'return (function (a = 1) { { function f() {} } return typeof f })()',
  'return (function (a = typeof f) { { function f() {} } return a })()',
];

/** What our scopes predict `typeof f` to be at the end, for bodies in which only the function could make it one. */
function predicts(body: string): boolean {
  const scopes = analyse(parse(body, { path: 'a.cjs' }).program);
  const last = scopes.references.filter(({ name }) => name === 'f').at(-1)!;
  const isBlockFunction = (start: number) => body.startsWith('function f() {}', start - 'function '.length);
  return last.binding?.declarations.some((id) => isBlockFunction(id.start!)) ?? false;
}

describe('functions in blocks', () => {
  test.each(BODIES)('%s', (body) => {
    const isFunction = new Function(body)() === 'function';
    expect(predicts(body)).toBe(isFunction);
  });

  test.each(['exports', 'require', 'module', '__filename', '__dirname'])(
    'a top-level block does not replace the %s of the wrapper',
    (name) => {
      const { free } = analyse(parse(`{ function ${name}() {} } ${name}`, { path: 'a.js' }).program);
      expect([...free.keys()]).toEqual([name]);
    },
  );
});
