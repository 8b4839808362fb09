import { expect, test } from '@jest/globals';
import { harm } from '../../campaigns/hostile/harm.mjs';
import { nestedTexts } from '../../campaigns/hostile/nesting.mjs';
import { check, convert } from '../../src/index.ts';

// `npm run hostile` takes twice as many of each.

test.each(Object.entries(nestedTexts(5000)))('5,000 %s', (_, text) => {
  expect(harm(convert, text)).toBeNull();
  expect(harm(convert, text.replace('exports.a = ', 'module.exports = '))).toBeNull();
});

test('what cannot be followed so deep is told', () => {
  const { blocks = '' } = nestedTexts(10_000);
  const { status, diagnostics } = check(blocks);
  expect({ status, codes: diagnostics.map(({ code }) => code) }).toEqual({
    status: 'error',
    codes: ['nested-too-deeply'],
  });
});
