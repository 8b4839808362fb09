import { expect, test } from '@jest/globals';
import { randomFrom } from '../../campaigns/crash/random.mjs';
import { harmByCircles } from '../../campaigns/hostile/circles.mjs';
import { plan } from '../../src/plan.ts';

// A slice of `npm run hostile`.

test('values that are made of themselves are followed to an end', async () => {
  expect(await harmByCircles(plan, 1600, randomFrom(7))).toEqual([]);
});
