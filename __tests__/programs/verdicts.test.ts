import { describe, expect, test } from '@jest/globals';
import { plan } from '../../src/plan.ts';
import type { FileReport } from '../../src/project/report.ts';
import { Project } from '../project/support/project.ts';
import { readArchives } from './archive.ts';

// What becomes of each file of the programs, which takes no run of them.

describe.each(readArchives())('%s', (_topic, programs) => {
  test('each has a name of its own', () => {
    expect(new Set(programs.map(({ name }) => name)).size).toBe(programs.length);
  });

  test.each(programs)('$name', async ({ files, expected }) => {
    const { report } = await plan({ cwd: new Project(files).folder });
    expect(Object.fromEntries(report.files.flatMap(described))).toEqual(expected);
  });
});

/** What became of a file, where there is anything to tell. */
function described({ path, kind, status, diagnostics }: FileReport): [string, string][] {
  const codes = diagnostics.map(({ code }) => code);
  const isPlain = kind !== 'source' || (codes.length === 0 && status !== 'refused' && status !== 'error');
  return isPlain ? [] : [[path, [status, ...new Set(codes)].join(' ')]];
}
