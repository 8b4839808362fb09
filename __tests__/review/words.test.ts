import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { markWords } from '../../src/review/words.ts';

/** The lines with what changed in brackets. */
function bracketed(lines: readonly string[]): readonly string[] {
  return markWords(lines).map(
    ({ mark, parts }) => mark + parts.map(({ text, changed }) => (changed ? `[${text}]` : text)).join(''),
  );
}

test('marks the words that changed between removed and added lines', () => {
  expect(bracketed([' before', "-const a = require('./a');", "+import a from './a.js';", ' after'])).toEqual([
    ' before',
    "-[const] a [= require(]'./a'[)];",
    "+[import] a [from] './a[.js]';",
    ' after',
  ]);
});

test('compares a statement that was broken over lines as one', () => {
  expect(bracketed(['-add(first,', '-  second);', '+add(first, second, third);'])).toEqual([
    '-add(first,',
    '-[  ]second);',
    '+add(first,[ ]second[, third]);',
  ]);
});

test.each([
  ['nothing is left of the old text', ['-alpha beta gamma', '+one two three']],
  ['lines are only added', [' a', '+b']],
  ['lines are only removed', ['-a', '-b', ' c']],
  ['so much changed that comparing would take long', [`-${'a '.repeat(6_000)}`, `+${'a '.repeat(6_000)}b`]],
])('marks nothing where %s', (_what, lines) => {
  expect(bracketed(lines)).toEqual(lines);
});

test('a missing newline at the end stands between the two sides without parting them', () => {
  expect(bracketed(['-a b', '\\ No newline at end of file', '+a c', '\\ No newline at end of file'])).toEqual(
    ['-a [b]', '\\ No newline at end of file', '+a [c]', '\\ No newline at end of file'],
  );
});

const line = fc
  .tuple(fc.constantFrom('-', '+', ' '), fc.array(fc.constantFrom('a', 'b', ' ', '(', '"', '\t', '\r', 'é')))
  .map(([mark, text]) => mark + text.join(''));

test('never changes a character, and marks nothing in lines that stay', () => {
  fc.assert(
    fc.property(fc.array(line), (lines) => {
      const marked = markWords(lines);
      expect(marked.map(({ mark, parts }) => mark + parts.map(({ text }) => text).join(''))).toEqual(lines);
      expect(marked.filter(({ mark, parts }) => mark === ' ' && parts.some((part) => part.changed))).toEqual(
        [],
      );
    }),
    { numRuns: 500 },
  );
});
