import { expect, test } from '@jest/globals';
import { randomFrom } from '../../campaigns/crash/random.mjs';
import { harm } from '../../campaigns/hostile/harm.mjs';
import { mutated } from '../../campaigns/hostile/mutate.mjs';
import { convert } from '../../src/index.ts';
import { realFiles } from '../syntax/support/real-files.ts';

// A slice of `npm run hostile`.

const EVERY = 20;
const LARGEST = 20_000;

test('mutated real files neither crash nor hang the converter, and what comes out parses', () => {
  const random = randomFrom(5);
  const harmful: string[] = [];
  let index = 0;
  for (const { path, source } of realFiles()) {
    if (index++ % EVERY !== 0 || source.length > LARGEST) continue;
    const found = harm(convert, mutated(source, random));
    if (found !== null) harmful.push(`${path}: ${found}`);
  }
  expect(harmful).toEqual([]);
  expect(index / EVERY).toBeGreaterThan(100);
});
