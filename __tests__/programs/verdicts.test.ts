import { afterAll, describe, expect, test } from '@jest/globals';
import { plan } from '../../src/plan.ts';
import type { FileReport } from '../../src/project/report.ts';
import { answerOf, hashOf } from '../answers/answer.ts';
import { RecordedLines } from '../answers/recorded.ts';
import { Project } from '../project/support/project.ts';
import { readArchives } from './archive.ts';

// What becomes of each file of the programs, which takes no run of them; by a recorded hash also the texts and places.

describe.each(readArchives())('%s', (topic, programs) => {
  const recorded = new RecordedLines(`programs/${topic}`);
  afterAll(() => recorded.end());

  test('each has a name of its own', () => {
    expect(new Set(programs.map(({ name }) => name)).size).toBe(programs.length);
  });

  test.each(programs)('$name', async ({ name, files, expected }) => {
    const planned = await plan({ cwd: new Project(files).folder });
    expect(Object.fromEntries(planned.report.files.flatMap(described))).toEqual(expected);
    recorded.expect(name, hashOf(answerOf(planned)).slice(0, 8));
  });
});

/** What became of a file, where there is anything to tell. */
function described({ path, kind, status, diagnostics }: FileReport): [string, string][] {
  const codes = diagnostics.map(({ code }) => code);
  const isPlain = kind !== 'source' || (codes.length === 0 && status !== 'refused' && status !== 'error');
  return isPlain ? [] : [[path, [status, ...new Set(codes)].join(' ')]];
}
