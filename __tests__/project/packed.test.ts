import { expect, test } from '@jest/globals';
import { PackedList } from '../../src/project/scanning/packed.ts';

test('A packed list gives each item back, in any order', () => {
  const list = new PackedList<{ readonly text: string; readonly at: readonly number[] }>();
  const items = Array.from({ length: 1000 }, (_, index) => ({ text: `${index} é \u2028`, at: [index, -1] }));
  const indexes = items.map((item) => list.add(item));
  for (const [position, index] of [...indexes.entries()].reverse())
    expect(list.at(index)).toEqual(items[position]);
  expect(indexes.map((index) => list.at(index))).toEqual(items);
});
