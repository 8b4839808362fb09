import { expect, test } from '@jest/globals';
import { plan } from '../../src/plan.ts';
import { makeTree } from '../support/tree.ts';
import { runCli } from './run-cli.ts';

// Worker threads run the build, and only for many files; the sources, as tests run them, do all in one thread.

const kinds: readonly ((index: number) => string)[] = [
  (index) =>
    `const next = require('./m${index + 1}');\nexports.value = ${index};\nexports.next = () => next;\n`,
  (index) => `// comment\nmodule.exports = function f${index}() { return require('./m${index - 1}'); };\n`,
  () => "'use strict';\nconst { join } = require('path');\nmodule.exports = { join, 'a-b': 1 };\n",
  () => 'exports.View = () => <b title="é\u2028">{this.x}</b>;\n',
  () => 'exports.broken = (;\n',
  () => "import fs from 'fs';\nexport const { readFile } = fs;\nexport * from './m0.js';\n",
  () => 'with (Math) module.exports = PI;\n',
  () => 'exports.日本 = "語";\nexports.late = (name) => require("../plugins/" + name);\n',
  () => '\ufeff#!/usr/bin/env node\nconsole.log(010);\n',
  () => '\u0000',
];

function manyFiles(): Record<string, unknown> {
  const sources = Array.from({ length: 450 }, (_, index) => [
    `lib/m${index}.js`,
    kinds[index % kinds.length]!(index),
  ]);
  return {
    'package.json': { name: 'many', version: '1.0.0', main: 'lib/m0.js' },
    'lib/big.js': `exports.all = [\n${'  { a: 1, b: [2, 3], c: "text of some length" },\n'.repeat(12_000)}];\n`,
    ...Object.fromEntries(sources),
  };
}

test('the report and the diff do not depend on the number of threads', async () => {
  const cwd = makeTree(manyFiles() as Parameters<typeof makeTree>[0]);
  const here = await plan({ cwd });
  const [one, three, patch] = await Promise.all([
    runCli(['--json', '--jobs', '1'], { cwd }),
    runCli(['--json', '--jobs', '3'], { cwd }),
    runCli(['--reporter', 'patch', '--jobs', '2'], { cwd }),
  ]);
  expect(one.stderr).toBe('');
  expect(here.report.summary.error).toBe(90);
  expect(here.report.summary.converted).toBeGreaterThan(100);
  expect(JSON.parse(one.stdout)).toEqual(JSON.parse(JSON.stringify(here.report)));
  expect(three.stdout).toBe(one.stdout);
  expect(patch.stdout).toBe(await here.diff());
});

test('--jobs takes a whole number from 1 up', async () => {
  const { status, stderr } = await runCli(['--jobs', '0']);
  expect([status, stderr]).toEqual([2, 'esmshift: --jobs takes a whole number from 1 up.\n']);
});
