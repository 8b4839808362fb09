import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, jest, test } from '@jest/globals';
import { applyTransform, defineTest } from 'jscodeshift/src/testUtils.js';
import * as cjsToEsm from '../transforms/cjs-to-esm.ts';
import * as defaultExport from '../transforms/default-export.ts';
import * as namedExports from '../transforms/named-exports.ts';
import * as requireToImport from '../transforms/require-to-import.ts';
import { readFixtures } from './support/fixtures.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const here = fileURLToPath(new URL('.', import.meta.url));
const transforms = {
  'cjs-to-esm': cjsToEsm,
  'named-exports': namedExports,
  'default-export': defaultExport,
  'require-to-import': requireToImport,
};

// The test utilities are CommonJS and `require` the transform, which under jest they cannot: hand it to them.
for (const [name, transform] of Object.entries(transforms)) {
  jest.doMock(`${root}transforms/${name}`, () => transform, { virtual: true });
}

for (const { name, expected } of readFixtures()) {
  if (expected.kind === 'converted') defineTest(here, 'transforms/cjs-to-esm', null, name);
}

/** Runs one transform on a source and keeps what it reports and counts. */
function run(name: keyof typeof transforms, source: string, options = {}) {
  const reported: string[] = [];
  const counted: string[] = [];
  const api = {
    stats: (code: string) => counted.push(code),
    report: (message: string) => reported.push(message),
  };
  const result = transforms[name].default({ path: 'module.js', source }, api, options);
  return { result, reported, counted };
}

const namedSource = "exports.sep = require('path').sep;\n";
const defaultSource = "module.exports = require('path').sep;\n";
const plainSource = "console.log(require('path').sep);\n";

describe('each transform carries out its part', () => {
  test.each<[keyof typeof transforms, string, string]>([
    ['cjs-to-esm', namedSource, "export { sep } from 'path';\n"],
    ['named-exports', namedSource, "export const sep = require('path').sep;\n"],
    ['named-exports', defaultSource, defaultSource],
    ['named-exports', plainSource, plainSource],
    ['default-export', defaultSource, "export default require('path').sep;\n"],
    ['default-export', namedSource, namedSource],
    ['require-to-import', plainSource, "import { sep } from 'path';\n\nconsole.log(sep);\n"],
    ['require-to-import', namedSource, namedSource],
    ['require-to-import', defaultSource, defaultSource],
  ])('%s: %j becomes %j', (name, source, output) => {
    expect(run(name, source).result).toBe(output);
  });

  test('one after the other they do what cjs-to-esm does', () => {
    const source = "const path = require('path');\n\nexports.sep = path.sep;\n";
    const exported = run('named-exports', source).result ?? '';
    expect(run('require-to-import', exported).result).toBe(run('cjs-to-esm', source).result);
  });
});

describe('what the checker says', () => {
  const escaping = 'exports.a = 1;\nshare(exports);\n';

  test('a refused file is skipped, reported and counted', () => {
    const { result, reported, counted } = run('cjs-to-esm', escaping);
    expect(result).toBeUndefined();
    expect(reported).toEqual([expect.stringMatching(/^2:7 refusal exports-escape: .+/)]);
    expect(counted).toEqual(['exports-escape']);
  });

  test('an answer settles it', () => {
    expect(run('cjs-to-esm', escaping, { answer: 'default' }).result).toContain('export default');
  });

  test('a file that cannot be parsed is an error', () => {
    expect(() => run('cjs-to-esm', 'exports.a = ;')).toThrow();
  });

  test('an option with an unknown value is an error', () => {
    expect(() => run('cjs-to-esm', namedSource, { node: 18 })).toThrow(
      '--node must be one of 20.19, 22, 24, not 18',
    );
  });

  test('testUtils, which pass no report, can run it', () => {
    expect(applyTransform(cjsToEsm, null, { path: 'module.js', source: escaping })).toBe('');
  });
});

describe('the jscodeshift command', () => {
  const binary = `${root}node_modules/jscodeshift/bin/jscodeshift.js`;
  const jscodeshift = (name: string, ...paths: string[]): string =>
    execFileSync(
      process.execPath,
      [binary, '-t', `transforms/${name}.ts`, '--dry', '--print', '-c', '1', ...paths],
      {
        cwd: root,
        encoding: 'utf8',
        // jscodeshift paints its summary on CI machines even where it goes to no terminal.
        env: { ...process.env, NO_COLOR: '1' },
      },
    );

  test.each(Object.keys(transforms))('runs the TypeScript source of %s', (name) => {
    expect(jscodeshift(name, '__testfixtures__/named/constants.input.js')).toMatch(/\n0 errors\n/);
  });

  test('prints the conversion and sums up the refusals', () => {
    const output = jscodeshift(
      'cjs-to-esm',
      '__testfixtures__/named/constants.input.js',
      '__testfixtures__/aliases/passed-to-function.input.js',
    );
    expect(output).toContain('\nexport const LIMIT = 10;\n');
    expect(output).toMatch(/ REP \S+passed-to-function.input.js 6:5 refusal exports-escape/);
    expect(output).toMatch(/\n0 errors\n0 unmodified\n1 skipped\n1 ok\n/);
    expect(output).toMatch(/exports-escape: 1/);
  });
});
