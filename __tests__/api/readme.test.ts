import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { plan } from '../../src/index.ts';
import { filesBelow } from '../support/files-below.ts';
import { writeFiles } from '../support/run.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const [script] = /(?<=^```js\n).*?(?=^```$)/ms.exec(readFileSync(join(root, 'README.md'), 'utf8'))!;
const project = {
  'package.json': '{ "name": "sample", "private": true }\n',
  'index.js': "const { twice } = require('./lib/twice');\nmodule.exports = twice(21);\n",
  'lib/twice.js': 'exports.twice = (n) => n * 2;\n',
  'test/index.js': "require('..');\n",
};

let folder: string;
beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'esmshift-readme-')));
  mkdirSync(join(folder, 'node_modules'));
  symlinkSync(root, join(folder, 'node_modules/esmshift'), 'dir');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('the migration script converts, filters, reviews and writes, in at most fifteen lines', async () => {
  expect(script.trimEnd().split('\n').length).toBeLessThanOrEqual(15);
  writeFiles(folder, { 'migrate.mjs': script });
  writeFiles(join(folder, 'project'), project);
  const { stdout, stderr } = await promisify(execFile)(process.execPath, ['migrate.mjs', 'project'], {
    cwd: folder,
  });
  expect(stdout).toMatch(/^test\/index\.js:1 kept-by-user /m);
  expect(stderr).toMatch(/^rewrite \d+$/m);
  expect(readFileSync(join(folder, 'review.html'), 'utf8')).toMatch(
    /^<!doctype html>.*"key":"lib\/twice\.js"/s,
  );
  expect(filesBelow(join(folder, 'project'))).toMatchObject({
    'index.js': expect.stringMatching(/^import { twice } from '\.\/lib\/twice\.js';\n/),
    'lib/twice.js': 'export const twice = (n) => n * 2;\n',
    'test/index.cjs': "require('..');\n",
  });
});

test('a plan is reviewed in every form, and rejects with the reason of its signal', async () => {
  const cwd = join(folder, 'other');
  writeFiles(cwd, project);
  const planned = await plan({ cwd });
  expect(await planned.review()).toContain('+export const twice = (n) => n * 2;');
  expect(JSON.parse(await planned.review('json'))).toEqual(planned.report);
  expect(await planned.review('patch')).toBe(await planned.diff());
  expect(await planned.review('markdown', { quiet: true })).not.toContain('<details');
  const reason = new Error('enough');
  await expect(plan({ cwd, signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  expect(filesBelow(cwd)).toEqual(project);
});
