import { expect, test } from '@jest/globals';
import { clip, printable, wantsColors, wrap } from '../../src/review/terminal.ts';

test('shows control characters instead of sending them to the terminal', () => {
  expect(printable('a\u001b[31mb\u0007\tc')).toBe('a␛[31mb␇\tc');
  expect(printable('if (admin) {\u202e')).toBe('if (admin) {\ufffd');
});

test('cuts long lines on both sides', () => {
  expect(clip('abcdefghij', 0, 20)).toBe('abcdefghij');
  expect(clip('abcdefghij', 0, 4)).toBe('abcd…');
  expect(clip('abcdefghij', 3, 4)).toBe('…defg…');
});

test('wraps at words', () => {
  expect(wrap('one two three', 9, '  ')).toBe('  one two\n  three');
});

test.each([
  [{}, false, false],
  [{}, true, true],
  [{ TERM: 'dumb' }, true, false],
  [{ NO_COLOR: '1' }, true, false],
  [{ NO_COLOR: '', FORCE_COLOR: '1' }, false, true],
  [{ NO_COLOR: '1', FORCE_COLOR: '1' }, false, false],
  [{ FORCE_COLOR: '0' }, true, false],
])('with %j on a terminal (%s): colours are %s', (env, isTTY, expected) => {
  expect(wantsColors({ isTTY }, env)).toBe(expected);
});
