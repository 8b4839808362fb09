import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { writeFiles } from '../support/run.ts';
import { runCli } from './run-cli.ts';

const complete = async (...words: readonly string[]): Promise<readonly string[]> => {
  const { stdout } = await runCli(['--get-yargs-completions', 'esmshift', ...words]);
  return stdout.split('\n').filter(Boolean);
};

test.each([
  ['a command', ['ch'], ['check']],
  ['an option', ['--write'], ['--write']],
  ['an option of a command', ['check', '--stri'], []],
  ['a value of an option', ['--reporter', 'ht'], ['html']],
  ['a path, which the shell knows', ['lib/'], []],
  ['the value of an option that takes a path', ['--output', ''], []],
  ['what follows an option without a value', ['--write', '--refu'], ['--refused']],
  ['a code', ['explain', 'exports-esc'], ['exports-escape']],
])('completes %s', async (_what, words, expected) => {
  expect(await complete(...words)).toEqual(expected);
});

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'esmshift-completion-'));
  const bin = fileURLToPath(new URL('../../dist/src/cli/bin.js', import.meta.url));
  writeFiles(folder, { esmshift: `#!/bin/sh\nexec "${process.execPath}" "${bin}" "$@"\n` });
  chmodSync(join(folder, 'esmshift'), 0o755);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('bash completes with the script that the command prints', () => {
  const script = `eval "$(esmshift completion)"
    COMP_WORDS=(esmshift --reporter mark) COMP_CWORD=2
    _esmshift_yargs_completions
    echo "\${COMPREPLY[@]}"`;
  const env = {
    ...process.env,
    SHELL: '/bin/bash',
    ZSH_NAME: '',
    PATH: `${folder}${delimiter}${process.env.PATH}`,
  };
  expect(execFileSync('bash', ['-c', script], { env, encoding: 'utf8' })).toBe('markdown\n');
});
