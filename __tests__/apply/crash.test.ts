import { cpSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { writeProject } from '../../campaigns/crash/project.mjs';
import { randomFrom } from '../../campaigns/crash/random.mjs';
import { type Bench, readOnlyRound, round, setUp } from '../../campaigns/crash/rounds.mjs';

// A short slice of `npm run crash`. Each round throws where the tree is neither old nor new nor made whole by undo.

const FILES = 120;
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'esmshift-crash-')));
const random = randomFrom(7);
let bench: Bench;

beforeAll(async () => {
  writeProject(join(folder, 'original'), FILES);
  bench = await setUp(join(folder, 'original'), join(folder, 'root'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a run that is killed while it writes', async () => {
  let cutShort = 0;
  for (let n = 0; n < 5; n++) {
    const kill = { when: 'writing', after: random() * bench.writing } as const;
    if ((await round(bench, { kill }, random)).disturbed) cutShort++;
  }
  expect(cutShort).toBeGreaterThan(0);
});

test.each([
  ['the disk is full from the 30th change on', { code: 'ENOSPC', at: 30, lasting: true }, 'old'],
  ['one file cannot be put in place', { code: 'EIO', call: 'rename', at: 60, lasting: false }, 'old'],
  ['the disk becomes read-only amid the renames', { code: 'EROFS', at: 650, lasting: true }, 'undone'],
])('%s', async (_what, fault, expected) => {
  const { end, disturbed } = await round(bench, { fault }, () => 1);
  expect({ end, disturbed }).toEqual({ end: expected, disturbed: true });
});

test('folders that cannot be written to', async () => {
  // Whoever is root makes the copy belong to somebody else first.
  const root = join(folder, 'read-only');
  cpSync(join(folder, 'original'), root, { recursive: true, verbatimSymlinks: true });
  if (process.getuid?.() === 0) {
    const { execFileSync } = await import('node:child_process');
    execFileSync('chown', ['-R', '65534', folder]);
  }
  await readOnlyRound({ ...bench, root }, random);
});
