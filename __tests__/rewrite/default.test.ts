import { describe, expect, test } from '@jest/globals';
import { convert } from './support/convert.ts';

type Rows = readonly (readonly [idea: string, input: string, output: string])[];

const alone: Rows = [
  ['an object', 'module.exports = { a: 1 };', 'export default { a: 1 };'],
  ['a function', 'module.exports = function (a) {};', 'export default function (a) {}'],
  ['a name that is free', 'module.exports = function f() {};', 'export default function f() {}'],
  [
    'a name that is taken',
    'var f = 1;\nmodule.exports = function f() {};',
    'var f = 1;\nexport default (function f() {});',
  ],
  [
    'what starts like one',
    'module.exports = function () {}.call(1);',
    'export default (function () {}.call(1));',
  ],
  ['a chain with more', 'module.exports = x.y = 1;', 'export default x.y = 1;'],
  ['parentheses', 'exports = (module.exports = f);\nfunction f() {}', 'export default f;\nfunction f() {}'],
  ['a module', "module.exports = require('./m');", "export { default } from './m';"],
];

const held: Rows = [
  [
    'by its variable',
    'var a = (exports = module.exports = {});\nexports.b = 1;',
    'var a = {};\na.b = 1;\n\nexport default a;',
  ],
  [
    'by its function',
    'module.exports = function f() {};\nmodule.exports.a = 1;',
    'export default function f() {}\nf.a = 1;',
  ],
  [
    'by the name of the file',
    'module.exports = {};\nmodule.exports.a = 1;',
    'const thing = {};\nthing.a = 1;\n\nexport default thing;',
  ],
  [
    'by a name of its own',
    'module.exports = { thing };\nmodule.exports.a = 1;',
    'const thing_1 = { thing };\nthing_1.a = 1;\n\nexport default thing_1;',
  ],
  [
    'twice',
    'exports.a = 1;\nmodule.exports = { b: exports.a };',
    'const exports = {};\n\nexports.a = 1;\nexport default { b: exports.a };',
  ],
  [
    'in branches',
    'if (x) module.exports = 1;\nelse module.exports = 2;',
    'let thing = {};\n\nif (x) thing = 1;\nelse thing = 2;\nexport default thing;',
  ],
  [
    'without a semicolon',
    'module.exports = {}\nmodule.exports.a = 1\n;[1].map(f)',
    'const thing = {}\nthing.a = 1\n;[1].map(f)\n\nexport default thing',
  ],
];

test.each(alone)('alone: %s', (_, input, output) => {
  expect(convert(input)).toBe(output);
});

test.each(held)('held: %s', (_, input, output) => {
  expect(convert(input)).toBe(output);
});

describe('by answer', () => {
  test('the object that Node makes', () => {
    expect(convert('exports.a = 1;\nf(this);', { shape: 'default' })).toBe(
      'const exports = {};\n\nexports.a = 1;\nf(exports);\n\nexport default exports;',
    );
  });

  test('for require', () => {
    expect(convert('module.exports = {};', { commonJsView: 'value' })).toBe(
      "const thing = {};\n\nexport default thing;\nexport { thing as 'module.exports' };".replace(
        '\n\n',
        '\n',
      ),
    );
  });

  test('with names', () => {
    const source = 'function a() {}\nmodule.exports = { a, b: 1 };';
    expect(convert(source, { literalNames: true })).toContain('export { a, b };');
  });
});
