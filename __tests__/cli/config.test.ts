import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { configSchema } from '../../src/cli/config/schema.ts';
import { plan } from '../../src/index.ts';
import { makeTree, removeTrees } from '../support/tree.ts';
import { runCli } from './run-cli.ts';

afterEach(removeTrees);

const escaping =
  'exports.own = 1;\nextend(exports);\nfunction extend(target) {\n  globalThis.kept = target;\n}\n';
const tree = {
  'package.json': '{ "name": "configured", "private": true }\n',
  'a.js': 'exports.a = 1;\n',
  'lib/b.js': escaping,
  'lib/c.js': escaping,
};
const summaryOf = async (root: string, ...args: readonly string[]) => {
  const { status, stdout, stderr } = await runCli(['--json', ...args], { cwd: root });
  return { status, stderr, summary: stdout === '' ? null : JSON.parse(stdout).summary };
};

test('the published schema is the one that configurations are checked by', () => {
  const published = readFileSync(new URL('../../schema/config.json', import.meta.url), 'utf8');
  expect(JSON.parse(published)).toEqual(configSchema);
});

describe('a package.json that is no configuration stops nothing:', () => {
  test.each([
    ['with a byte order mark', '\uFEFF{ "name": "configured" }'],
    ['empty', ''],
    ['null', 'null'],
    ['invalid', '{ "name": '],
  ])('%s', async (_, text) => {
    const root = makeTree({ ...tree, 'package.json': text });
    expect(await summaryOf(root)).toMatchObject({ status: 0, summary: expect.any(Object) });
  });

  test('but with a byte order mark it may be one', async () => {
    const text = JSON.stringify({
      name: 'configured',
      esmshift: { files: { 'lib/b.js': { shape: 'default' } } },
    });
    const root = makeTree({ ...tree, 'package.json': `\uFEFF${text}` });
    expect(await summaryOf(root)).toMatchObject({ status: 0, summary: { converted: 2, refused: 1 } });
  });
});

describe('a configuration is found', () => {
  const answers = { 'lib/b.js': { shape: 'default' } };
  test.each([
    ['esmshift.config.jsonc', `{ // comment\n  "files": ${JSON.stringify(answers)},\n}\n`],
    ['.esmshiftrc', 'files:\n  lib/b.js:\n    shape: default\n'],
    ['esmshift.config.yaml', 'files:\n  lib/b.js: { shape: default }\n'],
    ['package.json', JSON.stringify({ name: 'configured', esmshift: { files: answers } })],
  ])('in %s', async (name, text) => {
    const root = makeTree({ ...tree, [name]: text });
    expect(await summaryOf(root)).toMatchObject({ status: 0, summary: { converted: 2, refused: 1 } });
  });

  test('where --config names it', async () => {
    const root = makeTree({ ...tree, 'conf/mine.json': { files: answers, exclude: ['c.js'] } });
    expect((await summaryOf(root, '--config', 'conf/mine.json')).summary).toMatchObject({
      converted: 2,
      refused: 0,
    });
  });
});

test('the command line counts before it', async () => {
  const root = makeTree({
    ...tree,
    'esmshift.config.json': { exclude: ['lib/**'], files: { 'lib/b.js': { shape: 'default' } } },
  });
  expect((await summaryOf(root)).summary).toMatchObject({ converted: 1, refused: 0 });
  expect((await summaryOf(root, '--exclude', 'a.js', '--answer', 'lib/b.js=keep')).summary).toMatchObject({
    converted: 0,
    refused: 2,
  });
});

test('a path counts before a glob, and the last glob before others', async () => {
  const root = makeTree(tree);
  const shapes = async (answers: object) => {
    const { report } = await plan({ cwd: root, answers: answers as never });
    return report.files.flatMap(({ path, kind, status }) =>
      kind === 'source' && path.startsWith('lib/') ? [status] : [],
    );
  };
  const [keep, convert] = [{ shape: 'keep' }, { shape: 'default' }];
  expect(await shapes({ 'lib/c.js': keep, 'lib/*.js': convert })).toEqual(['converted', 'refused']);
  expect(await shapes({ 'lib/*.js': convert, '**/c.js': keep })).toEqual(['converted', 'refused']);
  expect(await shapes({ '**/c.js': keep, 'lib/': convert })).toEqual(['converted', 'converted']);
  expect(await shapes({ 'c.js': convert })).toEqual(['refused', 'refused']);
});

describe('what a configuration may not hold:', () => {
  test.each([
    [{ exclud: [] }, 'esmshift.config.json has no field exclud. Did you mean exclude?'],
    [
      { files: { 'lib/b.js': { shape: 'esm' } } },
      'files › lib/b.js › shape must be one of default, named, keep.',
    ],
    [{ include: 'lib' }, 'esmshift.config.json: include must be array.'],
    [{ node: '18' }, 'node must be one of 20.19, 22, 24.'],
  ])('%j', async (config, message) => {
    const root = makeTree({ ...tree, 'esmshift.config.json': config });
    expect(await summaryOf(root)).toEqual({
      status: 2,
      summary: null,
      stderr: expect.stringContaining(message),
    });
  });

  test('what is no JSON, or is not there', async () => {
    const root = makeTree({ ...tree, 'esmshift.config.json': '{\n  "files": }\n' });
    expect((await summaryOf(root)).stderr).toContain(
      'esmshift.config.json cannot be read (line 2: value expected)',
    );
    expect((await summaryOf(root, '--config', 'none.json')).stderr).toContain(
      'none.json cannot be read (ENOENT',
    );
  });
});

describe('--init', () => {
  test('lists what is refused with the answers that convert it, and changes nothing', async () => {
    const root = makeTree({ ...tree, 'lib/d.js': 'with (Math) { exports.two = max(1, 2); }\n' });
    const { status, stdout } = await runCli(['--init'], { cwd: root });
    expect({ status, stdout }).toEqual({
      status: 0,
      stdout: 'esmshift.config.jsonc is written; 3 refused files are listed in it.\n',
    });
    const file = join(root, 'esmshift.config.jsonc');
    const text = readFileSync(file, 'utf8');
    expect(text).toMatch(
      /\/\/ "lib\/b\.js": \{ "shape": "default" \}, \/\/ or "keep"; exports-escape in line 2: /,
    );
    expect(text).toMatch(/\/\/ "lib\/d\.js": \{ "shape": "keep" \}, \/\/ no answer converts it; /);
    expect((await summaryOf(root)).summary).toMatchObject({ converted: 1, refused: 3 });
    writeFileSync(file, text.replaceAll(/\/\/ ("lib\/[bc])/g, '$1'));
    expect((await summaryOf(root)).summary).toMatchObject({ converted: 3, refused: 1 });
  });

  test('leaves a configuration alone that is there', async () => {
    const root = makeTree({ ...tree, '.esmshiftrc': '' });
    expect(await runCli(['--init'], { cwd: root })).toMatchObject({
      status: 2,
      stderr: 'esmshift: There is a configuration already: .esmshiftrc.\n',
    });
    expect(existsSync(join(root, 'esmshift.config.jsonc'))).toBe(false);
  });
});

describe('check accepts', () => {
  const check = (root: string, ...args: readonly string[]) =>
    runCli(['check', '--quiet', ...args], { cwd: root });

  test('what the baseline lists, and says what is new and what is gone', async () => {
    const root = makeTree(tree);
    const baseline = ['--baseline', 'accepted.json'];
    expect(await check(root, ...baseline)).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('--update-baseline'),
    });
    expect((await check(root, ...baseline, '--update-baseline')).status).toBe(0);
    expect(await check(root, ...baseline)).toMatchObject({ status: 0, stderr: '' });
    writeFileSync(join(root, 'lib/b.js'), 'exports.b = 1;\n');
    writeFileSync(join(root, 'a.js'), escaping);
    expect(await check(root, ...baseline)).toMatchObject({
      status: 1,
      stderr:
        'esmshift: not in the baseline:\n  a.js exports-escape\nesmshift: 1 of the baseline no longer occur; --update-baseline removes them\n',
    });
  });

  test('so many refusals, and no more', async () => {
    const root = makeTree({ ...tree, 'esmshift.config.json': { maxRefused: 2 } });
    expect((await check(root)).status).toBe(0);
    expect(await check(root, '--max-refused', '1')).toMatchObject({
      status: 1,
      stderr: 'esmshift: 2 files are refused or in error, and 1 are accepted\n',
    });
    expect((await check(root, '--max-refused=few')).status).toBe(2);
  });
});

test('--package takes the packages of a workspace by their names', async () => {
  const root = makeTree({
    'package.json': { private: true, workspaces: ['packages/*'] },
    'packages/one/package.json': { name: '@scope/one' },
    'packages/one/index.js': 'exports.one = 1;\n',
    'packages/two/package.json': { name: 'two' },
    'packages/two/index.js': "exports.two = require('../one').one;\n",
  });
  expect((await summaryOf(root, '--package', '@scope/one')).summary).toMatchObject({ converted: 1 });
  expect((await summaryOf(root, '--package', '@scope/one', '--package', 'two')).summary).toMatchObject({
    converted: 2,
  });
  expect((await summaryOf(root, '--package', '@scope/on')).stderr).toContain('Did you mean @scope/one?');
});
