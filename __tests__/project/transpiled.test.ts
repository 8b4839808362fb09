import { describe, expect, test } from '@jest/globals';
import { babel } from './support/compile.ts';
import { Project, statuses } from './support/project.ts';
import { compared } from './support/same.ts';

type Files = Readonly<Record<string, string>>;

function compiled(files: Files, loose: boolean): Files {
  return Object.fromEntries(Object.entries(files).map(([path, source]) => [path, babel(source, { loose })]));
}

const values = `export const a = 1;
export function f() { return a; }
export class K {}
export let n = 0;
export function inc() { n++; }
`;

describe.each([
  ['as it does by default', false],
  ['in loose mode', true],
])('what Babel compiled %s becomes the ES module again', (_name, loose) => {
  test.each<readonly [string, Files, Files, Readonly<Record<string, string>>]>([
    [
      'named exports',
      {
        'lib.js': values,
        'main.js': `import { a, f, K, n, inc } from './lib';\ninc();\nconsole.log(a, f(), typeof K, n, f.name);`,
      },
      {},
      { 'lib.js': 'export const a = 1;', 'main.js': 'from "./lib.js";' },
    ],
    [
      'a default export',
      {
        'lib.js': `export default function greet() { return 'hi'; }\nexport const x = 1;`,
        'main.js': `import greet, { x } from './lib';\nconsole.log(greet(), x, greet.name);`,
      },
      {},
      { 'lib.js': 'greet as default', 'main.js': 'import * as _lib from' },
    ],
    [
      'a value by default',
      { 'lib.js': `export default { a: 1 };`, 'main.js': `import o from './lib';\nconsole.log(o.a);` },
      {},
      { 'lib.js': '_default as default' },
    ],
    [
      'a namespace',
      {
        'lib.js': `export const a = 1;\nexport default 2;`,
        'main.js': `import * as lib from './lib';\nconsole.log(lib.a, lib.default);`,
      },
      {},
      { 'main.js': 'import * as lib from "./lib.js";' },
    ],
    [
      'builtins',
      {
        'main.js': `import fs from 'fs';\nimport { join } from 'path';\nimport * as os from 'os';\nconsole.log(typeof fs.readFileSync, join('a', 'b'), typeof os.cpus, typeof os.default);`,
      },
      {},
      {},
    ],
    [
      'plain CommonJS as a dependency',
      {
        'main.js': `import lib, { b } from './plain';\nimport f from './f';\nconsole.log(lib.b, b, f());`,
      },
      { 'plain.js': 'exports.b = 5;\n', 'f.js': 'module.exports = function () { return 6; };\n' },
      {},
    ],
    [
      'plain CommonJS that requires it',
      { 'lib.js': `export default 7;\nexport const a = 1;` },
      {
        'main.js': `const lib = require('./lib');\nconst { default: d } = require('./lib');\nconsole.log(lib.default, lib.a, d, require('./lib').default);\n`,
      },
      { 'lib.js': '_default as default' },
    ],
  ])('%s', async (_, sources, plain, texts) => {
    const files = { ...compiled(sources, loose), ...plain };
    const { before, after, statuses, project } = await compared(files);
    expect(after).toBe(before);
    expect(new Set(Object.values(statuses))).toEqual(new Set(['converted']));
    for (const [path, text] of Object.entries(texts)) {
      expect(project.read(path)).toContain(text);
      expect(project.read(path)).not.toMatch(/__esModule|void 0|require/);
    }
  });

  test.each<readonly [string, Files, Files]>([
    [
      'whose marker is read',
      { 'lib.js': `export const a = 1;` },
      { 'main.js': `const lib = require('./lib');\nconsole.log(lib.a, lib.__esModule);\n` },
    ],
    [
      'whose exports are listed',
      {
        'lib.js': `export const b = 1;\nexport default 2;\nexport const a = 3;`,
        'main.js': `import * as lib from './lib';\nconsole.log(Object.keys(lib));`,
      },
      {},
    ],
    [
      'that an ES module imports',
      { 'lib.js': `export default 7;\nexport const a = 1;` },
      { 'main.mjs': `import lib, { a } from './lib.js';\nconsole.log(lib, a);\n` },
    ],
    [
      'that is taken whole, and changed',
      { 'lib.js': `export default 7;\nexport const b = 1;\nexport function f() { return 2; }` },
      {
        'main.js':
          "const lib = require('./lib');\nlib.b = 5;\nlib.extra = lib.f;\nconsole.log(lib, require('./lib') === lib, Object.getOwnPropertyDescriptors(lib).__esModule);\n",
      },
    ],
    [
      'that a computed path reaches',
      { 'lib.js': `export default 7;\nexport const b = 1;` },
      { 'main.js': "for (const name of ['lib']) console.log(require('./' + name));\n" },
    ],
  ])('with an object for those who need one: a file %s', async (_, sources, plain) => {
    const { before, after, statuses, project } = await compared({ ...compiled(sources, loose), ...plain });
    expect(after).toBe(before);
    expect(statuses['lib.js']).toBe('converted');
    expect(project.read('lib.js')).toMatch(/exports as default/);
  });

  test.each<readonly [string, Files, Files]>([
    [
      'that a file which stays takes through a helper',
      { 'lib.js': 'export default 7;', 'main.js': `import './user';` },
      {
        'user.js':
          "// esmshift: keep\nconst wrap = (e) => (e && e.__esModule ? e : { default: e });\nconsole.log(wrap(require('./lib')).default);\n",
      },
    ],
  ])('or is refused: a file %s', async (_, sources, plain) => {
    const { before, after, statuses } = await compared({ ...compiled(sources, loose), ...plain });
    expect(after).toBe(before);
    expect(Object.values(statuses)).toContain('refused');
  });

  test.each<readonly [string, Files, Files]>([
    [
      'whose variables are seen to change through the object',
      { 'lib.js': `export let n = 1;\nexport function inc() { n++; }` },
      {
        'main.js':
          "const lib = require('./lib');\nlib.inc();\nconsole.log(lib.n, Object.keys(lib), lib.__esModule);\n",
      },
    ],
    [
      'whose functions work on the object',
      { 'lib.js': `export const n = 1;\nexport function get() { return this.n; }` },
      {
        'main.js': "const lib = require('./lib');\nlib.n = 2;\nconsole.log(lib.get(), Object.keys(lib));\n",
      },
    ],
  ])('or is one object: a file %s', async (_, sources, plain) => {
    const { before, after, statuses, project } = await compared({ ...compiled(sources, loose), ...plain });
    expect(after).toBe(before);
    expect(new Set(Object.values(statuses))).toEqual(new Set(['converted']));
    expect(project.read('lib.js')).toMatch(/__esModule/);
  });

  test('or is one object: a file with exports by getters', async () => {
    const sources = {
      'lib.js': `export default 7;\nexport const a = 1;`,
      'index.js': `export { a } from './lib';\nexport * from './lib';`,
      'main.js': `import { a } from './index';\nconsole.log(a);`,
    };
    const { before, after, statuses, project } = await compared(compiled(sources, loose));
    expect(after).toBe(before);
    expect(new Set(Object.values(statuses))).toEqual(new Set(['converted']));
    expect(project.read('index.js')).toMatch(/__esModule/);
  });

  test.each([
    [
      'named exports',
      `import { b } from './other';\nexport const a = 1;\nexport function f() { return b; }`,
      'converted',
    ],
    ['a default export', `export default 1;\nexport const a = 2;\nexport const f = () => 3;`, 'converted'],
    [
      'a default export by name',
      `export default function main() { return a; }\nexport const a = 2;\nexport { f };\nclass f {}`,
      'converted',
    ],
    [
      'what another file exports by default',
      `import g from './other';\nexport default g;\nexport const f = () => g();\nexport const a = g;`,
      'converted',
    ],
    ['a binding that changes', `export let a = 1;\nexport function f() { return a++; }`, 'converted'],
  ])('outsiders of a package get what they got: %s', async (_, index, status) => {
    const project = new Project({
      'pkg/package.json': '{ "name": "pkg", "version": "1.0.0", "main": "index.js" }\n',
      ...compiled(
        { 'pkg/index.js': index, 'pkg/other.js': 'export const b = 2;\nexport default () => 4;' },
        loose,
      ),
      'ask.mjs': `import whole, { a, f, __esModule } from './pkg/index.js';
import { createRequire } from 'node:module';
const required = createRequire(import.meta.url)('./pkg/index.js');
console.log(whole, required === whole, Object.getOwnPropertyNames(required), Object.keys(required));
console.log(a, f(), __esModule, required.__esModule, required.a, typeof required.f);\n`,
    });
    const { planned } = await project.convertSame('ask.mjs', { paths: ['pkg'] });
    expect(statuses(planned)['pkg/index.js']).toBe(status);
  });
});

/** As TypeScript 5 writes it. */
const importDefault = `var __importDefault = (this && this.__importDefault) || function (mod) {
    return (mod && mod.__esModule) ? mod : { "default": mod };
};
`;
const marker = 'Object.defineProperty(exports, "__esModule", { value: true });\n';
const one = `"use strict";\n${marker}exports.default = 5;\n`;

test('what TypeScript compiled becomes the ES module again', async () => {
  const { before, after, project } = await compared({
    'lib.js': `"use strict";
${marker}exports.Color = exports.K = exports.count = exports.Unset = void 0;
exports.add = add;
const node_path_1 = require("node:path");
exports.count = 0;
function add() { exports.count++; return node_path_1.join('a', 'b'); }
class K { }
exports.K = K;
var Color;
(function (Color) {
    Color[Color["Red"] = 0] = "Red";
})(Color || (exports.Color = Color = {}));
exports.default = K;
`,
    'main.js': `"use strict";
${importDefault}${marker}const lib_1 = __importDefault(require("./lib"));
const lib_2 = require("./lib");
const os_1 = __importDefault(require("os"));
(0, lib_2.add)();
console.log(new lib_1.default() instanceof lib_2.K, lib_2.count, lib_2.Color.Red, lib_2.Unset, typeof os_1.default.cpus);
`,
  });
  expect(after).toBe(before);
  expect(project.read('lib.js')).not.toMatch(/__esModule|void 0|require\(/);
  expect(project.read('main.js')).toContain('import * as lib_1 from "./lib.js";');
});

describe('a function is a helper by its text alone', () => {
  test.each([
    [
      'late',
      `const late = () => _interopRequireDefault(require('./lib')).default;\nconsole.log(late());`,
      'handed back',
    ],
    ['within an expression', `console.log(_interopRequireDefault(require('./lib')).default);`, 'handed back'],
    [
      'that always wraps',
      `console.log(_interopRequireDefault(require('./lib')).default.default);`,
      'wrapped',
    ],
    ['that does more', `console.log(_interopRequireDefault(require('./lib')).default);`, 'counted'],
  ])('%s', async (_, use, kind) => {
    const bodies: Readonly<Record<string, string>> = {
      'handed back': 'return obj && obj.__esModule ? obj : { default: obj };',
      wrapped: 'return { default: obj };',
      counted: "console.log('called'); return obj && obj.__esModule ? obj : { default: obj };",
    };
    const helper = `function _interopRequireDefault(obj) { ${bodies[kind]} }\n`;
    const { before, after, statuses } = await compared({ 'lib.js': one, 'main.js': `${helper}${use}\n` });
    expect(after).toBe(before);
    expect(statuses['lib.js']).toBe('converted');
  });
});

test.each([
  ['in a branch', `if (process.argv.length) ${marker}exports.a = 1;\n`],
  ['with another value', 'exports.__esModule = 1;\nexports.a = 1;\n'],
  ['twice', `${marker}${marker.replace(/true/, 'true, configurable: true')}exports.a = 1;\n`],
])('a marker that no compiler writes: %s', async (_, lib) => {
  const { before, after } = await compared({
    'lib.js': lib,
    'main.js':
      "try { const lib = require('./lib');\nconsole.log(lib.a, lib.__esModule); } catch (error) { console.log(error.message); }\n",
  });
  expect(after).toBe(before);
});
