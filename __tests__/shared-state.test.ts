import { expect, test } from '@jest/globals';
import { compare } from '../campaigns/combinations/compare.mjs';
import { programOf } from '../campaigns/shared-state/programs.mjs';
import { plan } from '../src/plan.ts';

// A slice of `npm run shared-state`.

test('who changes state that others read does so in the order of CommonJS', async () => {
  const programs = Array.from({ length: 300 }, (_, index) => programOf(1 + index));
  const { counts, differences } = await compare(programs, { plan });
  expect(differences).toEqual([]);
  expect(counts.refused).toBeLessThan(counts.converted / 10);
});
