import { describe, expect, test } from '@jest/globals';
import { esbuild } from './support/esbuild.ts';
import { codes, Project, statuses } from './support/project.ts';
import { compared } from './support/same.ts';

type Files = Readonly<Record<string, string>>;

const marker = 'Object.defineProperty(exports, "__esModule", {\n    value: true\n});\n';

/** As swc writes it: now and before. */
const swcNow = `function _export(target, all) {
    for(var name in all)Object.defineProperty(target, name, {
        enumerable: true,
        get: Object.getOwnPropertyDescriptor(all, name).get
    });
}
`;
const swcBefore = `function _export(target, all) {
    for(var name in all)Object.defineProperty(target, name, {
        enumerable: true,
        get: all[name]
    });
}
`;

/** As esbuild wrote it before its version 0.14. */
const esbuildBefore = `var __defProp = Object.defineProperty;
var __markAsModule = (target) => __defProp(target, "__esModule", { value: true });
var __export = (target, all) => {
  __markAsModule(target);
  for (var name in all)
    __defProp(target, name, { get: all[name], enumerable: true });
};
`;

const body = `const a = 1;
let n = 0;
function f() { n++; return n; }
class K {}
var lib_default = K;
`;
const main =
  "const lib = require('./lib');\n(0, lib.f)();\nconsole.log(lib.a, lib.n, (0, lib.f)(), lib.n, new lib.default() instanceof lib.L, lib.default.name);\n";

test.each([
  [
    'swc',
    `"use strict";\n${marker}${swcNow}_export(exports, {\n    get a () {\n        return a;\n    },\n    get default () {\n        return lib_default;\n    },\n    get f () {\n        return f;\n    },\n    get L () {\n        return K;\n    },\n    get n () {\n        return n;\n    }\n});\n${body}`,
  ],
  [
    'swc, before',
    `"use strict";\n${marker}${swcBefore}_export(exports, {\n    a: function() {\n        return a;\n    },\n    default: ()=>lib_default,\n    f: function() {\n        return f;\n    },\n    L: ()=>K,\n    n: ()=>n\n});\n${body}`,
  ],
  [
    'esbuild, before',
    `${esbuildBefore}__export(exports, {\n  L: () => K,\n  a: () => a,\n  default: () => lib_default,\n  f: () => f,\n  n: () => n\n});\n${body}`,
  ],
])('exports by getters become the variables that they give: %s', async (_, lib) => {
  const { before, after, statuses, project } = await compared({ 'lib.js': lib, 'main.js': main });
  expect(after).toBe(before);
  expect(statuses).toMatchObject({ 'lib.js': 'converted', 'main.js': 'converted' });
  expect(project.read('lib.js')).toContain('export let n = 0;\nexport function f()');
  expect(project.read('lib.js')).not.toMatch(/_export|defineProperty|__defProp|__markAsModule/);
});

describe('what esbuild compiled becomes the ES module again', () => {
  const values = `export const a = 1;\nexport let n = 0;\nexport function f() { n++; return n; }\nclass K {}\nexport { K as L };\nexport default K;\n`;

  test.each<readonly [string, Files, string]>([
    [
      'named exports',
      { 'main.js': `import { a, f, n, L } from './lib';\nf();\nconsole.log(a, n, f(), L.name);` },
      'converted',
    ],
    [
      'a default export',
      { 'main.js': `import K, { L } from './lib';\nconsole.log(new K() instanceof L);` },
      'converted',
    ],
    [
      'a namespace',
      { 'main.js': `import * as lib from './lib';\nlib.f();\nconsole.log(lib.n, lib.default.name);` },
      'converted',
    ],
    [
      'builtins',
      {
        'main.js': `import fs, { existsSync } from 'node:fs';\nimport * as path from 'path';\nimport { a } from './lib';\nconsole.log(typeof fs.readFileSync, existsSync('/nowhere'), path.sep, a);`,
      },
      'converted',
    ],
    [
      'a namespace that is passed on',
      { 'main.js': `import * as lib from './lib';\nlib.f();\nconsole.log(Object.keys(lib), lib.n);` },
      'refused',
    ],
    [
      'an object in its place',
      {
        'main.js': `import * as lib from './const';\nconsole.log(Object.keys(lib), JSON.stringify(lib));`,
        'const.js': 'export const b = 1;\nexport default 2;\nexport const a = 3;\n',
      },
      'unnamed',
    ],
  ])('%s', async (_, sources, status) => {
    const { before, after, statuses } = await compared(esbuild({ 'lib.js': values, ...sources }));
    expect(after).toBe(before);
    expect(statuses['main.js']).toBe('converted');
    if (status !== 'unnamed') expect(statuses['lib.js']).toBe(status);
    else expect(statuses['const.js']).toBe('converted');
  });

  test('its helpers go', async () => {
    const sources = {
      'lib.js': values,
      'main.js': `import K, * as lib from './lib';\nconsole.log(K.name, lib.a);`,
    };
    const { project } = await compared(esbuild(sources));
    expect(project.read('main.js')).not.toMatch(/__\w+ =|require\(/);
    expect(project.read('lib.js')).not.toMatch(/__\w+ =|module\.exports/);
  });

  const fixed = `export const z = 1;\nexport function f() { return 2; }\nexport default class K {}`;
  const asItIs = (text: string): string => text;

  test.each([
    ['exports that stay what they are', fixed, asItIs, 'converted'],
    ['a variable that changes', values, asItIs, 'refused'],
    ['names that Node does not find', fixed, (text: string) => text.replace(/^0 &&[^;]*;/m, ''), 'refused'],
  ] as const)('outsiders of a package get what they got: %s', async (_, index, change, status) => {
    const project = new Project({
      'pkg/package.json': '{ "name": "pkg", "version": "1.0.0", "main": "index.js" }\n',
      'pkg/index.js': change(esbuild({ 'index.js': index })['index.js']!),
      'ask.mjs': `import * as all from './pkg/index.js';
import { createRequire } from 'node:module';
const required = createRequire(import.meta.url)('./pkg/index.js');
console.log(all.default === required, Object.getOwnPropertyDescriptors(required));
try { required.f = 1; } catch (error) { console.log(error.constructor.name); }
console.log(all.f?.(), required.f(), required.default.name, Object.keys(all).filter((key) => key !== 'module.exports'));\n`,
    });
    const before = project.run('ask.mjs').replace(/\[(?:Function|class)[^\]]*\]/g, 'F');
    const planned = await project.convert({ paths: ['pkg'] });
    const after = project.run('ask.mjs').replace(/\[(?:Function|class)[^\]]*\]/g, 'F');
    expect(statuses(planned)['pkg/index.js']).toBe(status);
    if (status === 'refused') expect(codes(planned, 'pkg/index.js')).toContain('transpiled');
    expect(after).toBe(before);
  });
});

const esbuilt = (lib: string): string => esbuild({ 'lib.js': lib })['lib.js']!;
const plain = esbuilt('export const a = 1;\nexport const b = 2;');

describe('what only looks like it', () => {
  test.each([
    ['another marker', plain.replace('{ value: true }', '{ value: false }')],
    ['another definition', plain.replace('enumerable: true });', 'enumerable: false });')],
    ['a getter that does more', plain.replace('a: () => a', 'a: () => (console.log("asked"), a)')],
    ['more exports', `${plain}exports.c = 3;\n`],
    ['other exports in the end', `${plain}module.exports = { a: 5 };\n`],
    [
      'the object is used once more',
      `${plain}console.log(Object.keys(lib_exports ?? {}));\n`.replace(
        'lib_exports',
        /var (\w+_exports)/.exec(plain)![1]!,
      ),
    ],
    [
      'the definer is used once more',
      `${plain}const more = {};\n__export(more, { x: () => 1 });\nconsole.log(more.x);\n`,
    ],
    ['a replaced helper', `${plain}__defProp = () => {};\n`],
    ['this', `${plain}this.d = 4;\n`],
    [
      'a key that is mentioned',
      `"use strict";\n${marker}${swcNow}_export(exports, { get a () { return a; } });\nconst a = 1;\nconsole.log(exports.a);\n`,
    ],
    [
      'a key of the prototype',
      `"use strict";\n${marker}${swcNow}_export(exports, { get toString () { return toString; } });\nfunction toString() { return 'mine'; }\n`,
    ],
  ])('%s', async (_, lib) => {
    const { before, after } = await compared({
      'lib.js': lib,
      'main.js':
        "const lib = require('./lib');\nconsole.log(lib.a, lib.b, lib.c, lib.d, lib.__esModule, Object.keys(lib), String(lib));\n",
    });
    expect(after).toBe(before);
  });
});
