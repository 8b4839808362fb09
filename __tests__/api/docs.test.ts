import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { filesBelow } from '../support/files-below.ts';
import { writeFiles } from '../support/run.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const page = readFileSync(join(root, 'docs/api.md'), 'utf8');
const scripts = [...page.matchAll(/^```js\n(.*?)^```$/gms)].map((match) => match[1]!);

let folder: string;
beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'esmshift-api-')));
  mkdirSync(join(folder, 'node_modules'));
  symlinkSync(root, join(folder, 'node_modules/esmshift'), 'dir');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a script of the page with the package installed as users have it. */
async function run(script: string, ...args: readonly string[]): Promise<string> {
  writeFiles(folder, { 'script.mjs': script });
  const { stdout } = await promisify(execFile)(process.execPath, ['script.mjs', ...args], { cwd: folder });
  return stdout;
}

test('the migration script converts a project and leaves the tests alone', async () => {
  const [migration] = scripts as [string];
  expect(migration.split('\n').filter((line) => line !== '').length).toBeLessThanOrEqual(10);
  writeFiles(join(folder, 'project'), {
    'package.json': '{ "name": "sample", "private": true }\n',
    'index.js': "const { twice } = require('./lib/twice');\nmodule.exports = twice(21);\n",
    'lib/twice.js': 'exports.twice = (n) => n * 2;\n',
    'test/index.cjs': "require('..');\n",
  });
  const stdout = await run(migration, 'project');
  expect(stdout).toContain('converted lib/twice.js');
  expect(stdout).toContain('+export const twice = (n) => n * 2;');
  expect(filesBelow(join(folder, 'project'))).toMatchObject({
    'index.js': [
      "import { twice } from './lib/twice.js';\nconst exported = twice(21);\n\nexport default exported;\n",
      // The test, which stays CommonJS, requires it.
      "export { exported as 'module.exports' };\n",
    ].join(''),
    'test/index.cjs': "require('..');\n",
  });
});

test('the script for one file prints the converted text', async () => {
  expect(await run(scripts[1]!)).toBe('converted named\nexport const twice = (n) => n * 2;\n\n');
});

test('every script of the page is run here', () => {
  expect(scripts).toHaveLength(2);
});
