import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { combinations, projectOf } from '../../../campaigns/combinations/combine.mjs';
import { cycleProjects } from '../../../campaigns/combinations/cycles.mjs';
import { plan } from '../../../src/plan.ts';
import { planProject } from '../../../src/project/plan.ts';
import { makeTree, removeTrees } from '../../support/tree.ts';

afterAll(removeTrees);

/** Every 61st combination and every 11th cycle, each in a folder of its own. */
function sample(): Record<string, string> {
  const combined = combinations(2).filter((_, index) => index % 61 === 0);
  const cycles = cycleProjects().filter((_, index) => index % 11 === 0);
  const projects = [...combined.map(projectOf), ...cycles];
  const files = projects.flatMap((project, index) =>
    Object.entries(project.files).map(([path, text]) => [`${index}/${path}`, text]),
  );
  return Object.fromEntries(files);
}

describe('a plan depends on nothing but the files', () => {
  test('what is written is what the dry run showed, and a second run changes nothing', async () => {
    const cwd = makeTree(sample());
    const planned = await plan({ cwd });
    await planned.write();
    for (const { output, after } of planned.files) {
      if (after !== null) expect(readFileSync(join(cwd, output), 'utf8')).toBe(after);
    }
    const again = await planProject({ cwd });
    const changed = again.files.filter(({ path, output, after }) => after !== null || path !== output);
    expect(changed.map(({ path }) => path)).toEqual([]);
  });

  test('the order of the paths does not matter', async () => {
    const files = sample();
    const cwd = makeTree(files);
    const folders = [...new Set(Object.keys(files).map((path) => path.split('/')[0] ?? ''))];
    const texts = async (paths: readonly string[]) => {
      const { files: planned } = await planProject({ cwd, paths });
      const rows = planned.map(({ path, output, after, row }) => [path, { output, after, row }] as const);
      return new Map(rows.sort(([a], [b]) => (a < b ? -1 : 1)));
    };
    expect(await texts(folders.reverse())).toEqual(await texts(['.']));
  });
});
