import { execFileSync } from 'node:child_process';
import { appendFileSync, cpSync, existsSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { snapshot } from '../apply/snapshot.ts';
import { runCli } from '../cli/run-cli.ts';
import { makeTree, removeTrees } from '../support/tree.ts';

// minimist as it is published, with its own tests: they are the check, and tape runs them.

const installed = fileURLToPath(new URL('../../node_modules/', import.meta.url));
const CHECK = "node node_modules/tape/bin/tape 'test/*.{js,cjs}'";

/** A test that passes while its file is CommonJS: it looks at its own text. No conversion could know. */
const SPOILED = `
test('this file is CommonJS', function (t) {
	var text = require('child_process').execSync('cat "' + __filename + '"').toString();
	t.ok(/^var parse = require/m.test(text), 'its text says so');
	t.end();
});
`;

/** Where the runs of this file put their copies: other tests running at the same time have theirs elsewhere. */
let temporary: string;
let root: string;
beforeEach(() => {
  temporary = makeTree({});
  root = makeTree({});
  cpSync(join(installed, 'minimist'), root, { recursive: true });
  symlinkSync(installed, join(root, 'node_modules'));
});
afterEach(removeTrees);

const verify = (...args: readonly string[]) =>
  runCli(['--verify', CHECK, '--json', ...args], { cwd: root, env: { TMPDIR: temporary } });
const check = () => execFileSync(CHECK, { cwd: root, shell: true, encoding: 'utf8', stdio: 'pipe' });

test('a real package that passes its own tests when it is converted is converted whole', async () => {
  const before = snapshot(root);
  const dry = await verify();
  expect(JSON.parse(dry.stdout)).toMatchObject({ written: false, summary: { converted: 17, refused: 0 } });
  expect(snapshot(root)).toEqual(before);
  expect(await verify('--write', '--allow-no-vcs')).toMatchObject({ status: 0, stderr: '' });
  expect(check()).toContain('# ok');
  expect(readFileSync(join(root, 'index.js'), 'utf8')).not.toContain('module.exports =');
});

test('the one file that breaks is found and stays, and the others are converted', async () => {
  appendFileSync(join(root, 'test/num.js'), SPOILED);
  expect(check()).toContain('# ok');
  const { status, stdout } = await verify('--write', '--allow-no-vcs');
  const report = JSON.parse(stdout);
  expect(status).toBe(0);
  expect(report).toMatchObject({ written: true, summary: { converted: 16, refused: 1 } });
  const [refused] = report.files.filter(({ status }: { status: string }) => status === 'refused');
  expect(refused).toMatchObject({ path: 'test/num.js', output: 'test/num.cjs' });
  expect(refused.diagnostics).toEqual([
    expect.objectContaining({
      code: 'verify-failed',
      message: expect.stringContaining('fails (exit status 1)'),
      help: expect.stringContaining('# fail  1'),
    }),
  ]);
  expect(check()).toContain('# ok');
  expect(existsSync(join(root, 'test/num.cjs'))).toBe(true);
  expect(readdirSync(temporary)).toEqual([]);
});
