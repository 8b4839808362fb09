import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { type FindOptions, type FoundFiles, findFiles } from '../../../src/project/files/find.ts';
import { link, makeTree, removeTrees, type Tree } from '../../support/tree.ts';

afterAll(removeTrees);

async function find(tree: Tree, options: Partial<FindOptions> = {}): Promise<FoundFiles> {
  const root = makeTree(tree);
  return findFiles({ root, cwd: join(root, options.cwd ?? ''), paths: ['.'], ...omitCwd(options) });
}

function omitCwd({ cwd, ...rest }: Partial<FindOptions>): Partial<FindOptions> {
  return rest;
}

const paths = ({ files }: FoundFiles): string[] => files.map(({ path }) => path);
const codes = ({ problems }: FoundFiles): string[] => problems.map(({ code, path }) => `${code} ${path}`);

test('takes source files and Node scripts, in the order of code units', async () => {
  const found = await find({
    'b.js': '',
    'a.jsx': '',
    'Z.cjs': '',
    'lib/é.mjs': '',
    'lib/x.ts': '',
    'lib/y.tsx': '',
    'lib/z.mts': '',
    'lib/w.cts': '',
    'lib/types.d.ts': '',
    'lib/types.d.mts': '',
    'bin/env': '#!/usr/bin/env node\n',
    'bin/flags': '#!/usr/bin/env -S node --no-warnings\r\n',
    'bin/direct': '#!/usr/local/bin/nodejs\n',
    'bin/shell': '#!/bin/sh\nnode x\n',
    'bin/other': '#!/usr/bin/env ts-node\n',
    LICENSE: 'node',
    'data.json': '{}',
    'a.js.map': '',
    '.eslintrc.js': '',
    '.#lock.js': '',
    'js/readme': '',
  });
  expect(paths(found)).toEqual([
    '.eslintrc.js',
    'Z.cjs',
    'a.jsx',
    'b.js',
    'bin/direct',
    'bin/env',
    'bin/flags',
    'lib/w.cts',
    'lib/x.ts',
    'lib/y.tsx',
    'lib/z.mts',
    'lib/é.mjs',
  ]);
  expect(found.problems).toEqual([]);
  expect(found.files.some(({ named }) => named)).toBe(false);
});

test('never enters node_modules and .git, not even when they are named', async () => {
  const tree = {
    'a.js': '',
    'node_modules/x/index.js': '',
    'lib/node_modules/y.js': '',
    '.git/hooks/z.js': '',
  };
  expect(paths(await find(tree))).toEqual(['a.js']);
  const named = await find(tree, { paths: ['node_modules/x/index.js', 'lib/node_modules', '.git/**/*.js'] });
  expect(paths(named)).toEqual([]);
  expect(codes(named)).toEqual([
    'outside-project .git',
    'outside-project lib/node_modules',
    'outside-project node_modules/x/index.js',
  ]);
});

test('takes files, folders and globs relative to the current folder', async () => {
  const tree = {
    'src/a.js': '',
    'src/deep/b.js': '',
    'src/deep/b.test.js': '',
    'src/[id].js': '',
    'other/c.js': '',
    'top.js': '',
  };
  expect(paths(await find(tree, { paths: ['src/a.js', 'other'] }))).toEqual(['other/c.js', 'src/a.js']);
  expect(paths(await find(tree, { cwd: 'src', paths: ['.', '../top.js'] }))).toHaveLength(5);
  expect(paths(await find(tree, { paths: ['src/**/*.test.js', '*.js'] }))).toEqual([
    'src/deep/b.test.js',
    'top.js',
  ]);
  expect(paths(await find(tree, { cwd: 'src', paths: ['deep/*.js'] }))).toHaveLength(2);
  expect(paths(await find(tree, { cwd: 'src', paths: ['../other/*.js'] }))).toEqual(['other/c.js']);
  expect(paths(await find(tree, { paths: ['src/{a,deep/b}.js'] }))).toEqual(['src/a.js', 'src/deep/b.js']);
  const literal = await find(tree, { paths: ['src/[id].js', 'src'] });
  expect(literal.files.filter(({ named }) => named)).toEqual([{ path: 'src/[id].js', named: true }]);
});

test('says which paths lead to nothing, out of the project, or to no JavaScript', async () => {
  const tree = { 'a.js': '', 'notes.md': '', 'lib/b.js': '' };
  const found = await find(tree, {
    cwd: 'lib',
    paths: ['b.js', '../../x.js', '/', 'gone.js', '*.mjs', '../notes.md'],
  });
  expect(paths(found)).toEqual(['lib/b.js']);
  expect(found.problems.map(({ code }) => code).sort()).toEqual([
    'no-such-path',
    'no-such-path',
    'no-such-path',
    'not-javascript',
    'outside-project',
  ]);
});

test('include and exclude match names at any depth, paths, and folders with all that is in them', async () => {
  const tree = {
    'a.js': '',
    'a.test.js': '',
    'src/b.js': '',
    'src/b.test.js': '',
    'src/gen/c.js': '',
    'gen/d.js': '',
  };
  expect(paths(await find(tree, { exclude: ['*.test.js', 'src/gen'] }))).toEqual([
    'a.js',
    'gen/d.js',
    'src/b.js',
  ]);
  expect(paths(await find(tree, { exclude: ['gen/'] }))).toEqual([
    'a.js',
    'a.test.js',
    'src/b.js',
    'src/b.test.js',
  ]);
  expect(paths(await find(tree, { include: ['src/**'], exclude: ['**/*.test.js'] }))).toEqual([
    'src/b.js',
    'src/gen/c.js',
  ]);
  expect(paths(await find(tree, { include: ['src'] }))).toHaveLength(3);
  expect(paths(await find(tree, { cwd: 'src', paths: ['..'], exclude: ['./b.js'] }))).not.toContain(
    'src/b.js',
  );
  // A file that is named needs no `include`, but `exclude` holds.
  expect(
    paths(await find(tree, { paths: ['a.js', 'a.test.js'], include: ['src'], exclude: ['*.test.js'] })),
  ).toEqual(['a.js']);
});

test('a path in several arguments is taken once, and stays named', async () => {
  const found = await find({ 'a.js': '', 'b.js': '' }, { paths: ['.', 'a.js', '*.js', './a.js'] });
  expect(found.files).toEqual([
    { path: 'a.js', named: true },
    { path: 'b.js', named: false },
  ]);
});

test('follows symbolic links inside the root, once, and reports the others', async () => {
  const found = await find({
    'real/a.js': '',
    'real/up': link('..'),
    'linked.js': link('real/a.js'),
    again: link('real'),
    'gone.js': link('nowhere.js'),
    'gone.md': link('nowhere.md'),
    'loop.js': link('pool.js'),
    'pool.js': link('loop.js'),
    'out.js': link('/etc/hostname'),
    outer: link('/usr/lib'),
    'package.js': link('node_modules/x/index.js'),
    'node_modules/x/index.js': '',
    '.#editor.js': link('user@host.1234'),
  });
  expect(paths(found)).toEqual(['real/a.js']);
  expect(found.links).toEqual([{ path: 'linked.js', target: 'real/a.js' }]);
  expect(codes(found)).toEqual([
    'broken-symlink gone.js',
    'broken-symlink loop.js',
    'link-outside out.js',
    'link-outside outer',
    'broken-symlink pool.js',
  ]);
});

test('a root that is itself reached through a link is taken by its real path', async () => {
  const outer = makeTree({ 'real/a.js': '', alias: link('real') });
  const found = await findFiles({
    root: join(outer, 'alias'),
    cwd: join(outer, 'alias'),
    paths: ['.', 'a.js'],
  });
  expect(found.root).toBe(join(outer, 'real'));
  expect(found.files).toEqual([{ path: 'a.js', named: true }]);
});

const ignoring: Tree = {
  '.gitignore': '\uFEFFdist/\n*.log.js\n!keep.log.js\n/root-only.js\nCase.js\n',
  '.git/info/exclude': 'private.js\n',
  'dist/a.js': '',
  'a.log.js': '',
  'keep.log.js': '',
  'root-only.js': '',
  'sub/root-only.js': '',
  'case.js': '',
  'private.js': '',
  'sub/.gitignore': '!a.log.js\nown.js\nbuilt/*\n!built/kept.js\n',
  'sub/a.log.js': '',
  'sub/own.js': '',
  'sub/built/x.js': '',
  'sub/built/kept.js': '',
  'own.js': '',
  'sub/dist/b.js': '',
};

test('leaves out what git ignores, exactly as git does', async () => {
  const root = makeTree(ignoring);
  execFileSync('git', ['init', '-q'], { cwd: root });
  writeFileSync(join(root, '.git/info/exclude'), 'private.js\n');
  const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '*.js'], {
    cwd: root,
    encoding: 'utf8',
  });
  const found = await findFiles({ root, cwd: root, paths: ['.'] });
  expect(paths(found)).toEqual(listed.trim().split('\n').sort());
  expect(paths(found)).toContain('sub/built/kept.js');
  const below = await findFiles({ root: join(root, 'sub'), cwd: root, paths: ['sub'] });
  expect(paths(below)).toEqual(['a.log.js', 'built/kept.js', 'root-only.js']);
});

test('takes ignored files that are named, and all of them without gitignore', async () => {
  const named = await find(ignoring, { paths: ['dist', 'private.js', 'sub/own.js'] });
  expect(paths(named)).toEqual(['dist/a.js', 'private.js', 'sub/own.js']);
  expect(paths(await find(ignoring, { gitignore: false }))).toHaveLength(13);
});

test('a project in a folder that the repository around it ignores is not empty', async () => {
  const outer = makeTree({
    '.gitignore': 'vendor\n',
    '.git/HEAD': '',
    'vendor/p/a.js': '',
    'vendor/p/.gitignore': 'b.js',
    'vendor/p/b.js': '',
  });
  const root = join(outer, 'vendor/p');
  expect(paths(await findFiles({ root, cwd: root, paths: ['.'] }))).toEqual(['a.js']);
});

test('reads the excludes of a linked work tree from its repository', async () => {
  const outer = makeTree({
    'main/.git/info/exclude': 'mine.js\n',
    'main/.git/worktrees/side/commondir': '../..\n',
    'side/.git': 'gitdir: ../main/.git/worktrees/side\n',
    'side/mine.js': '',
    'side/a.js': '',
  });
  const root = join(outer, 'side');
  expect(paths(await findFiles({ root, cwd: root, paths: ['.'] }))).toEqual(['a.js']);
});

test('reports a folder that may not be listed and goes on', async () => {
  const root = makeTree({ 'a.js': '', 'locked/b.js': '' });
  chmodSync(join(root, 'locked'), 0);
  const found = await findFiles({ root, cwd: root, paths: ['.'] });
  chmodSync(join(root, 'locked'), 0o755);
  // Nothing is locked for the superuser.
  const isRoot = process.getuid?.() === 0;
  expect(paths(found)).toEqual(isRoot ? ['a.js', 'locked/b.js'] : ['a.js']);
  expect(codes(found)).toEqual(isRoot ? [] : ['unreadable locked']);
});

test('stops when it is told to', async () => {
  await expect(find({ 'a.js': '' }, { signal: AbortSignal.abort() })).rejects.toThrow('aborted');
});

test('finds all of 20,000 files', async () => {
  const root = makeTree({ '.gitignore': 'dist\n*.tmp\n' });
  for (let folder = 0; folder < 200; folder++) {
    const path = join(root, `p${folder % 10}`, `d${folder}`);
    mkdirSync(path, { recursive: true });
    for (let file = 0; file < 100; file++) writeFileSync(join(path, `f${file}.js`), '');
  }
  const found = await findFiles({ root, cwd: root, paths: ['.'], exclude: ['**/*.test.js'] });
  expect(found.files).toHaveLength(20_000);
});
