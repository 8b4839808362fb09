import { expect, test } from '@jest/globals';
import { normalised } from '../../campaigns/shipped/normalised.mjs';

test.each([
  ['endings of names', 'test/a.cjs b.mjs c.js', 'test/a.js b.js c.js'],
  ['positions', 'a.js:10:2', 'a.js:0:0'],
  ['lines of a stack', 'Error: it\n    at f (a.js:1:2)\n    at: g\nend', 'Error: it\nend'],
  ['durations', 'took 12.5ms, 3 s', 'took 0 ms, 0 ms'],
  ['the folder of a side', '/home/before/pkg/a and file:///home/after/pkg/a', '/pkg/a and /pkg/a'],
])('%s do not count', (_, text, expected) => {
  expect(normalised(text, '/home/')).toBe(expected);
});

test('what a test says counts', () => {
  expect(normalised('ok 1 should be equal\nnot ok 2', '/home/')).toBe('ok 1 should be equal\nnot ok 2');
});
