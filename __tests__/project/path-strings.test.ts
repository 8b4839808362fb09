import { describe, expect, test } from '@jest/globals';
import { codes, Project, statuses } from './support/project.ts';

const manifest = '{ "name": "paths", "private": true }\n';
const kept = '// esmshift: keep\n';
const worker = `${kept}console.log('worker', typeof require);\n`;

describe('a file that is named by a string and gets another name', () => {
  const ways: readonly (readonly [string, string])[] = [
    ['fork', "require('child_process').fork('./lib/worker.js');"],
    [
      'fork without an ending',
      "require('child_process').fork(require('path').join(__dirname, 'lib', 'worker'));",
    ],
    [
      'Worker',
      "const path = require('path');\nnew (require('worker_threads').Worker)(path.join(__dirname, 'lib/worker.js'));",
    ],
    [
      'Worker, template',
      'const { Worker } = require("worker_threads");\nnew Worker(`$' + '{__dirname}/lib/worker.js`);',
    ],
    [
      'Worker, sum',
      "const { Worker } = require('worker_threads');\nnew Worker(__dirname + '/lib/worker.js');",
    ],
    [
      'spawn',
      "const { spawnSync } = require('child_process');\nconst { stdout } = spawnSync(process.execPath, ['lib/worker.js']);\nprocess.stdout.write(stdout);",
    ],
    [
      'require.resolve',
      "const file = require.resolve('./lib/worker');\nrequire('child_process').fork(file);",
    ],
    ['a constant', "const WORKER = './lib/worker.js';\nrequire('child_process').fork(WORKER);"],
    [
      'a computed require of a known path',
      "const path = require('path');\nrequire(path.join(__dirname, 'lib', 'worker'));",
    ],
  ];
  for (const as of ['package', 'mjs'] as const)
    test.each(ways)(`%s, --as ${as}`, async (_, main) => {
      const source = as === 'mjs' ? "exports.ready = true;\nconsole.log('worker');\n" : worker;
      const project = new Project({
        'package.json': manifest,
        'main.js': `${main}\n`,
        'lib/worker.js': source,
      });
      const { planned, printed } = await project.convertSame('main.js', { as });
      expect(printed).toContain('worker');
      expect(statuses(planned)['main.js']).toBe('converted');
      expect(project.has('lib/worker.js')).toBe(false);
    });
});

describe('files that are reached by a computed path', () => {
  const plugins = (extra: string) => ({
    'package.json': manifest,
    'plugins/a.js': `${extra}exports.name = 'a';\nexports.run = () => 'ran a';\n`,
    'plugins/b.js': "module.exports = { name: 'b', run() { return 'ran ' + this.name; } };\n",
    'other.js': "exports.other = 'other';\n",
  });
  const loaders: readonly (readonly [string, string])[] = [
    ['a prefix', "for (const name of ['a', 'b']) show(require('./plugins/' + name));"],
    [
      'path.join',
      "const path = require('path');\nfor (const name of ['a', 'b']) show(require(path.join(__dirname, 'plugins', name)));",
    ],
    [
      'readdirSync',
      "const fs = require('fs'), path = require('path');\nconst dir = path.join(__dirname, 'plugins');\nfor (const file of fs.readdirSync(dir)) if (file.endsWith('.js')) show(require(path.join(dir, file)));",
    ],
    [
      'another name of require',
      "let load;\nload = require;\nfor (const name of ['a', 'b']) show(load('./plugins/' + name));",
    ],
    ['require.call', "for (const name of ['a', 'b']) show(require.call(null, './plugins/' + name));"],
    ['a template', 'for (const name of ["a", "b"]) show(require(`./plugins/$' + '{name}.js`));'],
    [
      'a helper that gets the folder',
      "const fs = require('fs'), path = require('path');\nfunction load(dir) { for (const file of fs.readdirSync(dir)) if (/\\.js$/.test(file)) show(require(dir + '/' + file)); }\nload(path.join(__dirname, 'plugins'));",
    ],
  ];
  const show =
    "function show(m) { console.log(Object.keys(m), m.name, m.run(), m.hasOwnProperty('name')); }\nconsole.log(require('./other').other);\n";

  const listing = loaders.filter(([, loader]) => loader.includes('readdirSync'));
  const loading = loaders.filter(([, loader]) => !loader.includes('readdirSync'));

  for (const as of ['package', 'mjs'] as const)
    test.each(loaders)(`%s, all convertible, --as ${as}`, async (_, loader) => {
      const project = new Project({ ...plugins(''), 'main.js': `${show}${loader}\n` });
      const { planned, printed } = await project.convertSame('main.js', { as });
      expect(printed).toContain('ran b');
      const isRefused = as === 'mjs' && loader.includes('readdirSync');
      expect(statuses(planned)['plugins/a.js']).toBe(isRefused ? 'refused' : 'converted');
    });

  test.each(listing)('%s, one of them stays: the folder stays CommonJS', async (_, loader) => {
    const project = new Project({ ...plugins(kept), 'main.js': `${show}${loader}\n` });
    const { planned } = await project.convertSame('main.js');
    expect(statuses(planned)).toMatchObject({ 'main.js': 'converted', 'plugins/b.js': 'refused' });
    expect(codes(planned, 'plugins/b.js')).toEqual(['reached-by-computed-path']);
    expect(codes(planned, 'plugins/a.js')).toEqual(['kept-by-user']);
    expect(JSON.parse(project.read('plugins/package.json'))).toEqual({ type: 'commonjs' });
  });

  test.each(loading)('%s, one of them stays: a module leads to it', async (_, loader) => {
    const project = new Project({ ...plugins(kept), 'main.js': `${show}${loader}\n` });
    const { planned } = await project.convertSame('main.js');
    expect(statuses(planned)).toMatchObject({ 'main.js': 'converted', 'plugins/b.js': 'converted' });
    expect(project.read('plugins/a.js')).toContain("from './a.cjs'");
  });

  test('only the folder in which a file would be renamed stays CommonJS', async () => {
    const main = `const read = (name) => require('fs').readFileSync(require('path').join(__dirname, 'lib', name), 'utf8');
console.log(require('./lib/plain').name, require('./lib/deep/other').name, read(process.argv[2] || 'plain.js').length > 0);
`;
    const project = new Project({
      'package.json': manifest,
      'main.js': main,
      'lib/plain.js': "exports.name = 'plain';\n",
      'lib/deep/kept.js': `${kept}exports.name = 'kept';\n`,
      'lib/deep/other.js': "exports.name = 'other';\n",
    });
    const { planned } = await project.convertSame('main.js');
    expect(statuses(planned)).toMatchObject({ 'main.js': 'converted', 'lib/plain.js': 'converted' });
    expect(codes(planned, 'lib/deep/other.js')).toEqual(['reached-by-computed-path']);
    expect(JSON.parse(project.read('lib/deep/package.json'))).toEqual({ type: 'commonjs' });
  });

  test('a folder of which all files are taken as they come gets no package.json', async () => {
    const main = `const fs = require('fs');
for (const name of fs.readdirSync(__dirname + '/plugins')) console.log(name, require('./plugins/' + name).name);
require('./other');
`;
    const project = new Project({ ...plugins(kept), 'main.js': main, 'other.js': 'exports.a = 1;\n' });
    const { planned } = await project.convertSame('main.js');
    expect(statuses(planned)).toMatchObject({ 'plugins/a.js': 'refused', 'other.js': 'converted' });
    expect(project.has('plugins/package.json')).toBe(false);
  });

  test('who loads the package by its own folder does not load all that is in it', async () => {
    const project = new Project({
      'package.json': '{ "name": "own-folder", "private": true, "main": "./index.js" }\n',
      'main.js': "console.log(require(require('path').join(__dirname, '.')).a);\n",
      'index.js': "exports.a = require('./deep/b').b;\n",
      'deep/a.js': `${kept}exports.a = 1;\n`,
      'deep/b.js': 'exports.b = 1;\n',
    });
    const { planned } = await project.convertSame('main.js');
    expect(statuses(planned)['deep/b.js']).toBe('converted');
  });

  test('a name that others read stays what it is', async () => {
    const project = new Project({
      'package.json': manifest,
      'main.js': "const name = 'a.js';\nconsole.log(name, require('./plugins/' + name).name);\n",
      'plugins/a.js': `${kept}exports.name = 'a';\n`,
    });
    const { printed } = await project.convertSame('main.js');
    expect(printed).toBe('a.js a\n');
  });

  test('a text that paths are compared with leads nowhere', async () => {
    const main = `const isRelative = (name) => name.startsWith('./') || name === '../';
const load = (name) => require(name);
console.log(isRelative('./x'), isRelative('fs'), typeof load('fs').readFile, require('./a').a, require('./b').b);
`;
    const project = new Project({
      'package.json': manifest,
      'main.js': main,
      'a.js': `${kept}exports.a = 1;\n`,
      'b.js': 'exports.b = 1;\n',
    });
    const { planned } = await project.convertSame('main.js');
    expect(statuses(planned)).toMatchObject({ 'main.js': 'converted', 'b.js': 'converted' });
  });

  test('a plugin that requires its loader makes a cycle', async () => {
    const project = new Project({
      'package.json': manifest,
      'main.js':
        "exports.version = 1;\nfor (const name of ['a']) console.log(require('./plugins/' + name).use());\n",
      'plugins/a.js': "const main = require('../main');\nexports.use = () => main.version;\n",
    });
    await project.convertSame('main.js');
  });

  test('a require of data, wherever it lies, says nothing about code', async () => {
    const project = new Project({
      'package.json': manifest,
      'main.js':
        "const path = require('path');\nlet root = path.join(__dirname, './');\nif (process.argv[2]) root = path.join(root, process.argv[2]);\nconsole.log(require(path.join(root, 'package.json')).private, require('./a').a, require('./b').b);\n",
      'a.js': `${kept}exports.a = 1;\n`,
      'b.js': 'exports.b = 1;\n',
    });
    const { planned } = await project.convertSame('main.js');
    expect(statuses(planned)).toMatchObject({ 'main.js': 'converted', 'b.js': 'converted' });
  });

  test('data beside code is no reason to keep anything', async () => {
    const project = new Project({
      'package.json': manifest,
      'main.js':
        "const name = 'en';\nrequire('./locales/b');\nconsole.log(require('./locales/' + name + '.json').hi);\n",
      'locales/en.json': '{ "hi": "hello" }',
      'locales/tool.js': `${kept}exports.a = 1;\n`,
      'locales/b.js': 'exports.b = 1;\n',
    });
    const planned = await project.convert();
    expect(statuses(planned)['locales/b.js']).toBe('converted');
    expect(project.run('main.js')).toBe('hello\n');
  });
});

describe('an ES module names files by where it lies', () => {
  const plugins = {
    'package.json': '{ "private": true }\n',
    'plugins/a.js': "exports.name = 'a';\n",
    'plugins/b.js': "module.exports = { name: 'b' };\n",
  };
  const loaders = {
    'import.meta.dirname': "import path from 'node:path';\nconst here = import.meta.dirname;\n",
    'a path made of its URL':
      "import path from 'node:path';\nimport { fileURLToPath } from 'node:url';\nconst here = path.dirname(fileURLToPath(import.meta.url));\n",
    'a URL beside its own':
      "import path from 'node:path';\nimport { fileURLToPath } from 'node:url';\nconst here = fileURLToPath(new URL('.', import.meta.url));\n",
  };
  const load = `import { createRequire } from 'node:module';
import fs from 'node:fs';
const require = createRequire(import.meta.url);
for (const file of fs.readdirSync(path.join(here, 'plugins')).sort())
  if (file.endsWith('.js')) console.log(file, require(path.join(here, 'plugins', file)).name);
`;
  for (const as of ['package', 'mjs'] as const)
    test.each(Object.entries(loaders))(`%s, --as ${as}`, async (_, start) => {
      const project = new Project({ ...plugins, 'main.mjs': start + load });
      const { printed } = await project.convertSame('main.mjs', { as });
      expect(printed).toBe('a.js a\nb.js b\n');
    });

  test('a second run leaves alone what the first one left for the sake of a computed path', async () => {
    const project = new Project({
      ...plugins,
      'main.js':
        "const fs = require('fs');\nconst path = require('path');\nfor (const file of fs.readdirSync(path.join(__dirname, 'plugins')).sort())\n  if (/\\.js$/.test(file)) console.log(require(path.join(__dirname, 'plugins', file)).name);\n",
    });
    await project.convert({ as: 'mjs' });
    const again = await project.convert({ as: 'mjs' });
    expect(again.files.filter(({ path, output, after }) => path !== output || after !== null)).toEqual([]);
    expect(project.run('main.mjs')).toBe('a\nb\n');
  });
});
