import { expect, test } from '@jest/globals';
import { codes, Project } from './support/project.ts';

// Folders whose files somebody lists, and of which one has to stay CommonJS: who would notice a package.json there?

const head =
  "const fs = require('fs'), path = require('path');\nconst dir = path.join(__dirname, 'plugins');\n";
const use = 'console.log(path.parse(file).name, Object.keys(require(path.join(dir, file))).length);';

const unnoticed: readonly (readonly [string, string])[] = [
  [
    'a filter',
    `fs.readdirSync(dir).filter((name) => name.endsWith('.js')).forEach((file) => ${use.slice(0, -1)});`,
  ],
  [
    'a filter with a name of its own in it',
    `const self = path.basename(__filename);\nfor (const file of fs.readdirSync(dir).filter((name) => name[0] !== '.' && name !== self && name.slice(-3) === '.js')) ${use}`,
  ],
  [
    'a filter of several statements, and a list that is sorted',
    `const isCode = /^[^.].*\\.js$/;\nconst files = fs.readdirSync(dir).filter((name) => { const ending = path.extname(name); if (ending === '.json') return false; return isCode.test(name); }).sort();\nfiles.forEach((file) => { ${use} });`,
  ],
  [
    'a loop that goes on',
    `for (const file of fs.readdirSync(dir)) { if (!/\\.js$/.test(file)) continue; ${use} }`,
  ],
  [
    'a callback',
    `fs.readdir(dir, (error, files) => files.forEach((file) => { if (path.extname(file) !== '.js') return; ${use} }));`,
  ],
  [
    'entries with their types',
    `for (const { name: file } of fs.readdirSync(dir, { withFileTypes: true })) if (file.endsWith('.js')) ${use}`,
  ],
  [
    'a promise',
    `fs.promises.readdir(dir).then((files) => { for (const file of files) if (path.extname(file) === '.js') ${use} });`,
  ],
];

test.each(unnoticed)('%s: the folder gets a package.json', async (_, list) => {
  const project = new Project(files(list));
  await project.convertSame('main.js');
  expect(JSON.parse(project.read('plugins/package.json'))).toEqual({ type: 'commonjs' });
});

const noticed: readonly (readonly [string, string])[] = [
  ['no filter', `for (const file of fs.readdirSync(dir)) ${use}`],
  [
    'a filter that lets it pass',
    `for (const file of fs.readdirSync(dir).filter((name) => name[0] !== '.')) ${use}`,
  ],
  [
    'a filter that asks the file system',
    `for (const file of fs.readdirSync(dir).filter((name) => fs.statSync(path.join(dir, name)).isFile())) ${use}`,
  ],
  [
    'a loop that counts first',
    `let n = 0;\nfor (const file of fs.readdirSync(dir)) { n++; if (file.endsWith('.js')) ${use} }\nconsole.log(n);`,
  ],
  [
    'a list that is counted, too',
    `const names = fs.readdirSync(dir);\nconsole.log(names.length);\nfor (const file of names.filter((name) => name.endsWith('.js'))) ${use}`,
  ],
  [
    'a pattern with a state of its own',
    `const isCode = /\\.js/g;\nfor (const file of fs.readdirSync(dir)) if (isCode.test('.js' + file)) ${use}`,
  ],
  [
    'a folder with the name of a file',
    `require('./plugins.js');\nfor (const file of fs.readdirSync(path.join(__dirname, 'plugins'))) ${use}`,
  ],
  ['another module', "require('./list')(dir);"],
  ['a package', "console.log(Object.keys(require('require-all')(dir)));"],
];

test.each(noticed)('%s: the package keeps its type', async (_, list) => {
  const project = new Project({ ...files(list), ...(list.includes('./list') ? lister : {}) });
  const { planned } = await project.convertSame('main.js');
  expect(project.has('plugins/package.json')).toBe(false);
  expect(codes(planned, 'package.json')).toEqual(['package-type-kept']);
});

const lister = {
  'list.js': `${head.split('\n')[0]}\nmodule.exports = (dir) => { for (const file of fs.readdirSync(dir)) ${use} };\n`,
};

function files(list: string): Readonly<Record<string, string>> {
  return {
    'package.json': '{ "name": "lists", "private": true }\n',
    'main.js': `${head}${list}\n`,
    'plugins.js': '',
    'plugins/a.js': 'exports.a = 1;\n',
    'plugins/b.js': '// esmshift: keep\nexports.b = 1;\nexports.c = 2;\n',
    'node_modules/require-all/package.json': '{ "name": "require-all", "version": "1.0.0" }\n',
    'node_modules/require-all/index.js':
      "const fs = require('fs');\nmodule.exports = (dir) => Object.fromEntries(fs.readdirSync(dir).map((name) => [name.split('.')[0], require(dir + '/' + name)]));\n",
  };
}

// Folders that a tool lists by itself: every file there exports something, and nothing in the project loads one.

const runner = {
  'main.js': "require('runner')();\nconsole.log(require('./lib/app').load(process.env.NONE || './name'));\n",
  'lib/app.js': 'exports.load = (path) => require(path);\n',
  'lib/name.js': "module.exports = 'app';\n",
  'migrations/1-users.js': "exports.up = () => 'users';\n",
  'migrations/2-posts.js': "exports.up = () => 'posts';\n",
  'node_modules/runner/index.js':
    "const fs = require('fs'), path = require('path');\nmodule.exports = () => {\n  for (const name of fs.readdirSync(path.resolve('migrations')))\n    if (/\\.[cm]?js$/.test(name)) console.log(name, require(path.resolve('migrations', name)).up());\n};\n",
};

test.each([
  ['in a private package', { private: true }],
  ['in a package that could be published', { name: 'app', version: '1.0.0', main: 'main.js' }],
])('nothing of the folder gets another name, whatever may load it %s', async (_, manifest) => {
  const kept = `// esmshift: keep\n${runner['migrations/2-posts.js']}`;
  const project = new Project({
    ...runner,
    'migrations/2-posts.js': kept,
    'package.json': JSON.stringify(manifest),
  });
  const { planned } = await project.convertSame('main.js');
  expect(codes(planned, 'migrations/1-users.js')).toEqual(['beside-listed-file']);
  expect(project.has('migrations/2-posts.cjs')).toBe(false);
});

test('nothing of the folder gets another name where converted files end in .mjs', async () => {
  const project = new Project({ ...runner, 'package.json': '{ "private": true }\n' });
  const { planned } = await project.convertSame('main.js', { as: 'mjs' });
  expect(codes(planned, 'migrations/1-users.js')).toEqual(['beside-listed-file']);
  expect(project.has('lib/app.mjs')).toBe(true);
});
