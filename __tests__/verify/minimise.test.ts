import { expect, test } from '@jest/globals';
import { minimise } from '../../src/verify/minimise.ts';

const all = Array.from({ length: 100 }, (_, n) => n);
const includesAll = (needed: readonly number[]) => (items: readonly number[]) =>
  needed.every((n) => items.includes(n));
const minimal = async (holds: (items: readonly number[]) => boolean) => {
  let asked = 0;
  const left = await minimise(all, async (items) => {
    asked++;
    return holds(items);
  });
  return { left, asked };
};

test('finds the one item that is needed, in some dozen steps', async () => {
  const { left, asked } = await minimal(includesAll([37]));
  expect(left).toEqual([37]);
  expect(asked).toBeLessThan(20);
});

test.each([[[0]], [[99]], [[0, 99]], [[10, 11, 12]], [[3, 33, 66, 98]], [all]])(
  'finds %j',
  async (needed) => {
    expect((await minimal(includesAll(needed))).left).toEqual(needed);
  },
);

test('of a property that comes and goes, finds a set that can spare nothing', async () => {
  const holds = (items: readonly number[]): boolean => items.length % 2 === 0 && items.includes(50);
  const { left } = await minimal(holds);
  expect(holds(left)).toBe(true);
  for (const item of left) expect(holds(left.filter((other) => other !== item))).toBe(false);
});
