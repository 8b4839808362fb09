import { expect, test } from '@jest/globals';
import type { ConfigFormat } from '../../src/project/configs/config-files.ts';
import { renameInConfig } from '../../src/project/configs/rename.ts';
import { codes, Project } from './support/project.ts';

const paths = new Map([
  ['lib/kept.js', 'lib/kept.cjs'],
  ['test/setup.js', 'test/setup.cjs'],
  ['../shared/index.js', '../shared/index.cjs'],
]);
const renames = { paths, exists: () => false };

test.each<[string, ConfigFormat, string, string]>([
  [
    'JSON with comments and a trailing comma',
    'json',
    '\uFEFF{\r\n  // lib/kept.js\r\n  "require": ["./test/setup", "lib/kept.js",],\r\n}\r\n',
    '\uFEFF{\r\n  // lib/kept.js\r\n  "require": ["./test/setup.cjs", "lib/kept.cjs",],\r\n}\r\n',
  ],
  [
    'keys and names of packages stay',
    'json',
    '{"lib/kept.js": "setup", "extends": "test"}',
    '{"lib/kept.js": "setup", "extends": "test"}',
  ],
  ['a path out of the folder', 'json', '{"extends": "../shared"}', '{"extends": "../shared/index.cjs"}'],
  [
    'commands',
    'json',
    '{"exec": "node -r ./test/setup lib/kept.js --all"}',
    '{"exec": "node -r ./test/setup.cjs lib/kept.cjs --all"}',
  ],
  [
    'code in commands, which names files as `require` finds them',
    'json',
    `{"exec": "node -e \\"require('./lib/kept')(require('./test/setup.js'))\\" && run('./lib/kept')"}`,
    `{"exec": "node -e \\"require('./lib/kept.cjs')(require('./test/setup.cjs'))\\" && run('./lib/kept')"}`,
  ],
  [
    'values that call for a file',
    'yaml',
    `stage: \${file(./lib/kept.js):stage}\nother: \${file(lib/other.js):stage}\n`,
    `stage: \${file(./lib/kept.cjs):stage}\nother: \${file(lib/other.js):stage}\n`,
  ],
  [
    'YAML in every style of quoting',
    'yaml',
    '# lib/kept.js\nrequire:\n  - test/setup.js # first\n  - \'lib/kept.js\'\n  - "./lib/kept"\nspec: test/other.js\n',
    '# lib/kept.js\nrequire:\n  - test/setup.cjs # first\n  - \'lib/kept.cjs\'\n  - "./lib/kept.cjs"\nspec: test/other.js\n',
  ],
  [
    'commands in a block of YAML',
    'yaml',
    'steps:\n  - run: |\n      node lib/kept.js\n      node test/other.js\n  - run: node lib/kept\n',
    'steps:\n  - run: |\n      node lib/kept.cjs\n      node test/other.js\n  - run: node lib/kept.cjs\n',
  ],
  ['either, as JSON', 'json or yaml', '{"require": "test/setup.js"}', '{"require": "test/setup.cjs"}'],
  ['either, as YAML', 'json or yaml', 'require: test/setup.js\n', 'require: test/setup.cjs\n'],
  ['lines', 'text', 'CMD ["node", "lib/kept.js"]\nRUN ls\n', 'CMD ["node", "lib/kept.cjs"]\nRUN ls\n'],
  [
    'a shell script that goes to its own folder',
    'script',
    'cd "$(dirname "$0")/.."\nnode lib/kept && which node\nlib/kept\n',
    'cd "$(dirname "$0")/.."\nnode lib/kept.cjs && which node\nlib/kept\n',
  ],
  ['what cannot be parsed', 'yaml', 'a: [lib/kept.js\nb: }', 'a: [lib/kept.js\nb: }'],
  ['nothing', 'json or yaml', '', ''],
])('%s', (_, format, before, after) => {
  expect(renameInConfig(before, format, renames)).toEqual({ text: after, warnings: [] });
});

test.each<[ConfigFormat, string, string]>([
  ['json', '{"spec": ["test/*.js"]}', 'test/*.js'],
  ['yaml', 'spec: [./test/**/*.js]\n', './test/**/*.js'],
  ['yaml', 'script: mocha "test/*.js"\n', 'test/*.js'],
])('a glob that misses what it matched is reported: %s %s', (format, text, glob) => {
  const { text: after, warnings } = renameInConfig(text, format, renames);
  expect(after).toBe(text);
  expect(warnings).toEqual([
    { code: 'glob-misses-rename', args: expect.objectContaining({ text: glob, path: 'test/setup.js' }) },
  ]);
});

test.each(['cd build\nnode lib/kept.js\n', 'node $ROOT/lib/kept.js\n'])(
  'a path from a folder that is not known is reported: %j',
  (text) => {
    const { text: after, warnings } = renameInConfig(text, 'script', renames);
    expect(after).toBe(text);
    expect(warnings.map(({ code }) => code)).toEqual(['script-names-rename']);
  },
);

test('a name in a shell script that leads to another file as well stays', async () => {
  const kept = '// esmshift: keep\nexports.a = 1;\n';
  const project = new Project({
    'index.js': 'console.log(1);\nexports.a = 1;\n',
    'build.js': 'console.log(2);\nexports.a = 1;\n',
    'tools/build.js': kept,
    'tools/run.sh': 'node build.js\nnode tools/build.js\n',
  });
  await project.convert();
  expect(project.read('tools/run.sh')).toBe('node build.js\nnode tools/build.cjs\n');
});

test('configuration that only an option of a command names counts from there, or from its own folder', async () => {
  const kept = '// esmshift: keep\nexports.a = 1;\n';
  const project = new Project({
    'package.json':
      '{ "private": true, "scripts": { "a": "mocha --config ./conf/unit.json", "b": "nyc --nycrc-path=conf/cover.yml x -d conf/data.json", "c": "mocha --opts conf/all.opts" } }\n',
    'index.js': "console.log(require('./test/setup').a);\n",
    'test/setup.js': kept,
    'conf/unit.json': '{ "require": ["test/setup.js", "../test/setup.js"] }\n',
    'conf/cover.yml': 'require: ./test/setup\n',
    'conf/all.opts': '--require test/setup.js\n',
    'conf/data.json': '{ "file": "test/setup.js" }\n',
  });
  await project.convert();
  expect(project.read('conf/unit.json')).toBe('{ "require": ["test/setup.cjs", "../test/setup.cjs"] }\n');
  expect(project.read('conf/cover.yml')).toBe('require: ./test/setup.cjs\n');
  expect(project.read('conf/all.opts')).toBe('--require test/setup.cjs\n');
  expect(project.read('conf/data.json')).toBe('{ "file": "test/setup.js" }\n');
});

test('configuration in the folders of renamed files and above names them by their new names', async () => {
  const kept = '// esmshift: keep\nexports.a = 1;\n';
  const project = new Project({
    'package.json':
      '{ "name": "configured", "private": true, "mocha": { "require": "./test/setup" }, "nodemonConfig": { "exec": "node test/setup" } }\n',
    'index.js': "console.log(require('./test/setup').a);\n",
    'test/setup.js': kept,
    'test/tool.test.js': kept,
    '.mocharc.yml': 'require: ./test/setup.js # first\nspec: test/*.test.js\n',
    '.nycrc': '{ "exclude": ["test/setup.js"] }\n',
    'tsconfig.json': '{ "files": ["index.js"] }\n',
    '.github/workflows/ci.yml': 'jobs:\n  test:\n    steps:\n      - run: node test/setup.js\n',
    'test/nodemon.json': '{ "exec": "node setup.js", "watch": ["../index.js"] }\n',
  });
  const planned = await project.convert();
  expect(project.read('.mocharc.yml')).toBe('require: ./test/setup.cjs # first\nspec: test/*.test.js\n');
  expect(project.read('.nycrc')).toBe('{ "exclude": ["test/setup.cjs"] }\n');
  expect(project.read('tsconfig.json')).toBe('{ "files": ["index.js"] }\n');
  expect(project.read('.github/workflows/ci.yml')).toContain('node test/setup.cjs\n');
  expect(project.read('test/nodemon.json')).toBe('{ "exec": "node setup.cjs", "watch": ["../index.js"] }\n');
  expect(JSON.parse(project.read('package.json'))).toMatchObject({
    mocha: { require: './test/setup.cjs' },
    nodemonConfig: { exec: 'node test/setup.cjs' },
  });
  expect(codes(planned, '.mocharc.yml')).toEqual(['glob-misses-rename']);
  expect(planned.report.files.find(({ path }) => path === '.mocharc.yml')).toMatchObject({
    kind: 'config',
    status: 'converted',
  });
  expect(planned.report.files.some(({ path }) => path === 'tsconfig.json')).toBe(false);
  expect(project.run('index.js')).toBe('1\n');
});

test('a tool that requires what its configuration names gets what it got', async () => {
  const project = new Project({
    'package.json': '{ "name": "configured", "private": true, "tool": { "preset": "./preset" } }\n',
    '.eslintrc.json': '{ "extends": ["./rules/base.js"] }\n',
    'babel.config.js': "module.exports = { plugins: ['./plugin'] };\n",
    'preset.js': 'exports.level = 1;\n',
    'plugin.js': 'module.exports = () => ({ visitor: {} });\n',
    'rules/base.js': "module.exports = { rules: { semi: 'error' } };\n",
    'index.js': "console.log(require('./preset').level);\n",
  });
  const ask = `console.log(['./preset', './plugin', './rules/base'].map((file) => JSON.stringify(require(file + '.js')) + typeof require(file + '.js')).join());`;
  const before = project.run('--input-type=commonjs', '-e', ask);
  await project.convert();
  expect(project.read('rules/base.js')).toContain('export default');
  expect(project.run('--input-type=commonjs', '-e', ask)).toBe(before);
});

test('a glob in configuration that is code is reported once where it misses what it matched', async () => {
  const project = new Project({
    'package.json': '{ "name": "globs", "private": true }\n',
    '.mocharc.js':
      "module.exports = { spec: ['./test/*.js'], watch: ['test/*.js', __dirname + '/lib/**/*.js', 'test/*.{js,cjs}'] };\n",
    'lib/a.js': 'exports.a = 1;\n',
    'test/a.js': "// esmshift: keep\nconsole.log(require('../lib/a').a);\n",
    'test/b.js': "console.log(require('../lib/a').a);\nconsole.log(['test/*.js']);\n",
  });
  const planned = await project.convert();
  expect(codes(planned, '.mocharc.js')).toEqual(['tool-config-kept', 'glob-misses-rename']);
  expect(codes(planned, 'test/b.js')).toEqual([]);
});
