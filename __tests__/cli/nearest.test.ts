import { expect, test } from '@jest/globals';
import { nearest } from '../../src/cli/nearest.ts';

test.each([
  ['wirte', 'write'],
  ['writ', 'write'],
  ['gitignore', 'no-gitignore'],
  ['objectexports', 'object-exports'],
  ['jason', 'json'],
  ['banana', null],
  ['a', null],
])('%s is meant to be %s', (word, expected) => {
  expect(nearest(word, ['write', 'json', 'object-exports', 'no-gitignore', 'as'])).toBe(expected);
});
