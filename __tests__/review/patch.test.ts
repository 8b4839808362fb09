import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { patch } from '../../src/review/patch.ts';
import { filePatch, unifiedDiff } from '../../src/review/unified.ts';
import { printed, reviewed, type Sketch } from './reviewed.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'esmshift-patch-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const numbered = (count: number): string => Array.from({ length: count }, (_, i) => `line(${i});\n`).join('');

const changes: readonly Sketch[] = [
  { path: 'plain.js', before: 'exports.a = 1;\n', after: 'export const a = 1;\n' },
  { path: 'crlf.js', before: 'one\r\nexports.a = 1;\r\n', after: 'one\r\nexport const a = 1;\r\n' },
  { path: 'mixed-ends.js', before: 'one\r\ntwo\nthree\rfour\n', after: 'one\r\n2\nthree\rfour\n' },
  { path: 'no-end.js', before: 'a\nb', after: 'a\nc' },
  { path: 'gains-end.js', before: 'a\nb', after: 'a\nb\n' },
  { path: 'loses-end.js', before: 'a\nb\n', after: 'a\nb' },
  { path: 'emptied.js', before: "'use strict'\n", after: '' },
  { path: 'bom.js', before: '\ufeffexports.a = 1\n', after: '\ufeffexport const a = 1\n' },
  {
    path: 'far-apart.js',
    before: numbered(60),
    after: numbered(60).replace('(3)', '(x)').replace('(50)', '(y)'),
  },
  { path: 'folder with space/zoë "q".js', before: 'a\n', after: 'b\n' },
  { path: 'new/package.json', before: '', after: '{ "type": "module" }\n', added: true },
  { path: 'lib/moved.js', output: 'lib/moved.cjs', before: 'exports.a = 1\n' },
  { path: 'lib/bridged.js', output: 'lib/bridged.cjs', before: 'exports.a = 1\n' },
  { path: 'lib/bridged.js', before: '', after: "export * from './bridged.cjs'\n", added: true },
  { path: 'lib/moved too.js', output: 'lib/moved too.mjs', before: 'a\nb\nc\n', after: 'a\nB\nc\n' },
];

test('git apply turns each file into what was planned', () => {
  for (const { path, before, added = false } of changes) {
    if (added) continue;
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), before);
  }
  const input = printed(patch(reviewed(...changes)));
  execFileSync('git', ['apply', '--whitespace=nowarn', '-'], { cwd: folder, input });
  for (const { path, output = path, before, after = before } of changes)
    expect([output, readFileSync(join(folder, output), 'utf8')]).toEqual([output, after]);
});

test('names both paths and the rename', () => {
  const [file] = reviewed({ path: 'a.js', output: 'a.cjs', before: 'x\n' }).files;
  expect(unifiedDiff(file!)).toBe('diff --git a/a.js b/a.cjs\nrename from a.js\nrename to a.cjs\n');
});

test('leaves out files that stay as they are', () => {
  expect(printed(patch(reviewed({ path: 'a.js', before: 'x\n', after: 'x\n' })))).toBe('');
});

test('replaces one block by another where comparing tens of thousands of lines would take minutes', () => {
  const before = numbered(4_000);
  const after = before.replaceAll('line', 'row').slice(0, -1);
  const [file] = reviewed({ path: 'big.js', before, after }).files;
  expect(filePatch(file!).hunks).toHaveLength(1);
  writeFileSync(join(folder, 'big.js'), before);
  execFileSync('git', ['apply', '-'], { cwd: folder, input: unifiedDiff(file!) });
  expect(readFileSync(join(folder, 'big.js'), 'utf8')).toBe(after);
});
