import { once } from 'node:events';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { filesBelow } from '../support/files-below.ts';
import { writeFiles } from '../support/run.ts';
import { startCli } from './run-cli.ts';

const line = (n: number): string => `exports.value${n} = function () { return ${n}; };\n`;
const long = Array.from({ length: 2_000 }, (_, n) => line(n)).join('');
const many = Object.fromEntries(Array.from({ length: 60 }, (_, n) => [`file${n}.js`, long]));

let cwd: string;
beforeEach(() => {
  cwd = realpathSync(mkdtempSync(join(tmpdir(), 'esmshift-interrupt-')));
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

test.each(['SIGINT', 'SIGTERM'] as const)(
  '%s ends the run with status 130 and nothing written',
  async (signal) => {
    writeFiles(cwd, many);
    expect(await interrupted(signal)).toEqual({ status: 130, stderr: 'esmshift: interrupted\n' });
    expect(filesBelow(cwd)).toEqual(many);
  },
);

/** How a run ends that gets the signal at work: later where a busy machine had not even started Node before. */
async function interrupted(signal: 'SIGINT' | 'SIGTERM', delay = 600): Promise<object> {
  const child = startCli(['--write', '--allow-no-vcs'], { cwd });
  let stderr = '';
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  setTimeout(() => child.kill(signal), delay);
  const [status] = await once(child, 'close');
  return status === null && delay < 5_000 ? interrupted(signal, delay * 2) : { status, stderr };
}

test('a reader that goes away ends the output, not the run', async () => {
  writeFiles(cwd, { 'a.js': long, 'b.js': long, 'broken.js': 'exports.a = ;' });
  const child = startCli(['--strict'], { cwd });
  let stderr = '';
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  child.stdout.destroy();
  const [status] = await once(child, 'close');
  expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
});
