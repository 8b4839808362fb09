import { mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { filesBelow } from '../../support/files-below.ts';
import { writeFiles } from '../../support/run.ts';
import { runCli } from '../run-cli.ts';
import { atTerminal } from './terminal.ts';

const project = {
  'package.json': '{ "name": "sample", "private": true, "type": "commonjs" }\n',
  'lib/a.js': "exports.a = () => 'a';\n",
  'lib/b.js': "exports.b = () => 'b';\n",
  'lib/c.js':
    'exports.own = 1;\nextend(exports);\nexports.own = 3;\nfunction extend(target) {\n  globalThis.kept = target;\n}\n',
  'main.js': "console.log(require('./lib/a').a(), require('./lib/b').b(), require('./lib/c').added);\n",
};

let cwd: string;
beforeEach(() => {
  cwd = realpathSync(mkdtempSync(join(tmpdir(), 'esmshift-interactive-')));
  writeFiles(cwd, project);
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

const interactive = (...keys: readonly string[]) =>
  atTerminal(cwd, ['--interactive', '--allow-no-vcs'], keys);
/** The files that were asked about, and how. */
const asked = (screen: string): readonly string[] =>
  [...screen.matchAll(/✔ (\S+) \(\d+ of \d+\) (\w+)/g)].map(([, path, answer]) => `${path} ${answer}`);

test('writes what was accepted, and leaves what was skipped', async () => {
  const { status, screen, stderr } = await interactive('y', 'n', 'y', 'y', 'y', 'y');
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  // main.js comes again: it imports a file now that is named otherwise, since it was skipped.
  expect(asked(screen)).toEqual([
    'lib/a.js accept',
    'lib/b.js skip',
    'main.js accept',
    'lib/c.js leave',
    'main.js accept',
  ]);
  expect(screen).toContain("+export const a = () => 'a';");
  expect(
    Object.keys(filesBelow(cwd))
      .filter((path) => !path.startsWith('.esmshift'))
      .sort(),
  ).toEqual(['lib/a.js', 'lib/b.cjs', 'lib/c.cjs', 'main.js', 'package.json']);
  expect(screen).toMatch(/Written\. `esmshift undo` takes it back\.\n$/);
});

test('takes all of a folder, and all that are left, at one key', async () => {
  const byFolder = await interactive('f', 'y', 'n');
  expect(asked(byFolder.screen)).toEqual(['lib/a.js accept', 'main.js accept']);
  rmSync(join(cwd, '.esmshift'), { recursive: true });
  const rest = await interactive('a', 'n');
  expect(asked(rest.screen)).toEqual(['lib/a.js accept']);
  expect(rest.screen).toContain('Nothing was written.');
});

test('answers a refusal, and shows what comes of it', async () => {
  const { screen } = await interactive('y', 'y', 'y', 'd', 'y', 'y', 'y', 'y');
  expect(asked(screen).slice(3, 5)).toEqual(['lib/c.js answer', 'lib/c.js accept']);
  expect(screen).toContain('+export default exports;');
  expect(filesBelow(cwd)).toMatchObject({ 'lib/c.js': expect.stringContaining('export default exports;') });
  const { stdout } = await runCli(['main.js', '--json'], { cwd });
  expect(JSON.parse(stdout).summary.unchanged).toBe(1);
});

test('goes on where it was left, also where a decision was taken back', async () => {
  const first = await interactive('y', 'b', 'n', 'q');
  expect(asked(first.screen)).toEqual(['lib/a.js accept', 'lib/b.js back', 'lib/a.js skip', 'lib/b.js quit']);
  expect(first.screen).toMatch(/Nothing was written\. `esmshift --interactive` goes on where you were\.\n$/);
  expect(filesBelow(cwd)).toMatchObject(project);
  const second = await interactive('y', 'y', 'y', 'y');
  expect(asked(second.screen)).toEqual(['lib/b.js accept', 'main.js accept', 'lib/c.js leave']);
  expect(Object.keys(filesBelow(cwd))).toContain('lib/a.cjs');
  expect(readdirSync(join(cwd, '.esmshift'))).not.toContain('review.json');
});

test('asks again about a file that has changed since', async () => {
  await interactive('y', 'y', 'q');
  writeFiles(cwd, { 'lib/a.js': "exports.a = () => 'other';\n" });
  const { screen } = await interactive('y', 'q');
  expect(asked(screen)).toEqual(['lib/a.js accept', 'main.js quit']);
});

test('Ctrl-C leaves all as it was, with status 130', async () => {
  const { status, stderr } = await interactive('y', '\u0003');
  expect(status).toBe(130);
  expect(stderr).toBe('esmshift: interrupted; `esmshift --interactive` goes on where you were\n');
  expect(filesBelow(cwd)).toMatchObject(project);
});

test('needs a terminal', async () => {
  expect(await runCli(['--interactive'], { cwd })).toEqual({
    status: 2,
    stdout: '',
    stderr: 'esmshift: --interactive needs a terminal, for both input and output.\n',
  });
});
