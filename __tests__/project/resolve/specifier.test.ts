import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createResolver } from '../../../src/project/resolve/resolver.ts';
import { relativeSpecifier, renamedSpecifier } from '../../../src/project/resolve/specifier.ts';

const toEsm = { from: 'commonjs', to: 'esm' } as const;
const stays = { from: 'commonjs', to: 'commonjs' } as const;
const esm = { from: 'esm', to: 'esm' } as const;

test.each([
  ['a.js', 'b.js', './b.js'],
  ['lib/a.js', 'lib/b.js', './b.js'],
  ['lib/a.js', 'b.js', '../b.js'],
  ['lib/x/a.js', 'test/b.js', '../../test/b.js'],
  ['a.js', 'lib/b.js', './lib/b.js'],
  ['a.js', '..b.js', './..b.js'],
  ['a.js', 'x#y/50%?.js', './x%23y/50%25%3F.js'],
  ['a.js', 'back\\slash.js', './back%5Cslash.js'],
  ['a.js', 'é and space.js', './é and space.js'],
  ['a.js', 'end ', './end%20'],
])('from %s to %s: %s', (from, to, specifier) => {
  expect(relativeSpecifier(from, to)).toBe(specifier);
});

test.each([
  ['./b', 'a.js', 'b.js', './b.js'],
  ['./b.js', 'a.js', 'b.js', './b.js'],
  ['./b.js', 'a.js', 'b.cjs', './b.cjs'],
  ['./b', 'a.js', 'b.cjs', './b.cjs'],
  ['./lib', 'a.js', 'lib/index.js', './lib/index.js'],
  ['./lib/', 'a.js', 'lib/index.js', './lib/index.js'],
  ['./lib', 'a.js', 'lib/src/main.js', './lib/src/main.js'],
  ['.', 'a.js', 'index.js', './index.js'],
  ['./', 'lib/a.js', 'lib/index.js', './index.js'],
  ['..', 'lib/a.js', 'index.js', '../index.js'],
  ['..', 'lib/x/a.js', 'lib/index.cjs', '../index.cjs'],
  ['../', 'lib/a.js', 'index.js', '../index.js'],
  ['../../', 'lib/x/a.js', 'index.js', '../../index.js'],
  ['./x/../b', 'a.js', 'b.js', './x/../b.js'],
  ['../lib/b', 'lib/a.js', 'lib/b.js', '../lib/b.js'],
  ['./b.min', 'a.js', 'b.min.js', './b.min.js'],
  ['./data', 'a.js', 'data.json', './data.json'],
  ['./linked', 'a.js', 'real/file.js', './real/file.js'],
  ['./lib', 'lib.js', 'elsewhere/x.js', './elsewhere/x.js'],
  ['./50%', 'a.js', '50%.js', './50%25.js'],
  ['./what?', 'a.js', 'what?.js', './what%3F.js'],
])('%s in %s, which leads to %s, becomes %s', (original, from, to, specifier) => {
  expect(renamedSpecifier(original, from, to, toEsm)).toBe(specifier);
});

test('encodes only what an ES module reads', () => {
  expect(renamedSpecifier('./50%', 'a.js', '50%.cjs', stays)).toBe('./50%.cjs');
  expect(renamedSpecifier('./b#c.js', 'a.js', 'b#c.js', stays)).toBe('./b#c.js');
  expect(renamedSpecifier('./b%23c.js?v=1#x', 'a.js', 'b#c.mjs', esm)).toBe('./b%23c.mjs?v=1#x');
  expect(renamedSpecifier('./%62.js', 'a.js', 'b.js', esm)).toBe('./%62.js');
  expect(renamedSpecifier('./b%.js', 'a.js', 'b.js', esm)).toBe('./b.js');
});

test('what is written leads where it should, whatever the name', () => {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'esmshift-specifier-')));
  const from = join(root, 'from.js');
  const resolver = createResolver();
  const name = fc
    .string({ minLength: 1, maxLength: 8, unit: fc.constantFrom(...'ab.%?#\\ \t\n&=+~^[]{}\'"`é😀25') })
    .filter((text) => text !== '.' && text !== '..');
  fc.assert(
    fc.property(name, (base) => {
      const file = `${base}.mjs`;
      const specifier = relativeSpecifier('from.js', file);
      expect(fileURLToPath(new URL(specifier, pathToFileURL(from)))).toBe(join(root, file));
      expect(renamedSpecifier(`./${base}`, 'from.js', file, toEsm)).toBe(specifier);
    }),
  );
  for (const file of ['50%.js', 'a#b?.js', 'tab\t.js', ' .js']) writeFileSync(join(root, file), '');
  for (const file of ['50%.js', 'a#b?.js', 'tab\t.js', ' .js'])
    expect(resolver.esm(relativeSpecifier('from.js', file), from)).toEqual({
      kind: 'file',
      path: join(root, file),
    });
  rmSync(root, { recursive: true });
});
