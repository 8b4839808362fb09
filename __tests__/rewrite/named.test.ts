import { describe, expect, test } from '@jest/globals';
import { convert } from './support/convert.ts';

type Rows = readonly (readonly [idea: string, input: string, output: string])[];

const values: Rows = [
  ['a function', 'exports.f = function (a) {};', 'export function f(a) {}'],
  ['a named function', 'exports.f = function f() {};', 'export function f() {}'],
  ['another name', 'exports.f = function g() {};', 'export const f = function g() {};'],
  ['a generator', 'exports.f = async function* () {};', 'export async function* f() {}'],
  ['a class', 'exports.A = class {};', 'export class A {}'],
  ['an arrow', 'exports.f = () => 1;', 'export const f = () => 1;'],
  [
    'a semicolon of the next line',
    'exports.f = function () {}\n;[1].map(f2)',
    'export function f() {}\n;[1].map(f2)',
  ],
  ['a default', 'exports.default = 1;', 'export default 1;'],
];

const variables: Rows = [
  ['written again', 'exports.a = 1;\nexports.a = 2;', 'export let a = 1;\na = 2;'],
  ['read before', 'f(exports.a);\nexports.a = 1;', 'f(a);\nexport var a = 1;'],
  [
    'in branches',
    'if (x) exports.a = 1;\nelse exports.a = 2;',
    'export let a;\n\nif (x) a = 1;\nelse a = 2;',
  ],
  [
    'with a global',
    'exports.b = process.b;\nexports.process = 1;',
    'export const b = process.b;\nconst process_1 = 1;\nexport { process_1 as process };',
  ],
  ['a reserved word', 'exports.new = 1;', 'const new_1 = 1;\nexport { new_1 as new };'],
  ['no identifier', "exports['a-b'] = 1;", "const aB = 1;\nexport { aB as 'a-b' };"],
  [
    'captured inside',
    'exports.a = 1;\nf((a) => exports.a);',
    'const a_1 = 1;\nexport { a_1 as a };\nf((a) => a_1);',
  ],
];

const locals: Rows = [
  ['declared before', 'function f() {}\nexports.f = f;', 'export function f() {}'],
  [
    'by other names',
    'const a = 1, b = 2;\nexports.a = a;\nexports.c = b;',
    'const a = 1, b = 2;\nexport { a, b as c };',
  ],
  [
    'changed later',
    'let a = 1;\nexports.a = a;\na = 2;',
    'let a = 1;\nconst a_1 = a;\nexport { a_1 as a };\na = 2;',
  ],
  ['with a comment', 'function f() {}\n// why\nexports.f = f;', 'function f() {}\n// why\nexport { f };'],
  ['a chain of two', 'exports.a = exports.b = 1;', 'export const b = 1;\nexport const a = b;'],
  ['a chain with a variable', 'const a = (exports.a = 1);', 'export const a = 1;'],
  ['a chain with more', 'x.a = exports.a = 1;', 'export let a;\n\nx.a = a = 1;'],
];

const mentions: Rows = [
  ['a shorthand', 'exports.a = 1;\nf({ a: exports.a });', 'export const a = 1;\nf({ a });'],
  ['a key of itself', 'exports.a = 1;\nf(exports["a"]in b);', 'export const a = 1;\nf(a in b);'],
  ['new', 'exports.A = class {};\nnew exports.A();', 'export class A {}\nnew A();'],
  ['a missing key', 'exports.a = 1;\nf(exports.b);', 'export const a = 1;\nf(undefined);'],
  ['an alias', 'const self = exports;\nself.a = 1;', 'export const a = 1;'],
  [
    'the names of a wrapper',
    '(function (e) { e.a = 1; })(exports);',
    'export let a;\n\n(function () { a = 1; })();',
  ],
];

describe.each([
  ['values', values],
  ['variables', variables],
  ['locals', locals],
  ['mentions', mentions],
])('%s', (_, rows) => {
  test.each(rows)('%s', (_idea, input, output) => {
    expect(convert(input)).toBe(output);
  });
});

describe('views', () => {
  test('names that are never set', () => {
    expect(convert('exports.a = 1;', { absentNames: ['b', 'delete'] })).toBe(
      'export const a = 1;\nexport const b = undefined;\nconst delete_1 = undefined;\nexport { delete_1 as delete };',
    );
  });

  test('one object besides', () => {
    expect(convert("exports.a = 1;\nexports['__proto__x'] = 2;", { commonJsView: 'object' })).toContain(
      "export { exports as default, exports as 'module.exports' };",
    );
  });

  test('one object besides, where the last statements go: one blank line before it, and the end of the file as it was', () => {
    const view = "const exports = { f };\nexport { exports as default, exports as 'module.exports' };";
    for (const [between, end] of [
      ['\n', '\n'],
      ['\n\n', '\n\n'],
      ['\n\n', ''],
    ] as const)
      expect(convert(`function f() {}${between}exports.f = f;${end}`, { commonJsView: 'object' })).toBe(
        `export function f() {}\n\n${view}${end}`,
      );
  });

  test('a named shape whose exports escape is a fault', () => {
    expect(() => convert('f(exports);', { shape: 'named' })).toThrow('escapes');
  });
});
