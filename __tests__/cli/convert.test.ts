import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Ajv } from 'ajv';
import { filesBelow } from '../support/files-below.ts';
import { writeFiles } from '../support/run.ts';
import { runCli } from './run-cli.ts';

const manifest = '{ "name": "sample", "private": true }\n';
const clean = { 'package.json': manifest, 'a.js': "exports.greet = () => 'hello';\n" };
const escaping = {
  ...clean,
  'b.js': 'exports.own = 1;\nextend(exports);\nfunction extend(target) {\n  globalThis.kept = target;\n}\n',
};

let cwd: string;
beforeEach(() => {
  cwd = realpathSync(mkdtempSync(join(tmpdir(), 'esmshift-cli-')));
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

const esmshift = (...args: readonly string[]) => runCli(args, { cwd });
const read = (path: string): string => readFileSync(join(cwd, path), 'utf8');

describe('a dry run', () => {
  test('shows the diff of what converts and the reason for what does not, and writes nothing', async () => {
    writeFiles(cwd, escaping);
    const { status, stdout, stderr } = await esmshift();
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/-exports\.greet = .*\n\+export const greet/);
    expect(stdout).toMatch(/refusal exports-escape b\.js:2:8\n.*> 2 \| extend\(exports\);\n +\| {8}\^{7}\n/s);
    expect(stdout).toContain('2 files: 1 converted, 1 refused');
    expect(stdout).toContain('Nothing was written');
    expect(filesBelow(cwd)).toEqual(escaping);
  });

  test('without diffs, or only the summary', async () => {
    writeFiles(cwd, escaping);
    const withoutDiff = await esmshift('--no-diff');
    expect(withoutDiff.stdout).not.toContain('+export');
    expect(withoutDiff.stdout).toContain('exports-escape b.js:2:8');
    const quiet = await esmshift('--quiet');
    expect(quiet.stdout).toMatch(/^2 files: 1 converted, 1 refused\n/);
  });

  test('draws the graph in the form that was asked for', async () => {
    writeFiles(cwd, { ...clean, 'c.js': "console.log(require('./a').greet());\n" });
    const drawn = await esmshift('--graph', 'mermaid');
    expect({ status: drawn.status, stderr: drawn.stderr }).toEqual({ status: 0, stderr: '' });
    expect(drawn.stdout).toMatch(/^flowchart LR\n {2}f0\["a\.js<br\/>converted, named"\]/);
    expect((await esmshift('--graph', 'dot')).stdout).toContain('"c.js" -> "a.js";');
    const { edges } = JSON.parse((await esmshift('--graph', 'json')).stdout);
    expect(edges).toEqual([{ from: 'c.js', to: 'a.js', kind: 'require' }]);
    expect((await esmshift('--graph', 'dot', '--write')).status).toBe(2);
  });

  test('gives a patch that git applies to the same result as --write', async () => {
    writeFiles(cwd, escaping);
    const { stdout } = await esmshift('--reporter', 'patch');
    execFileSync('git', ['apply', '-'], { cwd, input: stdout });
    const patched = filesBelow(cwd);
    rmSync(cwd, { recursive: true });
    writeFiles(cwd, escaping);
    await esmshift('--write', '--allow-no-vcs');
    expect(filesBelow(cwd)).toEqual(patched);
  });

  test('gives several results at once', async () => {
    writeFiles(cwd, escaping);
    const reporters = ['--reporter', 'json', '--reporter', 'sarif', '--reporter', 'markdown'];
    const { status, stdout, stderr } = await esmshift(
      ...reporters,
      '--output',
      'r.json',
      '--output',
      'r.sarif',
    );
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/^## esmshift: 1 of 2 files converted\n/);
    expect(JSON.parse(read('r.json')).summary.refused).toBe(1);
    expect(JSON.parse(read('r.sarif')).version).toBe('2.1.0');
    expect(Object.keys(filesBelow(cwd)).sort()).toEqual([
      'a.js',
      'b.js',
      'package.json',
      'r.json',
      'r.sarif',
    ]);
  });

  test('takes an answer that settles a refusal', async () => {
    writeFiles(cwd, escaping);
    const { stdout } = await esmshift('--answer', 'b.js=default', '--quiet');
    expect(stdout).toMatch(/^2 files: 2 converted\n/);
  });
});

test('--json is the report in its published schema', async () => {
  writeFiles(cwd, escaping);
  const { status, stdout } = await esmshift('--json');
  const schema = JSON.parse(readFileSync(new URL('../../schema/report.json', import.meta.url), 'utf8'));
  const validate = new Ajv({ allowUnionTypes: true }).compile(schema);
  const report = JSON.parse(stdout);
  validate(report);
  expect(validate.errors).toBeNull();
  expect(status).toBe(0);
  expect(report).toMatchObject({
    version: 1,
    root: cwd,
    written: false,
    summary: { converted: 1, refused: 1 },
  });
});

test('--output writes the result to a file and nothing to stdout', async () => {
  writeFiles(cwd, clean);
  const { status, stdout } = await esmshift('--json', '--output', 'report.json');
  expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
  expect(JSON.parse(read('report.json'))).toMatchObject({ summary: { converted: 1 } });
});

describe('--write', () => {
  test('applies what the dry run showed, and says so', async () => {
    writeFiles(cwd, clean);
    const { status, stdout } = await esmshift('--write', '--allow-no-vcs');
    expect(status).toBe(0);
    expect(stdout).toContain('1 file: 1 converted');
    expect(stdout).toContain('Written.');
    expect(read('a.js')).toMatch(/^export const greet = /);
    expect(JSON.parse(read('package.json'))).toMatchObject({ type: 'module' });
  });

  test('has nothing left to do the second time', async () => {
    writeFiles(cwd, escaping);
    await esmshift('--write', '--allow-no-vcs');
    const once = filesBelow(cwd);
    const { stdout } = await esmshift('--write', '--allow-no-vcs', '--json');
    expect(JSON.parse(stdout)).toMatchObject({ written: true, summary: { converted: 0 } });
    expect(filesBelow(cwd)).toEqual(once);
  });
});

describe('exit status', () => {
  test.each([
    ['check of what converts', clean, ['check'], 0],
    ['check of what is refused', escaping, ['check'], 1],
    ['a dry run with refusals', escaping, [], 0],
    ['a dry run with refusals, strictly', escaping, ['--strict'], 1],
    ['check of what cannot be parsed', { ...clean, 'b.js': 'exports.a = ;' }, ['check'], 1],
    ['an output file that cannot be written', clean, ['--output', 'no/such/folder/report.json'], 2],
  ])('of %s', async (_title, files, args, expected) => {
    writeFiles(cwd, files);
    expect((await esmshift(...args)).status).toBe(expected);
  });

  test('check writes nothing and shows no diff', async () => {
    writeFiles(cwd, escaping);
    const { stdout } = await esmshift('check');
    expect(stdout).not.toContain('+export');
    expect(filesBelow(cwd)).toEqual(escaping);
  });
});
