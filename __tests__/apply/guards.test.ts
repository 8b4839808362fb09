import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { runCli } from '../cli/run-cli.ts';
import { makeTree, removeTrees } from '../support/tree.ts';

const tree = {
  'package.json': '{ "name": "guarded", "private": true }\n',
  'a.js': 'exports.a = 1;\n',
  'b c.js': 'exports.b = 2;\n',
  'notes.txt': 'notes\n',
  '.gitignore': 'made.js\n',
};

let root: string;
beforeEach(() => {
  root = makeTree(tree);
});
afterEach(removeTrees);

const git = (...args: readonly string[]) =>
  execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.c', ...args], { cwd: root, stdio: 'pipe' });
const commitAll = () => {
  git('init', '-q');
  git('add', '.');
  git('commit', '-q', '-m', 'all');
};
const write = (...args: readonly string[]) => runCli(['--write', ...args], { cwd: root });
const isWritten = () => readFileSync(join(root, 'a.js'), 'utf8').startsWith('export ');

/** Refused by the first, written by the second. */
async function expectGuard(message: RegExp, ...switches: readonly string[]): Promise<void> {
  const refused = await write();
  expect(refused).toEqual({ status: 2, stdout: '', stderr: expect.stringMatching(message) });
  for (const one of switches) {
    const others = switches.filter((other) => other !== one);
    if (others.length > 0) expect((await write(...others)).status).toBe(2);
    expect(refused.stderr).toContain(one);
  }
  expect(isWritten()).toBe(false);
  expect(await write(...switches)).toMatchObject({ status: 0, stderr: '' });
  expect(isWritten()).toBe(true);
}

test('a clean work tree is written to', async () => {
  commitAll();
  expect(await write()).toMatchObject({ status: 0, stderr: '' });
  expect(isWritten()).toBe(true);
  expect(git('status', '--porcelain').toString()).not.toContain('.esmshift');
});

test('a dry run asks for nothing', async () => {
  expect(await runCli([], { cwd: root })).toMatchObject({ status: 0, stderr: '' });
});

describe('what has to be allowed:', () => {
  test('no version control', () => expectGuard(/is under no version control/, '--allow-no-vcs'));

  test('files that changed', () => {
    commitAll();
    writeFileSync(join(root, 'notes.txt'), 'changed\n');
    return expectGuard(/not committed.*:\n {2}notes\.txt \(changed\)\n$/, '--allow-dirty');
  });

  test('staged changes', () => {
    commitAll();
    writeFileSync(join(root, 'notes.txt'), 'changed\n');
    git('add', '.');
    return expectGuard(/:\n {2}notes\.txt \(staged\)\n$/, '--allow-staged');
  });

  test('both', () => {
    commitAll();
    writeFileSync(join(root, 'notes.txt'), 'staged\n');
    git('add', '.');
    writeFileSync(join(root, 'notes.txt'), 'changed\n');
    return expectGuard(
      /notes\.txt \(changed\)\n {2}notes\.txt \(staged\)/,
      '--allow-dirty',
      '--allow-staged',
    );
  });

  test('files to be written that git does not track', () => {
    git('init', '-q');
    git('add', 'package.json', 'a.js', '.gitignore');
    git('commit', '-q', '-m', 'some');
    // `notes.txt` is not tracked, either, but nobody writes it.
    return expectGuard(/:\n {2}b c\.js \(not tracked by git, and would be written\)\n$/, '--allow-dirty');
  });

  test('files to be written that git ignores', async () => {
    writeFileSync(join(root, 'made.js'), 'exports.made = 1;\n');
    commitAll();
    const refused = await write('--no-gitignore');
    expect(refused.stderr).toContain('made.js (ignored by git, and would be written)');
    expect((await write('--no-gitignore', '--allow-dirty')).status).toBe(0);
  });
});

test('only what lies below counts in a folder of a larger work tree', async () => {
  mkdirSync(join(root, 'sub'));
  writeFileSync(join(root, 'sub/c.js'), 'exports.c = 3;\n');
  writeFileSync(join(root, 'sub/package.json'), '{ "name": "sub", "private": true }\n');
  commitAll();
  writeFileSync(join(root, 'notes.txt'), 'changed\n');
  expect(await runCli(['--write'], { cwd: join(root, 'sub') })).toMatchObject({ status: 0, stderr: '' });
});

describe('where git cannot tell', () => {
  let empty: string;
  beforeEach(() => {
    empty = mkdtempSync(join(tmpdir(), 'esmshift-no-git-'));
  });
  afterEach(() => rmSync(empty, { recursive: true, force: true }));

  test('since it is not installed', async () => {
    commitAll();
    const withoutGit = { cwd: root, env: { PATH: empty } };
    const refused = await runCli(['--write'], withoutGit);
    expect(refused).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/git is not installed.*--allow-no-vcs/),
    });
    expect((await runCli(['--write', '--allow-no-vcs'], withoutGit)).status).toBe(0);
  });

  test('since the repository is broken', async () => {
    mkdirSync(join(root, '.git'));
    expect(await write()).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('not a git repository'),
    });
  });

  test('another version control is taken for what it is', async () => {
    mkdirSync(join(root, '.hg'));
    symlinkSync('a.js', join(root, 'link.js'));
    expect(await write()).toMatchObject({ status: 0, stderr: '' });
  });
});
