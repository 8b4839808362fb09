import { readdirSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, expect, test } from '@jest/globals';
import type { External } from '../../../src/project/link/module.ts';
import { builtinName, builtinNames, isBuiltin } from '../../../src/project/resolve/builtins.ts';
import { createExternals } from '../../../src/project/resolve/external.ts';
import { createResolver } from '../../../src/project/resolve/resolver.ts';
import { link, makeTree, removeTrees, type Tree } from '../../support/tree.ts';
import { nodeNamespaces } from './support/node-namespaces.ts';

afterAll(removeTrees);

function describeIn(tree: Tree): (specifier: string) => External {
  const root = makeTree(tree);
  const externals = createExternals(createResolver());
  return (specifier) => externals.describe(specifier, join(root, 'main.js'));
}

const names = ({ names: found }: External): string[] | null => found && [...found].sort();

test('tells the module system by ending, type and syntax', () => {
  const describe = describeIn({
    'node_modules/cjs/index.js': 'exports.a = 1;',
    'node_modules/typed/package.json': { type: 'module', exports: './index.js' },
    'node_modules/typed/index.js': 'export const a = 1;',
    'node_modules/mjs/package.json': { main: 'x.mjs' },
    'node_modules/mjs/x.mjs': 'export default 1;',
    'node_modules/cjs-in-module/package.json': { type: 'module', main: 'x.cjs' },
    'node_modules/cjs-in-module/x.cjs': 'exports.b = 1;',
    'node_modules/detected/package.json': { main: 'x.js' },
    'node_modules/detected/x.js': 'export const c = 1;',
    'node_modules/commented/index.js': '// import x from "y"\nexports.d = 1;',
    'node_modules/awaits/index.js': 'await 1; export {};',
    'node_modules/data/package.json': { main: 'data.json' },
    'node_modules/data/data.json': '{}',
    'node_modules/native/package.json': { main: 'x.node' },
    'node_modules/native/x.node': '',
    'node_modules/odd/package.json': { main: 'x.foo' },
    'node_modules/odd/x.foo': 'exports.a = 1;',
  });
  const systems = [
    'cjs',
    'typed',
    'mjs',
    'cjs-in-module',
    'detected',
    'commented',
    'awaits',
    'data',
    'native',
    'odd',
    'gone',
  ];
  expect(systems.map((name) => describe(name).system)).toEqual([
    ...['commonjs', 'esm', 'esm', 'commonjs', 'esm', 'commonjs', 'esm', 'json', 'addon', 'dual', 'missing'],
  ]);
  expect(names(describe('typed'))).toEqual(['a']);
  expect(names(describe('native'))).toBeNull();
  expect(describe('gone')).toEqual({ system: 'missing', names: null, specifier: null });
});

test('follows re-exports as Node does', () => {
  const describe = describeIn({
    'node_modules/a/index.js': "const c = 1; module.exports = { ...require('./b'), c };\nexports.d = 1;",
    'node_modules/a/b.js': "exports.fromB = 1;\nmodule.exports = require('./index');",
    'node_modules/stars/package.json': { type: 'module', main: 'index.js' },
    'node_modules/stars/index.js':
      "export * from './x.js'; export * from './y.js'; export * from 'a'; export * as ns from 'a'; export { default } from 'a'; export * from 'node:path'; export let own, { p: [q = 1], ...r } = {};",
    'node_modules/stars/x.js':
      "export const x = 1, shared = 1; export default 1; export * from './index.js';",
    'node_modules/stars/y.js': 'export const y = 1, shared = 1; export function f() {} export class C {}',
    'node_modules/lost/package.json': { type: 'module', main: 'index.js' },
    'node_modules/lost/index.js': "export * from 'nowhere';",
  });
  expect(names(describe('a'))).toEqual(['c', 'd', 'default', 'fromB']);
  const stars = names(describe('stars'))!;
  expect(stars).toEqual(
    expect.arrayContaining(['x', 'y', 'f', 'C', 'ns', 'default', 'own', 'q', 'r', 'fromB', 'join']),
  );
  // Two stars bring it: importing it is an error.
  expect(stars).not.toContain('shared');
  expect(names(describe('lost'))).toBeNull();
});

test('spells out what an ES module must name in full', () => {
  const describe = describeIn({
    'node_modules/deep/package.json': { main: 'lib/main' },
    'node_modules/deep/lib/main.js': '',
    'node_modules/deep/lib/a.js': 'exports.a = 1;',
    'node_modules/deep/lib/dir/index.js': '',
    'node_modules/deep/lib/pkg/package.json': { main: '../a' },
    'node_modules/deep/data.json': '{}',
    'node_modules/deep/a#b.js': '',
    'node_modules/@s/deep/x.js': '',
    'node_modules/linked': link('../real'),
    'real/x.js': '',
    'node_modules/mapped/package.json': { exports: { './x': './lib/x.js' } },
    'node_modules/mapped/lib/x.js': '',
    'node_modules/file.js': '',
    'outside/x.js': '',
    'main.js': '',
  });
  const specifier = (of: string) => describe(of).specifier;
  expect(specifier('deep')).toBeNull();
  expect(specifier('deep/lib/a')).toBe('deep/lib/a.js');
  expect(specifier('deep/lib/a.js')).toBeNull();
  expect(specifier('deep/lib/dir')).toBe('deep/lib/dir/index.js');
  expect(specifier('deep/lib/dir/')).toBe('deep/lib/dir/index.js');
  expect(specifier('deep/lib/pkg')).toBe('deep/lib/a.js');
  expect(specifier('deep/data')).toBe('deep/data.json');
  expect(specifier('deep/a#b')).toBe('deep/a%23b.js');
  expect(specifier('@s/deep/x')).toBe('@s/deep/x.js');
  expect(specifier('linked/x')).toBe('linked/x.js');
  expect(specifier('mapped/x')).toBeNull();
  expect(specifier('./outside/x')).toBe('./outside/x.js');
  // An ES module has no way to a file that lies in node_modules without a folder of its own.
  expect(describe('file').system).toBe('dual');
});

test('a package is dual unless its ES module only passes the CommonJS one on', () => {
  const dual = (wrapper: string): Tree => ({
    'node_modules/d/package.json': { exports: { import: './w.mjs', require: './c.cjs' } },
    'node_modules/d/c.cjs': 'exports.a = 1; exports.b = 2;',
    'node_modules/d/other.cjs': '',
    'node_modules/d/w.mjs': wrapper,
  });
  const system = (wrapper: string) => describeIn(dual(wrapper))('d').system;
  const same = [
    "import c from './c.cjs'; export default c; export const { a, b: renamed } = c;",
    "import c from './c.cjs';\nexport const a = c.a, b = c.b;\nexport { c as default };",
    "export { default } from './c.cjs'; export * from './c.cjs';",
    "import { default as c } from './c.cjs'; const { a } = c; export { a, c as default };",
  ];
  const other = [
    "import c from './c.cjs'; export const { a } = c;",
    "import c from './c.cjs'; export default c.a;",
    "import c from './other.cjs'; export default c;",
    "import c from './c.cjs'; import o from './other.cjs'; export default c;",
    "import c from './c.cjs'; c.extra = 1; export default c;",
    "import c from './c.cjs'; export default c; export const { a = 1 } = c;",
    "import c from './c.cjs'; export default { ...c };",
    "import { createRequire } from 'node:module'; export default createRequire(import.meta.url)('./c.cjs');",
    "import * as c from './c.cjs'; export default c;",
    "export { a as default } from './c.cjs';",
    'export const a = 1, b = 2;',
    'export const = broken',
  ];
  expect(same.map(system)).toEqual(same.map(() => 'commonjs'));
  expect(other.map(system)).toEqual(other.map(() => 'dual'));
  expect(names(describeIn(dual(same[0]!))('d'))).toEqual(['a', 'default', 'renamed']);
});

test('a package that only require can reach is dual, one that only import can reach is missing', () => {
  const describe = describeIn({
    'node_modules/r/package.json': { exports: { require: './x.cjs' } },
    'node_modules/r/x.cjs': '',
    'node_modules/i/package.json': { exports: { import: './x.mjs' } },
    'node_modules/i/x.mjs': '',
  });
  expect(describe('r')).toMatchObject({ system: 'dual', names: null });
  expect(describe('i').system).toBe('missing');
});

test('finds the names that Node finds in installed packages', () => {
  const folder = fileURLToPath(new URL('../../../node_modules', import.meta.url));
  const from = join(folder, '..', 'main.js');
  // Left out: what takes long to load, and what does something when it is loaded.
  const packages = readdirSync(folder).filter(
    (name) => !/^(?:[.@]|jest|babel|typescript|fsevents|core-js|turbo)/.test(name),
  );
  const resolver = createResolver();
  const externals = createExternals(resolver);
  const described = packages.flatMap((name) => {
    const external = externals.describe(name, from);
    const imported = resolver.esm(external.specifier ?? name, from);
    const required = resolver.commonjs(name, from);
    if (imported.kind !== 'file' || required.kind !== 'file' || external.system === 'esm') return [];
    const [url, requiredUrl] = [imported, required].map(({ path }) => pathToFileURL(path).href);
    return [{ name, external, url: url!, requiredUrl }];
  });
  const found = nodeNamespaces(described.map(({ url }) => url));
  let compared = 0;
  for (const { name, external, url, requiredUrl } of described) {
    const { names: expected, same } = found.get(url)!;
    if (expected === undefined || external.names === null) continue;
    expect({ name, names: names(external)?.filter((key) => key !== 'module.exports') }).toEqual({
      name,
      names: expected,
    });
    // `ansi-styles` makes a new object each time it is asked for.
    if (url === requiredUrl && name !== 'ansi-styles') expect({ name, same }).toEqual({ name, same: true });
    compared++;
  }
  expect(compared).toBeGreaterThan(100);
});

test('knows the names that builtins have on every supported Node', () => {
  const found = nodeNamespaces(builtinModules.map((name) => `node:${name.replace('node:', '')}`));
  for (const [url, { names: here }] of found)
    expect({
      url,
      missing: [...builtinNames(builtinName(url))].filter((name) => !here!.includes(name)),
    }).toEqual({
      url,
      missing: [],
    });
  expect([...builtinNames('querystring')].sort()).toEqual(found.get('node:querystring')!.names);
  expect(builtinNames('process')).toContain('exit');
  // Only there where the process has a channel, as a worker of a test runner has; and on POSIX systems.
  expect(builtinNames('process')).not.toContain('send');
  expect(builtinNames('process')).not.toContain('getuid');
  // From 22 on, and up to 22.
  expect(builtinNames('fs')).not.toContain('glob');
  expect(builtinNames('util')).not.toContain('isBoolean');
});

test('tells builtins from packages of the same name', () => {
  expect(['fs', 'node:fs', 'fs/promises', 'node:test', 'node:sqlite'].every(isBuiltin)).toBe(true);
  expect(['test', 'sqlite', 'node:x', 'fs/', 'node:', 'constructor'].some(isBuiltin)).toBe(false);
  expect(builtinNames('node:none')).toEqual(new Set());
});
