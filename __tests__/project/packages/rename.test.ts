import { expect, test } from '@jest/globals';
import { type ManifestRename, renamePaths } from '../../../src/project/packages/rename.ts';

const paths = new Map([
  ['index.js', 'index.cjs'],
  ['lib/a.js', 'lib/a.cjs'],
  ['lib/index.js', 'lib/index.cjs'],
  ['bin/tool.js', 'bin/tool.cjs'],
  ['scripts/build.js', 'scripts/build.cjs'],
  ['server.js', 'server.cjs'],
]);

function rename(
  manifest: object,
  files: readonly string[] = [],
): ManifestRename & { data: Record<string, unknown> } {
  const result = renamePaths(JSON.stringify(manifest), { paths, exists: (file) => files.includes(file) });
  return { ...result, data: JSON.parse(result.text) };
}

test.each([
  ['index.js', 'index.cjs'],
  ['./index.js', './index.cjs'],
  ['index', 'index.cjs'],
  ['.', 'index.cjs'],
  ['./', './index.cjs'],
  ['lib', 'lib/index.cjs'],
  ['./lib/', './lib/index.cjs'],
  ['lib/index', 'lib/index.cjs'],
  ['./lib/../lib/a', './lib/a.cjs'],
  ['lib/b', 'lib/b'],
])('main %s becomes %s', (main, renamed) => {
  expect(rename({ main }).data.main).toBe(renamed);
});

test('a main that names another file first stays', () => {
  expect(rename({ main: 'lib' }, ['lib.js']).data.main).toBe('lib');
  expect(rename({ main: 'lib/a' }, ['lib/a']).data.main).toBe('lib/a');
});

test('a package that is its index.js by default must name the renamed one', () => {
  expect(rename({ name: 'x' }).data).toEqual({ name: 'x', main: 'index.cjs' });
  expect(rename({ name: 'x' }).changed).toEqual([{ pointer: ['main'], from: null, to: 'index.cjs' }]);
  expect(rename({ name: 'x', main: '' }).data.main).toBe('index.cjs');
  expect(rename({ name: 'x', exports: './lib/b.js' }).data).not.toHaveProperty('main');
  expect(rename({ private: true }).data).not.toHaveProperty('main');
});

test('updates exports, imports, bin, browser, types and configuration, however deep', () => {
  const { data, changed } = rename({
    name: 'lib/a.js',
    description: './lib/a.js',
    exports: {
      '.': [{ node: { require: './lib/a.js', default: './lib/b.js' } }, './index.js'],
      './lib/a.js': './lib/a.js',
      './lib/a': 'lib/a',
    },
    imports: { '#a': './lib/a.js', '#p': 'lib/a.js' },
    bin: { tool: './bin/tool.js', other: 'bin/other.js' },
    browser: {
      './lib/a': './lib/browser.js',
      'lib/a.js': false,
      fs: './lib/a.js',
      './lib/index.js': './index',
    },
    jest: { setupFiles: ['<rootDir>/lib/a.js'], preset: 'lib/a' },
    mocha: { require: ['./lib/a.js'], spec: 'server.js' },
    dependencies: { 'lib/a.js': './lib/a.js' },
    directories: { lib: 'lib' },
    __proto__: null,
  });
  expect(data).toEqual({
    name: 'lib/a.js',
    description: './lib/a.js',
    exports: {
      '.': [{ node: { require: './lib/a.cjs', default: './lib/b.js' } }, './index.cjs'],
      './lib/a.js': './lib/a.cjs',
      './lib/a': 'lib/a',
    },
    imports: { '#a': './lib/a.cjs', '#p': 'lib/a.cjs' },
    bin: { tool: './bin/tool.cjs', other: 'bin/other.js' },
    browser: {
      './lib/a.cjs': './lib/browser.js',
      'lib/a.cjs': false,
      fs: './lib/a.cjs',
      './lib/index.cjs': './index.cjs',
    },
    jest: { setupFiles: ['<rootDir>/lib/a.cjs'], preset: 'lib/a' },
    mocha: { require: ['./lib/a.cjs'], spec: 'server.cjs' },
    dependencies: { 'lib/a.js': './lib/a.js' },
    directories: { lib: 'lib' },
  });
  expect(changed).toContainEqual({
    pointer: ['exports', '.', 0, 'node', 'require'],
    from: './lib/a.js',
    to: './lib/a.cjs',
  });
});

test('keeps what files publishes', () => {
  const main = './lib/b.js';
  expect(rename({ main, files: ['lib', 'server.js', '/index.js'] }).data.files).toEqual([
    'lib',
    'server.cjs',
    '/index.cjs',
  ]);
  expect(rename({ main, files: ['lib/*.js', '!lib/a.js'] }).data.files).toEqual([
    'lib/*.js',
    '!lib/a.cjs',
    'lib/a.cjs',
    'lib/index.cjs',
  ]);
  expect(rename({ main, files: ['**/*'] }).changed).toEqual([]);
});

test.each([
  ['node server.js', 'node server.cjs'],
  ['node ./server', 'node ./server.cjs'],
  ['node --inspect -r ./lib/a lib && echo lib', 'node --inspect -r ./lib/a.cjs lib && echo lib'],
  ['node --max-old-space-size=4096 scripts/build', 'node --max-old-space-size=4096 scripts/build.cjs'],
  ['NODE_ENV=x node lib', 'NODE_ENV=x node lib/index.cjs'],
  ['mocha --require=./lib/a.js "scripts/build.js"', 'mocha --require=./lib/a.cjs "scripts/build.cjs"'],
  ['npm run index && rimraf lib', 'npm run index && rimraf lib'],
  ['nodemon server.js;node index', 'nodemon server.cjs;node index.cjs'],
  ['prettier lib/a.json xlib/a.js', 'prettier lib/a.json xlib/a.js'],
])('script %s', (script, renamed) => {
  expect(rename({ exports: {}, scripts: { x: script } }).data.scripts).toEqual({ x: renamed });
});

test('warns of what it cannot bring up to date', () => {
  const { warnings, changed } = rename({
    exports: {},
    scripts: {
      lint: "eslint 'lib/*.js' && ls *.md",
      all: 'eslint "**/*.{js,cjs}" lib/**',
      cd: 'cd lib && node index.js',
    },
    nyc: { include: ['lib/**/*.js', 'test/*.js'] },
  });
  expect(changed).toEqual([]);
  expect(warnings).toEqual([
    { code: 'glob-misses-rename', args: { field: 'scripts.lint', text: 'lib/*.js', path: 'lib/a.js' } },
    {
      code: 'script-names-rename',
      args: { field: 'scripts.cd', text: 'cd lib && node index.js', path: 'index.js' },
    },
    { code: 'glob-misses-rename', args: { field: 'nyc.include.0', text: 'lib/**/*.js', path: 'lib/a.js' } },
  ]);
});

test('what a pattern led to gets a subpath of its own, in the form of the pattern', () => {
  const text = `{
  "exports": {
    "./lib/private/*": null,
    "./lib/*": {"types": "./types/*.d.ts", "default": ["./lib/*.js"]},
    "./twice/*": "./lib/*/*.js",
    "./other/*": "./other/*.js",
    "./lib/index": "./other.js"
  },
  "imports": {"#l/*":"./lib/*.js"}
}
`;
  const renamed = new Map([
    ...paths,
    ['lib/private/b.js', 'lib/private/b.cjs'],
    ['lib/c/c.js', 'lib/c/c.cjs'],
  ]);
  expect(renamePaths(text, { paths: renamed, exists: () => true }).text).toBe(`{
  "exports": {
    "./lib/private/*": null,
    "./lib/a": {"types": "./types/a.d.ts", "default": ["./lib/a.cjs"]},
    "./lib/c/c": {"types": "./types/c/c.d.ts", "default": ["./lib/c/c.cjs"]},
    "./lib/*": {"types": "./types/*.d.ts", "default": ["./lib/*.js"]},
    "./twice/c": "./lib/c/c.cjs",
    "./twice/*": "./lib/*/*.js",
    "./other/*": "./other/*.js",
    "./lib/index": "./other.js"
  },
  "imports": {"#l/a":"./lib/a.cjs","#l/index":"./lib/index.cjs","#l/private/b":"./lib/private/b.cjs","#l/c/c":"./lib/c/c.cjs","#l/*":"./lib/*.js"}
}
`);
});

test('leaves formatting, and what is no package.json, as it is', () => {
  const text = '\uFEFF{\r\n\t"main":   "./lib/a",\r\n\r\n\t"x": [1,\r\n2]\r\n}';
  expect(renamePaths(text, { paths, exists: () => false }).text).toBe(text.replace('./lib/a', './lib/a.cjs'));
  for (const broken of ['', '{', '[]', 'null', '"lib/a.js"'])
    expect(renamePaths(broken, { paths, exists: () => false })).toEqual({
      text: broken,
      changed: [],
      warnings: [],
    });
});
