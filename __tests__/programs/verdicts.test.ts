import { beforeAll, describe, expect, test } from '@jest/globals';
import { plan } from '../../src/plan.ts';
import type { FileReport } from '../../src/project/report.ts';
import { Project } from '../project/support/project.ts';
import { readArchives } from './archive.ts';

// What becomes of each file of the programs, which takes no run of them.

describe.each(readArchives())('%s', (_topic, programs) => {
  const seen = new Map<string, Record<string, string>>();

  beforeAll(async () => {
    const files = programs.flatMap(({ files }, index) =>
      Object.entries(files).map(([path, text]) => [`${index}/${path}`, text] as const),
    );
    const { folder } = new Project(Object.fromEntries(files));
    const { report } = await plan({ cwd: folder });
    for (const [index, { name }] of programs.entries()) {
      const own = report.files.filter(({ path }) => path.startsWith(`${index}/`));
      seen.set(name, Object.fromEntries(own.flatMap((file) => described(file, `${index}/`))));
    }
  }, 120_000);

  test('each has a name of its own', () => {
    expect(new Set(programs.map(({ name }) => name)).size).toBe(programs.length);
  });

  test.each(programs)('$name', ({ name, expected }) => {
    expect(seen.get(name)).toEqual(expected);
  });
});

/** What became of a file, where there is anything to tell. */
function described({ path, kind, status, diagnostics }: FileReport, folder: string): [string, string][] {
  const codes = diagnostics.map(({ code }) => code);
  const isPlain = kind !== 'source' || (codes.length === 0 && status !== 'refused' && status !== 'error');
  return isPlain ? [] : [[path.slice(folder.length), [status, ...new Set(codes)].join(' ')]];
}
