import { afterEach, describe, expect, test } from '@jest/globals';
import { checks } from '../../src/doctor/checks.ts';
import { diagnose } from '../../src/doctor/doctor.ts';
import { plan } from '../../src/index.ts';
import { snapshot } from '../apply/snapshot.ts';
import { runCli } from '../cli/run-cli.ts';
import { makeTree, removeTrees, type Tree } from '../support/tree.ts';

afterEach(removeTrees);

const modern = { name: 'looked-at', version: '1.0.0', engines: { node: '>=24.2' }, exports: './index.js' };
const index = { 'index.js': 'exports.a = 1;\n' };

async function adviceFor(manifest: object, files: Tree = {}) {
  const root = makeTree({ 'package.json': { ...modern, ...manifest }, ...index, ...files });
  const { packages } = diagnose(await plan({ cwd: root }));
  return packages[0]!.advice;
}

const dev = (devDependencies: Record<string, string>, test = '') => ({
  devDependencies,
  ...(test === '' ? {} : { scripts: { test } }),
});

/** What a package is made of, and what is said of it: check, level, place, words. */
const cases: readonly [
  what: string,
  manifest: object,
  files: Tree,
  expected: readonly [string, string, string, string],
][] = [
  [
    'an old mocha',
    dev({ mocha: '^6.2.0' }),
    {},
    ['mocha', 'must', 'package.json devDependencies.mocha', 'Mocha ^6.2.0'],
  ],
  [
    'mocha --watch',
    dev({ mocha: '^10.0.0' }, 'mocha --watch'),
    {},
    ['mocha', 'should', 'package.json scripts.test', 'Watch mode'],
  ],
  [
    'a reporter of its own',
    dev({ mocha: '^10.0.0' }, 'mocha -R ./spec.js'),
    {},
    ['mocha', 'must', 'package.json scripts.test', 'Reporters'],
  ],
  [
    'jest without its flag',
    dev({ jest: '^29.0.0' }, 'jest --ci'),
    {},
    ['jest', 'must', 'package.json scripts.test', '--experimental-vm-modules'],
  ],
  [
    'jest.mock',
    dev({ jest: '^29.0.0' }),
    { 'a.test.js': "const a = require('./index');\njest.mock('./index');\n" },
    ['jest', 'must', 'a.test.js:2', '`jest.mock`'],
  ],
  [
    'the global jest',
    dev({ jest: '^29.0.0' }),
    { 'a.test.js': 'const spy = jest.fn();\nspy();\n' },
    ['jest', 'must', 'a.test.js:1', 'no global `jest`'],
  ],
  [
    'an old ava',
    dev({ ava: '3.15.0' }),
    {},
    ['ava', 'must', 'package.json devDependencies.ava', 'AVA 3.15.0'],
  ],
  ['an old tap', dev({ tap: '^16.3.0' }), {}, ['tap', 'should', 'package.json devDependencies.tap', 'nyc']],
  [
    'mock.method on a module',
    {},
    { 'a.test.js': "const { mock } = require('node:test');\nmock.method(require('fs'), 'statSync');\n" },
    ['node:test', 'must', 'a.test.js:2', 'mock.method'],
  ],
  [
    'proxyquire',
    dev({ proxyquire: '2' }),
    {},
    ['mocks of modules', 'must', 'package.json devDependencies.proxyquire', 'imports go past it'],
  ],
  ['nyc', dev({ nyc: '15' }, 'nyc mocha'), {}, ['nyc', 'must', 'package.json scripts.test', 'not covered']],
  [
    'node -r',
    dev({}, 'node -r ./hook.js test.js'),
    {},
    ['-r hooks', 'must', 'package.json scripts.test', '`-r ./hook.js`'],
  ],
  [
    'an agent',
    { dependencies: { 'dd-trace': '5' } },
    {},
    ['APM agents', 'must', 'package.json dependencies.dd-trace', 'dd-trace patches'],
  ],
  [
    'nodemon with endings',
    dev({ nodemon: '3' }, 'nodemon --ext js,json'),
    { 'kept.js': '// esmshift: keep\nexports.b = 1;\n' },
    ['nodemon', 'should', 'package.json scripts.test', 'js,json'],
  ],
  [
    'pm2',
    {},
    { 'ecosystem.config.js': 'module.exports = {};\n' },
    ['pm2', 'note', 'ecosystem.config.js', '`require`'],
  ],
  [
    'pm2 with a configuration that is renamed',
    dev({}, 'pm2 start'),
    {
      'ecosystem.config.js': '// esmshift: keep\nmodule.exports = {};\n',
      'index.js': 'exports.a = 1;\n',
    },
    ['pm2', 'must', 'package.json scripts.test', 'becomes ecosystem.config.cjs'],
  ],
  [
    'ts-node',
    dev({}, 'ts-node src/x.ts'),
    {},
    ['ts-node', 'must', 'package.json scripts.test', 'ERR_UNKNOWN_FILE_EXTENSION'],
  ],
  [
    'browserify',
    dev({ watchify: '4' }, 'watchify client.js'),
    {},
    ['browserify', 'must', 'package.json type', 'watchify has Browserify parse files as scripts'],
  ],
  ['webpack', dev({ webpack: '5' }), {}, ['webpack', 'note', 'package.json type', 'whole file names']],
  [
    'eslint for scripts',
    dev({ eslint: '8' }),
    { '.eslintrc.json': '{ "parserOptions": { "sourceType": "script" } }\n' },
    ['eslint', 'must', '.eslintrc.json', 'syntax error'],
  ],
  [
    'eslint --ext',
    dev({ eslint: '8' }, 'eslint --ext .js .'),
    {},
    ['eslint', 'should', 'package.json scripts.test', '.cjs'],
  ],
  [
    'engines too low',
    { engines: { node: '>=14' } },
    {},
    ['engines', 'must', 'package.json engines.node', '`>=14`'],
  ],
  [
    'export =',
    {},
    { 'index.d.ts': 'declare const a: 1;\nexport = a;\n' },
    ['declaration files', 'must', 'index.d.ts', '`export =`'],
  ],
  [
    'types of a renamed file',
    {},
    {
      'index.js': "exports.a = require('./kept').b;\n",
      'kept.js': '// esmshift: keep\nexports.b = 1;\n',
      'kept.d.ts': 'export const b: 1;\n',
    },
    ['declaration files', 'must', 'kept.d.ts', '.d.cts'],
  ],
  [
    'no exports',
    { exports: undefined, main: 'index.js' },
    {},
    ['deep imports', 'note', 'package.json exports', 'by its path'],
  ],
  [
    'a renamed file outside of files',
    { files: ['*.js'] },
    { 'kept.js': '// esmshift: keep\nexports.b = 1;\n' },
    ['npm pack', 'must', 'package.json files', 'kept.cjs'],
  ],
  ['a major version', { engines: {} }, {}, ['semver', 'should', 'package.json version', 'semver-major']],
];

describe('advice on', () => {
  test.each(cases)('%s', async (_what, manifest, files, [check, level, place, words]) => {
    const advice = await adviceFor(manifest, files);
    expect(advice).toContainEqual({
      check,
      level,
      place,
      message: expect.stringContaining(words),
      action: expect.stringMatching(/^[A-Z].*\.$/),
    });
  });

  test('every check is there once, and has a case', () => {
    const names = checks.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(new Set(cases.map(([, , , [check]]) => check))).toEqual(new Set(names));
  });
});

test('a package that is ready gets notes alone: nothing is major, and as many files are published', async () => {
  const advice = await adviceFor({});
  expect(advice.map(({ check, level }) => [check, level])).toEqual([
    ['npm pack', 'note'],
    ['semver', 'note'],
  ]);
});

test('packages of a workspace are looked at each on its own, with an order', async () => {
  const root = makeTree({
    'package.json': { private: true, workspaces: ['packages/*'] },
    'packages/app/package.json': { name: 'app', private: true, dependencies: { lib: '*', circle: '*' } },
    'packages/app/index.js': "require('lib');\n",
    'packages/circle/package.json': { name: 'circle', private: true, dependencies: { round: '*' } },
    'packages/circle/index.js': 'exports.c = 1;\n',
    'packages/round/package.json': { name: 'round', private: true, dependencies: { circle: '*' } },
    'packages/round/index.js': 'exports.r = 1;\n',
    'packages/lib/package.json': { name: 'lib', private: true, devDependencies: { nyc: '15' } },
    'packages/lib/index.js': 'exports.l = 1;\n',
  });
  const { packages, order } = diagnose(await plan({ cwd: root }));
  expect(order).toEqual([['lib'], ['circle', 'round'], ['app']]);
  const withNyc = packages.filter(({ advice }) => advice.some(({ check }) => check === 'nyc'));
  expect(withNyc.map(({ name }) => name)).toEqual(['lib']);
});

test('the command prints it for people and as data, and changes nothing', async () => {
  const root = makeTree({
    'pkg/package.json': { ...modern, ...dev({ nyc: '15' }, 'nyc mocha') },
    'pkg/index.js': 'exports.a = 1;\n',
  });
  const before = snapshot(root);
  const people = await runCli(['doctor', 'pkg'], { cwd: root });
  expect(people).toMatchObject({ status: 0, stderr: '' });
  expect(people.stdout).toMatch(
    /^Must be changed.*:\n {2}nyc package\.json scripts\.test\n {4}nyc instruments/,
  );
  expect(people.stdout).toContain('Files that a run would convert: 1,');
  const data = JSON.parse((await runCli(['doctor', 'pkg', '--json'], { cwd: root })).stdout);
  expect(data).toMatchObject({ version: 1, packages: [{ name: 'looked-at', folder: '' }], order: [] });
  expect(snapshot(root)).toEqual(before);
  expect(await runCli(['doctor', 'none'], { cwd: root })).toMatchObject({
    status: 2,
    stderr: 'esmshift: none is no folder.\n',
  });
});
