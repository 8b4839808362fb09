import { mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { filesBelow } from '../support/files-below.ts';
import { writeFiles } from '../support/run.ts';
import { runCli } from './run-cli.ts';

/** Each is bad in one way; the run has to go on to the one good file. */
const depth = 10_000;
const nested = (open: string, close: string): string => open.repeat(depth) + close.repeat(depth);
const bad: Readonly<Record<string, { readonly source: string | Uint8Array; readonly code: string }>> = {
  'syntax.js': { source: 'exports.a = ;\n', code: 'syntax-error' },
  'binary.js': { source: Uint8Array.of(0, 1, 2), code: 'binary' },
  'latin1.js': { source: Uint8Array.of(0x2f, 0x2f, 0xe9, 0x0a), code: 'encoding' },
  'large.js': { source: `//${' '.repeat(11 * 1024 * 1024)}\n`, code: 'too-large' },
  'arrays.js': { source: `exports.a = ${nested('[', ']')};\n`, code: 'nested-too-deeply' },
  'blocks.js': { source: nested('{', '}'), code: 'nested-too-deeply' },
  'functions.js': {
    source: `exports.a = ${nested('function () { return ', '}')};\n`,
    code: 'nested-too-deeply',
  },
  'parentheses.js': {
    source: `exports.a = ${'('.repeat(depth)}1${')'.repeat(depth)};\n`,
    code: 'nested-too-deeply',
  },
  'sum.js': { source: `exports.a = ${'1 + '.repeat(depth)}1;\n`, code: 'nested-too-deeply' },
  'calls.js': {
    source: `exports.a = f${'()'.repeat(depth)};\nfunction f() {}\n`,
    code: 'nested-too-deeply',
  },
};

let cwd: string;
beforeAll(() => {
  cwd = realpathSync(mkdtempSync(join(tmpdir(), 'esmshift-bad-')));
  writeFiles(cwd, {
    'package.json': '{ "name": "sample", "private": true }\n',
    'good.js': 'exports.a = 1;\n',
  });
  writeFiles(cwd, Object.fromEntries(Object.entries(bad).map(([path, { source }]) => [path, source])));
  symlinkSync('nowhere.js', join(cwd, 'broken.js'));
  symlinkSync('loop-b.js', join(cwd, 'loop-a.js'));
  symlinkSync('loop-a.js', join(cwd, 'loop-b.js'));
});
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

test('each bad file is an error with one code, and the others are converted all the same', async () => {
  const { status, stdout, stderr } = await runCli(['--json'], { cwd });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  const { files } = JSON.parse(stdout);
  const codes = Object.fromEntries(
    files
      .filter((row: { status: string }) => row.status === 'error')
      .map((row: { path: string; diagnostics: { code: string }[] }) => [
        row.path,
        row.diagnostics.map(({ code }) => code),
      ]),
  );
  expect(codes).toEqual({
    ...Object.fromEntries(Object.entries(bad).map(([path, { code }]) => [path, [code]])),
    'broken.js': ['broken-symlink'],
    'loop-a.js': ['broken-symlink'],
    'loop-b.js': ['broken-symlink'],
  });
  expect(files).toContainEqual(expect.objectContaining({ path: 'good.js', status: 'converted' }));
});

test('each is named in the text for people, and `check` says that there were any', async () => {
  const { status, stdout, stderr } = await runCli(['check'], { cwd });
  expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
  for (const [path, { code }] of Object.entries(bad)) expect(stdout).toContain(`error ${code} ${path}:`);
});

test('a file of 5 MB on one line is converted', async () => {
  const items = Array.from({ length: 500_000 }, (_, index) => `"${index}"`).join(', ');
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'esmshift-line-')));
  writeFiles(folder, { 'line.js': `exports.list = [${items}];` });
  const { status, stdout } = await runCli(['--quiet'], { cwd: folder });
  expect({ status, stdout }).toEqual({ status: 0, stdout: expect.stringMatching(/^1 file: 1 converted\n/) });
  rmSync(folder, { recursive: true });
});

test('a dry run over bad files changes none of them', async () => {
  const before = filesBelow(join(cwd));
  await runCli(['--quiet'], { cwd });
  expect(filesBelow(cwd)).toEqual(before);
});
