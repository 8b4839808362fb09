import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { type Door, publicEntries } from '../../../src/project/packages/doors.ts';
import { createManifests, type Manifest, parseManifest } from '../../../src/project/packages/manifest.ts';
import { findWorkspaces } from '../../../src/project/packages/workspaces.ts';
import { createResolver } from '../../../src/project/resolve/resolver.ts';
import { link, makeTree, removeTrees } from '../../support/tree.ts';

afterAll(removeTrees);

const parse = (text: string | object): Manifest =>
  parseManifest('/p/package.json', Buffer.from(typeof text === 'string' ? text : JSON.stringify(text)));

test('reads what it understands and takes the rest for absent', () => {
  const manifest = parse(
    '\uFEFF{"name":"@s/tool","type":"module","main":1,"bin":"./cli.js","files":["lib",2],"private":"yes","dependencies":{"a":"1"},"peerDependencies":{"b":"*"},"workspaces":{"packages":["p/*"]},"__proto__":{"main":"evil.js"},"constructor":1}',
  );
  expect(manifest).toMatchObject({
    name: '@s/tool',
    type: 'module',
    main: null,
    private: false,
    problem: null,
  });
  expect([...manifest.bin]).toEqual([['tool', './cli.js']]);
  expect(manifest.files).toEqual(['lib']);
  expect([...manifest.dependencies]).toEqual(['a', 'b']);
  expect(manifest.workspaces).toEqual(['p/*']);
  expect(manifest.exports).toBeUndefined();
  expect(parse({ type: 'Module', exports: null }).type).toBeNull();
});

test.each([['{'], [''], ['[]'], ['"text"'], ['null'], ['{"a":1,}']])(
  'names what is wrong with %j',
  (text) => {
    expect(parse(text)).toMatchObject({ name: null, problem: { code: 'invalid-package-json' } });
  },
);

test('a file belongs to the nearest package.json, but not beyond node_modules', () => {
  const root = makeTree({
    'package.json': { name: 'root' },
    'lib/a.js': '',
    'sub/package.json': { name: 'sub' },
    'sub/x/b.js': '',
    'node_modules/loose/c.js': '',
    'node_modules/p/package.json': '{ broken',
    'node_modules/p/d.js': '',
    'odd/package.json/e.js': '',
  });
  const manifests = createManifests();
  const nameOf = (file: string) => manifests.nearest(join(root, file))?.name;
  expect([nameOf('lib/a.js'), nameOf('sub/x/b.js'), nameOf('odd/e.js')]).toEqual(['root', 'sub', 'root']);
  expect(manifests.nearest(join(root, 'node_modules/loose/c.js'))).toBeNull();
  expect(manifests.nearest(join(root, 'node_modules/p/d.js'))?.problem?.code).toBe('invalid-package-json');
  expect(manifests.nearest(join(root, 'lib/a.js'))).toBe(manifests.in(root));
});

test('finds the workspaces of npm, yarn and pnpm, and every other package.json', () => {
  const root = makeTree({
    'package.json': { name: 'root', workspaces: ['packages/*', './tools/', '!packages/old'] },
    'pnpm-workspace.yaml': "packages:\n  - 'apps/**'\n  - '!**/fixtures/**'\n",
    'packages/a/package.json': { name: 'a' },
    'packages/a/main.js': '',
    'packages/old/package.json': { name: 'old' },
    'packages/broken/package.json': '{',
    'tools/package.json': { name: 'tools' },
    'apps/web/deep/package.json': { name: 'web' },
    'apps/web/fixtures/x/package.json': { name: 'fixture' },
    'examples/package.json': { name: 'a' },
    'packages/a/lib.js': '',
    'node_modules/a': link('../packages/a'),
    'node_modules/other/package.json': { name: 'other' },
  });
  const { packages, byName, problems } = findWorkspaces(root, createManifests());
  expect(packages.filter(({ listed }) => listed).map(({ folder }) => folder)).toEqual([
    '',
    'apps/web/deep',
    'packages/a',
    'packages/broken',
    'tools',
  ]);
  expect(packages.filter(({ listed }) => !listed).map(({ folder }) => folder)).toEqual([
    'apps/web/fixtures/x',
    'examples',
    'packages/old',
  ]);
  expect(byName.get('a')?.folder).toBe('packages/a');
  expect(problems.map(({ code, path }) => `${code} ${path}`)).toEqual([
    'invalid-package-json packages/broken/package.json',
  ]);
  // A link in node_modules leads to the file of the project.
  expect(createResolver().commonjs('a/lib', join(root, 'tools/x.js'))).toEqual({
    kind: 'file',
    path: join(root, 'packages/a/lib.js'),
  });
});

test('a pnpm-workspace.yaml that cannot be parsed is reported', () => {
  const root = makeTree({ 'package.json': {}, 'pnpm-workspace.yaml': 'packages: [' });
  const { problems } = findWorkspaces(root, createManifests());
  expect(problems).toEqual([
    { path: 'pnpm-workspace.yaml', code: 'unreadable', args: { reason: expect.any(String) } },
  ]);
  expect(findWorkspaces(makeTree({ 'pnpm-workspace.yaml': '' }), createManifests()).problems).toEqual([]);
});

function doors(manifest: object, files: readonly string[]): string[] {
  const inWords = ({ kind, path, ways }: Door): string =>
    `${kind} ${path}: ${ways.map(({ specifier, conditions }) => [specifier, ...conditions].join(' ')).join(', ')}`;
  return publicEntries(parse({ name: 'pkg', ...manifest }), files).map(inWords);
}

const files = [
  'index.js',
  'lib/a.js',
  'lib/b.mjs',
  'lib/private/c.js',
  'lib/index.js',
  'bin/cli.js',
  'test/t.js',
];

test('without exports, main and every published file are doors', () => {
  expect(doors({ main: 'lib', files: ['lib'] }, files)).toEqual([
    'main lib/index.js: pkg',
    'deep lib/a.js: pkg/lib/a.js',
    'deep lib/b.mjs: pkg/lib/b.mjs',
    'deep lib/private/c.js: pkg/lib/private/c.js',
  ]);
  expect(doors({ files: ['*.mjs', '!x'], bin: './bin/cli.js' }, files)).toEqual([
    'bin bin/cli.js: pkg',
    'main index.js: pkg',
    'deep lib/b.mjs: pkg/lib/b.mjs',
    'deep bin/cli.js: pkg/bin/cli.js',
  ]);
  expect(doors({ main: 'gone' }, files)).toHaveLength(files.length);
  expect(doors({ files: ['.'] }, files)).toHaveLength(files.length);
  expect(doors({ files: [] }, files)).toEqual(['main index.js: pkg']);
});

test('what .npmignore names is no door', () => {
  const root = makeTree({ 'package.json': { name: 'pkg' }, '.npmignore': 'test/\n*.mjs\n' });
  const paths = publicEntries(createManifests().in(root)!, files).map(({ path }) => path);
  expect(paths).toEqual(['index.js', 'lib/a.js', 'lib/private/c.js', 'lib/index.js', 'bin/cli.js']);
});

test('with exports only what they lead to is a door', () => {
  expect(doors({ main: 'lib/a.js', exports: './index.js' }, files)).toEqual(['exports index.js: pkg']);
  expect(
    doors({ exports: { import: './lib/b.mjs', require: './lib/a.js', types: './index.js' } }, files),
  ).toEqual(['exports lib/b.mjs: pkg import', 'exports lib/a.js: pkg require']);
  expect(
    doors(
      {
        exports: {
          '.': { node: { require: './index.js', default: './lib/b.mjs' } },
          './a': ['./lib/a.js', './index.js'],
          './gone': './gone.js',
          './no': null,
        },
      },
      files,
    ),
  ).toEqual([
    'exports index.js: pkg node require, pkg/a',
    'exports lib/b.mjs: pkg node',
    'exports lib/a.js: pkg/a',
  ]);
});

test('patterns of exports are filled with the files that fit', () => {
  expect(
    doors({ exports: { './*': './lib/*.js', './private/*': null, './b': './lib/b.mjs' } }, files),
  ).toEqual(['exports lib/a.js: pkg/a', 'exports lib/index.js: pkg/index', 'exports lib/b.mjs: pkg/b']);
  expect(doors({ exports: { './*/x': './*/*.js' } }, ['a/a.js', 'a/b.js', 'deep/er/deep/er.js'])).toEqual([
    'exports a/a.js: pkg/a/x',
    'exports deep/er/deep/er.js: pkg/deep/er/x',
  ]);
  expect(doors({ exports: { '.': './index.js', require: './lib/a.js' } }, files)).toEqual([]);
});
