import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import type { Change } from '../../src/apply/change.ts';
import { undo } from '../../src/apply/undo.ts';
import { writeChanges } from '../../src/apply/write.ts';
import { plan } from '../../src/index.ts';
import { makeTree, removeTrees } from '../support/tree.ts';
import { snapshot } from './snapshot.ts';

afterEach(removeTrees);

const replace = (path: string, before: string, after: string): Change => ({
  path,
  before: { text: before },
  after: { text: after },
  modeOf: path,
});
const add = (path: string, after: string): Change => ({
  path,
  before: null,
  after: { text: after },
  modeOf: null,
});
const move = (path: string, output: string): readonly Change[] => [
  { path: output, before: null, after: { bytesOf: path }, modeOf: path },
  { path, before: { bytesOf: path }, after: null, modeOf: path },
];

describe('what is written', () => {
  test('keeps modes, line ends, byte order marks and links, and makes the folders that it needs', async () => {
    const root = makeTree({ 'a.js': '\uFEFFold\r\n', 'b.js': 'b', 'to-a.js': { link: 'a.js' } });
    chmodSync(join(root, 'a.js'), 0o755);
    chmodSync(join(root, 'b.js'), 0o640);
    await writeChanges(root, [
      replace('a.js', '\uFEFFold\r\n', '\uFEFFnew\r\n'),
      ...move('b.js', 'b.cjs'),
      add('deep/er/c.js', 'c'),
    ]);
    const { '.esmshift/.gitignore': ignored, ...tree } = snapshot(root);
    expect(ignored).toMatch(/ \*\n$/);
    expect(
      Object.fromEntries(Object.entries(tree).filter(([path]) => !path.startsWith('.esmshift'))),
    ).toEqual({
      'a.js': '755 ï»¿new\r\n',
      'b.cjs': '640 b',
      'to-a.js': 'link a.js',
      deep: 'folder',
      'deep/er': 'folder',
      'deep/er/c.js': expect.stringMatching(/^6\d\d c$/),
    });
  });

  test('moves the bytes of a file that is no text', async () => {
    const root = makeTree({
      'latin.js': new Uint8Array([0x2f, 0x2f, 0xe9, 0x0a]),
      'a.js': 'exports.a = 1;\n',
    });
    writeFileSync(join(root, 'package.json'), '{ "name": "latin", "private": true }\n');
    const planned = await plan({ cwd: root });
    expect(planned.report.files.find(({ path }) => path === 'latin.js')).toMatchObject({
      status: 'error',
      output: 'latin.cjs',
    });
    await planned.write();
    expect([...readFileSync(join(root, 'latin.cjs'))]).toEqual([0x2f, 0x2f, 0xe9, 0x0a]);
    await undo({ cwd: root });
    expect([...readFileSync(join(root, 'latin.js'))]).toEqual([0x2f, 0x2f, 0xe9, 0x0a]);
  });
});

describe('nothing at all is written', () => {
  const tree = { 'a.js': 'a', 'b.js': 'b', 'lib/c.js': 'c' };
  const changes = [replace('a.js', 'a', 'A'), ...move('b.js', 'b.cjs'), replace('lib/c.js', 'c', 'C')];

  const spoilers: readonly [string, (root: string) => void, RegExp][] = [
    [
      'a file changed since',
      (root) => writeFileSync(join(root, 'lib/c.js'), 'mine'),
      /lib\/c\.js has changed/,
    ],
    ['a file is gone', (root) => rmSync(join(root, 'lib/c.js')), /lib\/c\.js is gone/],
    ['an output name is taken', (root) => writeFileSync(join(root, 'b.cjs'), ''), /b\.cjs exists already/],
    [
      'a dangling link has an output name',
      (root) => symlinkSync('nowhere', join(root, 'b.cjs')),
      /b\.cjs exists already/,
    ],
    [
      'a file became a link',
      (root) => {
        renameSync(join(root, 'a.js'), join(root, 'real.js'));
        symlinkSync('real.js', join(root, 'a.js'));
      },
      /a\.js is no ordinary file/,
    ],
  ];
  test.each(spoilers)('where %s', async (_what, spoil, message) => {
    const root = makeTree(tree);
    spoil(root);
    const before = snapshot(root);
    await expect(writeChanges(root, changes)).rejects.toThrow(message);
    expect(snapshot(root)).toEqual(before);
  });

  test('where all that has changed is to be named', async () => {
    const root = makeTree({ 'a.js': 'mine', 'b.js': 'b', 'lib/c.js': 'mine' });
    await expect(writeChanges(root, changes)).rejects.toThrow(
      /a\.js has changed.*\n.*lib\/c\.js has changed/,
    );
  });

  test('outside of the root, also where a folder became a link out of it', async () => {
    const outside = makeTree({ 'c.js': 'c' });
    const root = makeTree({ 'a.js': 'a', 'b.js': 'b' });
    symlinkSync(outside, join(root, 'lib'));
    const before = snapshot(root);
    await expect(writeChanges(root, changes)).rejects.toThrow('lib/c.js leads out of');
    await expect(writeChanges(root, [add('lib/new.js', 'new')])).rejects.toThrow('lib/new.js leads out of');
    await expect(writeChanges(root, [add('../new.js', 'new')])).rejects.toThrow('../new.js leads out of');
    expect(snapshot(root)).toEqual(before);
    expect(snapshot(outside)).toEqual({ 'c.js': expect.stringMatching(/ c$/) });
  });

  test('where it is interrupted before the first file is replaced', async () => {
    const root = makeTree(tree);
    const before = snapshot(root);
    const interruption = new AbortController();
    const onProgress = () => interruption.abort(new Error('interrupted'));
    await expect(writeChanges(root, changes, { signal: interruption.signal, onProgress })).rejects.toThrow(
      'interrupted',
    );
    expect(snapshot(root)).toEqual(before);
  });

  test('where a change comes while the new content is put down', async () => {
    const root = makeTree(tree);
    const before = snapshot(root);
    const onProgress = () => writeFileSync(join(root, 'a.js'), 'mine');
    await expect(writeChanges(root, changes, { onProgress })).rejects.toThrow(
      'a.js was changed during the write',
    );
    expect(snapshot(root)).toEqual({ ...before, 'a.js': before['a.js']!.replace(/a$/, 'mine') });
  });
});

describe('locks', () => {
  const changes = [replace('a.js', 'a', 'A')];

  test('keep two runs apart', async () => {
    const root = makeTree({ 'a.js': 'a' });
    const results = await Promise.allSettled([writeChanges(root, changes), writeChanges(root, changes)]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(readFileSync(join(root, 'a.js'), 'utf8')).toBe('A');
  });

  test('count while their process lives', async () => {
    const root = makeTree({ 'a.js': 'a' });
    mkdirSync(join(root, '.esmshift'));
    const lock = join(root, '.esmshift/lock');
    const { hostname } = await import('node:os');
    writeFileSync(lock, `${process.ppid} ${hostname()}\n`);
    await expect(writeChanges(root, changes)).rejects.toThrow(`process ${process.ppid}`);
    writeFileSync(lock, `4194305 ${hostname()}\n`);
    await writeChanges(root, changes);
    expect(existsSync(lock)).toBe(false);
    expect(statSync(join(root, '.esmshift/1/done')).size).toBe(0);
  });
});
