import { chmodSync, readFileSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { findCollisions } from '../../../src/project/files/collisions.ts';
import { governedFiles } from '../../../src/project/files/governed.ts';
import { isProblem, readSource } from '../../../src/project/files/read.ts';
import { link, makeTree, removeTrees } from '../../support/tree.ts';

afterAll(removeTrees);

const bytes = (hex: string): Uint8Array => Buffer.from(hex.replaceAll(' ', ''), 'hex');

test('reads text so that writing it gives the same bytes', () => {
  const root = makeTree({
    'plain.js': "exports.name = 'Zoë 😀';\r\n",
    'bom.js': '\uFEFFexports.a = 1;\n',
    'twice.js': '\uFEFF\uFEFFexports.a = 1;\n',
    'replacement.js': "exports.a = '\uFFFD';\n",
    'empty.js': '',
  });
  for (const name of ['plain.js', 'bom.js', 'twice.js', 'replacement.js', 'empty.js']) {
    const read = readSource(join(root, name));
    if (isProblem(read)) throw new Error(read.code);
    expect(Buffer.from(read.source)).toEqual(readFileSync(join(root, name)));
    expect(read.byteOrderMark).toBe(name === 'bom.js' || name === 'twice.js');
  }
});

test.each([
  ['data', bytes('7f454c46020100'), { code: 'binary', args: {} }],
  ['UTF-16', bytes('fffe 6100'), { code: 'encoding', args: { encoding: 'UTF-16, little endian' } }],
  ['UTF-16BE', bytes('feff 0061'), { code: 'encoding', args: { encoding: 'UTF-16, big endian' } }],
  [
    'Latin-1',
    bytes('61 0a 275a6feb27 0a'),
    { code: 'encoding', args: { encoding: 'not valid UTF-8 (line 2)' } },
  ],
  ['a lone surrogate', bytes('eda080'), { code: 'encoding', args: { encoding: 'not valid UTF-8 (line 1)' } }],
  [
    'an overlong form',
    bytes('61 c0af'),
    { code: 'encoding', args: { encoding: 'not valid UTF-8 (line 1)' } },
  ],
  [
    'a cut sequence',
    bytes('0a0a e282'),
    { code: 'encoding', args: { encoding: 'not valid UTF-8 (line 3)' } },
  ],
])('reports %s', (_name, content, problem) => {
  expect(readSource(join(makeTree({ 'a.js': content }), 'a.js'))).toEqual(problem);
});

test('reports what cannot be read', () => {
  const root = makeTree({
    'folder/a.js': '',
    'broken.js': link('gone.js'),
    'loop.js': link('loop.js'),
    'big.js': '',
    'locked.js': 'a',
  });
  truncateSync(join(root, 'big.js'), 11 * 1024 * 1024);
  expect(readSource(join(root, 'none.js'))).toEqual({ code: 'vanished', args: {} });
  expect(readSource(join(root, 'big.js/none.js'))).toEqual({ code: 'vanished', args: {} });
  expect(readSource(join(root, 'folder'))).toEqual({
    code: 'unreadable',
    args: { reason: 'it is a folder' },
  });
  expect(readSource(join(root, 'broken.js'))).toEqual({
    code: 'broken-symlink',
    args: { target: 'gone.js' },
  });
  expect(readSource(join(root, 'loop.js'))).toEqual({ code: 'broken-symlink', args: { target: 'loop.js' } });
  expect(readSource(join(root, 'big.js'))).toEqual({ code: 'too-large', args: { size: 11, limit: 10 } });
  chmodSync(join(root, 'locked.js'), 0);
  if (process.getuid?.() !== 0)
    expect(readSource(join(root, 'locked.js'))).toEqual({
      code: 'unreadable',
      args: { reason: 'permission denied' },
    });
});

test('a package.json governs everything down to the next one, ignored and built files too', () => {
  const root = makeTree({
    'package.json': {},
    '.gitignore': 'dist',
    'index.js': '',
    'a.cjs': '',
    'a.jsx': '',
    'dist/built.js': '',
    'bin/tool': '#!/usr/bin/env node\n',
    'bin/text': 'hello',
    'linked.js': link('index.js'),
    'nested/package.json': '{}',
    'nested/x.js': '',
    'nested/deeper/y.js': '',
    'node_modules/p/index.js': '',
    'lib/node_modules/q.js': '',
    '.git/z.js': '',
    '.hidden/w.js': '',
  });
  expect(governedFiles(root)).toEqual(['.hidden/w.js', 'bin/tool', 'dist/built.js', 'index.js']);
  expect(governedFiles(join(root, 'gone'))).toEqual([]);
});

test('finds renames that meet another file, or would on a file system that ignores case', () => {
  const root = makeTree({
    'a.js': '',
    'a.cjs': '',
    'b.js': '',
    'B.CJS': '',
    'c.js': '',
    'd.js': '',
    'lib/é.js': '',
    'lib/e\u0301.cjs': '',
  });
  const renames = (...pairs: [string, string][]) => findCollisions(root, new Map(pairs));
  expect(renames(['a.js', 'a.cjs'])).toEqual([{ from: 'a.js', to: 'a.cjs', other: 'a.cjs', byCase: false }]);
  expect(renames(['b.js', 'b.cjs'])).toEqual([{ from: 'b.js', to: 'b.cjs', other: 'B.CJS', byCase: true }]);
  expect(renames(['lib/é.js', 'lib/é.cjs'])).toHaveLength(1);
  expect(renames(['c.js', 'c.cjs'], ['d.js', 'c.cjs'])).toEqual([
    { from: 'd.js', to: 'c.cjs', other: 'c.cjs', byCase: false },
  ]);
  // What is renamed away makes room.
  expect(renames(['a.js', 'a.cjs'], ['a.cjs', 'a.mjs'])).toEqual([]);
  expect(renames(['c.js', 'new/c.cjs'])).toEqual([]);
});
