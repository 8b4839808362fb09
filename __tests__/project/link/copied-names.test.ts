import { describe, expect, test } from '@jest/globals';
import { copiedNames } from '../../../src/project/link/order/copied-names.ts';
import { sharedState } from '../../../src/project/link/order/shared-state.ts';
import { modulesOf } from './modules.ts';

/** Whether `m.js` has to stay for the sake of `ask.mjs`, which imports `a` from it. */
function stays(provider: string, others: Readonly<Record<string, string>> = {}): boolean {
  const modules = modulesOf({
    'm.js': provider,
    'ask.mjs': "import { a } from './m.js';\nconsole.log(a);",
    ...others,
  });
  const { stays, isCopied } = copiedNames(modules, sharedState(modules, null, new Map()));
  expect(isCopied({ kind: 'module', id: 'm.js' })).toBe(stays.has('m.js'));
  return stays.has('m.js');
}

describe('names that an ES module copies from CommonJS', () => {
  test.each([
    ['a key that is written once', 'exports.a = 1;'],
    ['another key changes', 'exports.a = 1;\nexports.set = (v) => { exports.b = v; };\nexports.b = 1;'],
    ['a literal', 'module.exports = { a: 1 };'],
    ['a function with a key', 'module.exports = f;\nfunction f() {}\nmodule.exports.a = 1;'],
    ['nothing is exported', 'console.log(1);'],
  ])('do not change: %s', (_, text) => {
    expect(stays(text)).toBe(false);
  });

  test.each([
    ['a function writes it', 'exports.a = 1;\nexports.set = (v) => { exports.a = v; };'],
    ['a function writes to itself', 'module.exports = f;\nfunction f() { f.a = 2; }\nmodule.exports.a = 1;'],
    [
      'a method writes to its object',
      'module.exports = { a: 1, set() { this.a = 2; } };\nmodule.exports.a = 1;',
    ],
    ['a function deletes it', 'module.exports = f;\nfunction f() { delete f.a; }\nmodule.exports.a = 1;'],
    ['the object escapes', 'exports.a = 1;\nglobalThis.it = exports;'],
    ['the value comes from elsewhere', "module.exports = require('make')();\nmodule.exports.a = 1;"],
    ['what is behind it changes', "module.exports = require('./b');"],
  ])('may change: %s', (_, text) => {
    const b = 'exports.a = 1;\nexports.set = (v) => { exports.a = v; };';
    expect(stays(text, { 'b.js': b })).toBe(true);
  });

  test.each([
    ["const m = require('./m');\nm.a = 2;", true],
    ["const m = require('./m');\nm.b = 2;", false],
    ["const m = require('./m');\npatch(m);\nfunction patch(it) { it.a = 2; }", true],
    ["const { a } = require('./m');\nconsole.log(a);", false],
  ])('another file does this: %s', (text, expected) => {
    expect(stays('exports.a = 1;', { 'other.js': text })).toBe(expected);
  });

  test('the default import is no copy', () => {
    const modules = modulesOf({
      'm.js': 'exports.a = 1;\nexports.set = (v) => { exports.a = v; };',
      'ask.mjs': "import m from './m.js';\nconsole.log(m.a);",
    });
    expect(copiedNames(modules, sharedState(modules, null, new Map())).stays.size).toBe(0);
  });

  test('a builtin that the project patches', () => {
    const modules = modulesOf({ 'ask.mjs': "import { sep } from 'path';\nconsole.log(sep);" });
    const path = { kind: 'builtin', name: 'path', names: new Set(['sep']) } as const;
    const ask = modules.get('ask.mjs')!;
    const asked = new Map([
      ['ask.mjs', { ...ask, imports: new Map([...ask.imports.keys()].map((offset) => [offset, path])) }],
    ]);
    expect(copiedNames(asked, sharedState(asked, null, new Map())).isCopied(path)).toBe(false);
    expect(
      copiedNames(asked, sharedState(asked, null, new Map([['path', new Set(['sep'])]]))).isCopied(path),
    ).toBe(true);
  });
});
