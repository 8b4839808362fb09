import { expect, test } from '@jest/globals';
import { inReadingOrder } from '../../src/review/folders.ts';

const rows = [
  { path: 'z.js', status: 'refused' },
  { path: 'lib/a.js', status: 'converted' },
  { path: 'lib/sub/b.js', status: 'refused' },
  { path: 'lib/c.js', status: 'error' },
  { path: 'lib/d.js', status: 'unchanged' },
  { path: 'e.js', status: 'converted' },
] as const;
const order = (place: 'first' | 'last') =>
  inReadingOrder(rows, place).map((folder) => [folder.path, ...folder.rows.map(({ path }) => path)]);

const settled = [
  ['lib', 'lib/a.js', 'lib/d.js'],
  ['.', 'e.js'],
];
const attention = [
  ['.', 'z.js'],
  ['lib/sub', 'lib/sub/b.js'],
  ['lib', 'lib/c.js'],
];

test('refused files come last, errors after them', () => {
  expect(order('last')).toEqual([...settled, ...attention]);
});

test('refused files come first on request', () => {
  expect(order('first')).toEqual([...attention, ...settled]);
});
