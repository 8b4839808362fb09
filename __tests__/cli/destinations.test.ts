import { expect, test } from '@jest/globals';
import { destinationsOf } from '../../src/cli/destinations.ts';

const nothing = { json: undefined, reporter: undefined, output: undefined };

test.each([
  [{}, [['pretty', null]]],
  [{ json: true, output: ['r.json'] }, [['json', 'r.json']]],
  [{ output: ['r.txt'] }, [['pretty', 'r.txt']]],
  [
    { reporter: ['sarif', 'json'], output: ['r.sarif', 'r.json'] },
    [
      ['sarif', 'r.sarif'],
      ['json', 'r.json'],
    ],
  ],
  [
    { reporter: ['sarif', 'pretty'], output: ['r.sarif'] },
    [
      ['sarif', 'r.sarif'],
      ['pretty', null],
    ],
  ],
  [
    { reporter: ['pretty', 'patch'], output: ['-', 'r.patch'] },
    [
      ['pretty', null],
      ['patch', 'r.patch'],
    ],
  ],
] as const)('%j goes to %j', (given, expected) => {
  const found = destinationsOf({ ...nothing, ...given });
  expect(found.map(({ reporter, output }) => [reporter, output])).toEqual(expected);
});

test.each([
  [{ output: ['a', 'b'] }, '--output b has no --reporter of its own.'],
  [{ reporter: ['json', 'patch'] }, 'Both json and patch would go to stdout: give one of them an --output.'],
  [{ reporter: ['json', 'patch'], output: ['a', 'a'] }, 'Both json and patch would go to a.'],
] as const)('%j is refused', (given, message) => {
  expect(() => destinationsOf({ ...nothing, ...given })).toThrow(message);
});
