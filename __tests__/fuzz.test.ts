import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { campaign, projectOf } from '../campaigns/fuzz/campaign.mjs';
import { plan } from '../src/plan.ts';

// A slice of `npm run fuzz` with a fixed seed.

test('generated projects do after the conversion what they did before', async () => {
  const { counts, differences } = await campaign({ plan, seed: 100, projects: 120, shrink: 0 });
  expect(differences).toBe(0);
  expect(counts.converted).toBeGreaterThan(counts.refused);
});

test('a seed makes the same project each time, and another seed another one', () => {
  expect(projectOf(7)).toEqual(projectOf(7));
  expect(projectOf(8)).not.toEqual(projectOf(7));
});

test('what differs is made as small as it gets', async () => {
  const spoilt: typeof plan = async (options) => {
    const planned = await plan(options);
    const write = async () => {
      const report = await planned.write();
      for (const { output } of report.files.filter(({ path }) => path.endsWith('main.js')))
        appendFileSync(join(options.cwd, output), "\nconsole.log('spoilt');\n");
      return report;
    };
    return { ...planned, write };
  };
  const shown: string[] = [];
  const onDifference = (_: number, { project }: { project: { files: Record<string, string> } }) =>
    shown.push(Object.values(project.files).join(''));
  await campaign({ plan: spoilt, seed: 3, projects: 1, shrink: 5, onDifference });
  expect(shown).toHaveLength(1);
  expect(shown[0]!.length).toBeLessThan(Object.values(projectOf(3).files).join('').length);
});
