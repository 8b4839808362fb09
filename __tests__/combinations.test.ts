import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { combinations, projectOf } from '../campaigns/combinations/combine.mjs';
import { compare } from '../campaigns/combinations/compare.mjs';
import { cycleProjects } from '../campaigns/combinations/cycles.mjs';
import { lateObjectProjects } from '../campaigns/combinations/late-objects.mjs';
import { orderProjects } from '../campaigns/combinations/load-order.mjs';
import { plan } from '../src/plan.ts';

// A slice of `npm run combinations`: small projects run before and after their conversion, a process for each run.

function everyNth<T>(items: readonly T[], step: number): T[] {
  return items.filter((_, index) => index % step === 0);
}

describe('small projects do after the conversion what they did before', () => {
  test.each([
    ['export idioms x import idioms x positions', everyNth(combinations(2), 307).map(projectOf)],
    ['cycles', everyNth(cycleProjects(), 23)],
    ['load orders', everyNth(orderProjects(), 33)],
    ['late objects', everyNth(lateObjectProjects(), 1511)],
  ])('%s', async (_, projects) => {
    const { counts, differences } = await compare(projects, { plan, alone: true });
    expect(differences).toEqual([]);
    expect(counts.converted).toBeGreaterThan(projects.length / 2);
  });

  test('there are thousands of combinations, all with a name of their own', () => {
    const names = combinations(2).map((combination) => projectOf(combination).name);
    expect(names.length).toBeGreaterThan(10_000);
    expect(new Set(names).size).toBeGreaterThan(10_000);
  });
});

describe('the comparison itself notices', () => {
  const files = {
    'package.json': '{ "private": true }',
    'main.js': `console.log(require('./a').a);\n`,
    'a.js': 'exports.a = 1;\n',
  };

  test.each([
    ['other output', `export const a = 2;\n`],
    ['an error', `throw new TypeError('x');\n`],
    ['an export that is missing', `export const b = 1;\n`],
    ['another exit status', `process.exitCode = 3;\nexport const a = 1;\n`],
    ['output on stderr', `console.error('x');\nexport const a = 1;\n`],
  ])('%s', async (_, spoilt) => {
    const spoiling: typeof plan = async (options) => {
      const planned = await plan(options);
      const write = async () => {
        const report = await planned.write();
        rmSync(join(options.cwd, '0/a.js'));
        writeFileSync(join(options.cwd, '0/a.js'), spoilt);
        return report;
      };
      return { ...planned, write };
    };
    for (const alone of [true, false]) {
      const { differences } = await compare([{ name: 'spoilt', files }], { plan: spoiling, alone });
      expect(differences.map(({ project }) => project.name)).toEqual(['spoilt']);
    }
  });
});
