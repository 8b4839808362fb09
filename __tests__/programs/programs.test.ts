import { beforeAll, describe, expect, test } from '@jest/globals';
import { compare } from '../../campaigns/combinations/compare.mjs';
import { plan } from '../../src/plan.ts';
import { readArchives } from './archive.ts';

// Whole programs, run before and after their conversion: what no single file shows.

const archives = readArchives();

describe.each(archives)('%s', (_topic, programs) => {
  const differing = new Map<string, unknown>();

  beforeAll(async () => {
    const { differences } = await compare(programs, { plan, alone: true });
    for (const { project, before, after, output } of differences)
      differing.set(project.name, { before, after, output });
  });

  test.each(programs)('$name', ({ name }) => {
    expect(differing.get(name)).toBeUndefined();
  });
});

describe.each(['keep', 'refuse'] as const)('late requires with --lazy %s', (lazy) => {
  const programs = new Map(archives).get('late')!.filter((_, index) => index % 3 === 0);

  test('do what they did', async () => {
    const { differences } = await compare(programs, {
      plan: (options) => plan({ ...options, lazy }),
      alone: true,
    });
    expect(differences).toEqual([]);
  });
});
