import { describe, expect, test } from '@jest/globals';
import { refusalPrograms } from '../campaigns/hybrid/examples.mjs';
import { compareHybrid, comparePrograms } from '../campaigns/hybrid/hybrid.mjs';
import type { Report } from '../src/index.ts';

// `npm run floors` does the same on the oldest and the newest Node of each line.

function refusedFiles({ files }: Report): ReadonlyMap<string, readonly string[]> {
  const refused = files.filter(({ kind, status }) => kind === 'source' && status === 'refused');
  return new Map(refused.map(({ path, diagnostics }) => [path, diagnostics.map(({ code }) => code)]));
}

describe('a project with a file of each kind that stays CommonJS', () => {
  const compared = compareHybrid(process.execPath);

  test('runs as before', async () => {
    const { runs, different } = await compared;
    expect(runs).toHaveLength(4);
    expect(different).toEqual([]);
  });

  test('each file of refused/ is refused for what it is named after', async () => {
    const { report } = await compared;
    const refused = refusedFiles(report);
    const kinds = report.files.filter(({ path, kind }) => kind === 'source' && path.startsWith('refused/'));
    expect(kinds.length).toBeGreaterThan(20);
    for (const { path } of kinds) {
      const [, code] = /([\w-]+)\.js$/.exec(path)!;
      expect([path, refused.get(path)]).toEqual([path, expect.arrayContaining([code])]);
    }
  });

  test('a cycle stays as a whole, or converts as a whole', async () => {
    const { report } = await compared;
    const refused = refusedFiles(report);
    const staying = new Map<string, boolean[]>();
    for (const { path, kind } of report.files) {
      if (kind !== 'source') continue;
      const [folder, cycle = ''] = path.split('/');
      if (folder === 'cycles') staying.set(cycle, [...(staying.get(cycle) ?? []), refused.has(path)]);
    }
    expect(Object.fromEntries(staying)).toEqual({
      eager: [true, true],
      fine: [false, false],
      late: [true, true],
      replaced: [true, true],
      trio: [true, true, true],
    });
  });

  test('a second run changes nothing', async () => {
    const { touched, again } = await compared;
    expect(touched).toEqual([]);
    expect(again.summary.converted).toBe(0);
  });
});

test('examples of refusals run as before where they form one package', async () => {
  const programs = Object.entries(await refusalPrograms());
  expect(programs.length).toBeGreaterThan(50);
  const slice = Object.fromEntries(programs.filter((_, index) => index % 6 === 0));
  const { different, touched } = await comparePrograms(process.execPath, slice);
  expect(different).toEqual([]);
  expect(touched).toEqual([]);
});
