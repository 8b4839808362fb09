import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { verifiedPlan } from '../../src/index.ts';
import { runCommand } from '../../src/verify/command.ts';
import { copyProject } from '../../src/verify/copy.ts';
import { snapshot } from '../apply/snapshot.ts';
import { runCli } from '../cli/run-cli.ts';
import { makeTree, removeTrees } from '../support/tree.ts';

afterEach(removeTrees);

const manifest = '{ "name": "verified", "private": true }\n';
/** Fails where both files are gone from CommonJS, by their text. */
const COUNT =
  "node -e \"const fs = require('fs'); const cjs = fs.readdirSync('lib').filter((f) => /exports[.]/.test(fs.readFileSync('lib/' + f))); console.log('left: ' + cjs.length); process.exit(cjs.length < LEAST ? 3 : 0)\"";
const atLeast = (least: number): string => COUNT.replace('LEAST', String(least));
const lib = Object.fromEntries(
  Array.from({ length: 5 }, (_, n) => [`lib/file-${n}.js`, `exports.value = ${n};\n`]),
);

test('keeps as few files as the command needs, each with what it says otherwise', async () => {
  const root = makeTree({ 'package.json': manifest, ...lib });
  const verified = await verifiedPlan({ cwd: root, command: atLeast(2) });
  expect(verified.passed).toBe(true);
  expect(verified.plan.report.summary).toMatchObject({ converted: 3, refused: 2 });
  const refused = verified.plan.report.files.filter(({ status }) => status === 'refused');
  for (const { diagnostics } of refused)
    expect(diagnostics[0]).toMatchObject({ code: 'verify-failed', help: expect.stringContaining('left: 1') });
  expect(existsSync(join(root, '.esmshift'))).toBe(false);
});

describe('nothing is written and the status is 1', () => {
  const tree = { 'package.json': manifest, ...lib };

  test('where the command fails without a conversion, too', async () => {
    const root = makeTree(tree);
    const before = snapshot(root);
    const { status, stdout, stderr } = await runCli(
      ['--write', '--allow-no-vcs', '--verify', "echo 'no such check'; exit 4"],
      { cwd: root },
    );
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(/fails \(exit status 4\) without any conversion.*\nno such check\n$/);
    expect(snapshot(root)).toEqual(before);
  });

  test('where it fails with any file converted', async () => {
    const root = makeTree(tree);
    const before = snapshot(root);
    const { status, stderr } = await runCli(['--write', '--allow-no-vcs', '--verify', atLeast(5)], {
      cwd: root,
    });
    expect({ status, stderr }).toEqual({
      status: 1,
      stderr: expect.stringContaining('with any file converted'),
    });
    expect(snapshot(root)).toEqual(before);
  });
});

test('a command that does not end counts as failed when its time is up, and so do those that it started', async () => {
  const root = makeTree({ 'package.json': manifest, 'a.js': 'exports.a = 1;\n' });
  const started = performance.now();
  const { status, stderr } = await runCli(['--verify', 'sleep 60 & sleep 61', '--verify-timeout', '0.5'], {
    cwd: root,
  });
  expect({ status, stderr }).toEqual({ status: 1, stderr: expect.stringContaining('no end after 0.5 s') });
  expect(performance.now() - started).toBeLessThan(20_000);
});

test('a command may have more time than a timer of Node takes', async () => {
  const command = 'node -e "setTimeout(() => {}, 100)"';
  expect(await runCommand(command, { cwd: process.cwd(), timeoutMs: 2 ** 40 })).toMatchObject({
    passed: true,
  });
});

test.each(['0', '-1', 'soon'])('--verify-timeout %s is wrong usage', async (seconds) => {
  const root = makeTree({ 'a.js': 'exports.a = 1;\n' });
  expect(await runCli(['--verify', 'true', `--verify-timeout=${seconds}`], { cwd: root })).toMatchObject({
    status: 2,
  });
});

test('the copy finds what is installed, its own packages as copies, and what lies above it', async () => {
  const top = makeTree({
    '.git/HEAD': 'ref: refs/heads/main\n',
    'base.json': '{}',
    'node_modules/dep/index.js': "exports.name = 'dep';\n",
    'packages/app/package.json': '{ "name": "app", "workspaces": ["in/*"] }\n',
    'packages/app/in/one/index.js': "exports.name = 'one';\n",
    'packages/app/node_modules/.cache/made.txt': '',
    'packages/app/node_modules/@scope/two/index.js': "exports.name = 'two';\n",
    'packages/other/index.js': "exports.name = 'other';\n",
  });
  const root = join(top, 'packages/app');
  symlinkSync('../in/one', join(root, 'node_modules/one'));
  symlinkSync('../packages/app', join(top, 'node_modules/app'));
  const copy = await copyProject(root);
  try {
    const { createRequire } = await import('node:module');
    const { resolve } = createRequire(join(copy.root, 'x.js'));
    expect(resolve('one')).toBe(join(copy.root, 'in/one/index.js'));
    expect(resolve('app/in/one')).toBe(join(copy.root, 'in/one/index.js'));
    expect(resolve('@scope/two')).toBe(join(root, 'node_modules/@scope/two/index.js'));
    expect(resolve('dep')).toBe(join(top, 'node_modules/dep/index.js'));
    expect(resolve('../other')).toBe(join(top, 'packages/other/index.js'));
    expect(readFileSync(join(copy.root, '../../base.json'), 'utf8')).toBe('{}');
    expect(existsSync(join(copy.root, '../../.git'))).toBe(false);
    expect(existsSync(join(copy.root, 'node_modules/.cache'))).toBe(false);
  } finally {
    await copy.remove();
  }
  expect(existsSync(copy.root)).toBe(false);
  expect(existsSync(join(top, 'node_modules/dep/index.js'))).toBe(true);
});
