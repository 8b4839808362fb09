import { beforeAll, describe, expect, test } from '@jest/globals';
import { compare } from '../../campaigns/combinations/compare.mjs';
import { plan } from '../../src/plan.ts';
import type { FileReport } from '../../src/project/report.ts';
import { readArchives } from './archive.ts';

// Whole programs, run before and after their conversion: what no single file shows.

const archives = readArchives();

describe.each(archives)('%s', (_topic, programs) => {
  const differing = new Map<string, unknown>();
  const seen = new Map<string, Record<string, string>>();

  beforeAll(async () => {
    const rows: FileReport[][] = [];
    const recording: typeof plan = async (options) => {
      const planned = await plan(options);
      const write = async () => {
        const report = await planned.write();
        rows.push(...byProgram(report.files));
        return report;
      };
      return { ...planned, write };
    };
    const { differences } = await compare(programs, { plan: recording, alone: true });
    for (const { project, before, after, output } of differences)
      differing.set(project.name, { before, after, output });
    for (const [index, { name }] of programs.entries())
      seen.set(name, Object.fromEntries((rows[index] ?? []).flatMap(described)));
  }, 600_000);

  test('each has a name of its own', () => {
    expect(new Set(programs.map(({ name }) => name)).size).toBe(programs.length);
  });

  test.each(programs)('$name', ({ name, expected }) => {
    expect(differing.get(name)).toBeUndefined();
    expect(seen.get(name)).toEqual(expected);
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
  }, 600_000);
});

/** The programs that are planned together lie in folders `0`, `1` ... */
function byProgram(files: readonly FileReport[]): FileReport[][] {
  const found: FileReport[][] = [];
  for (const file of files) {
    const [, index = '', path = ''] = /^(\d+)\/(.*)$/.exec(file.path) ?? [];
    const rows = found[Number(index)] ?? [];
    found[Number(index)] = [...rows, { ...file, path }];
  }
  return found;
}

/** What became of a file, where there is anything to tell. */
function described({ path, kind, status, diagnostics }: FileReport): [string, string][] {
  const codes = diagnostics.map(({ code }) => code);
  const isPlain = kind !== 'source' || (codes.length === 0 && status !== 'refused' && status !== 'error');
  return isPlain ? [] : [[path, [status, ...new Set(codes)].join(' ')]];
}
