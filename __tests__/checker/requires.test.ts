// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the sources under test contain template literals.
import { describe, expect, test } from '@jest/globals';
import { requireFacts } from '../../src/checker/requires/index.ts';
import { briefRequire } from '../support/brief-require.ts';
import { contextOf } from '../support/scan-context.ts';

const facts = (source: string, path?: string) => requireFacts(contextOf(source, path));
const brief = (source: string, path?: string): string[] => facts(source, path).requires.map(briefRequire);

describe('callees', () => {
  test.each([
    ["require('x');", 'top x side-effect'],
    ["(require)('x');", 'top x side-effect'],
    ["(0, require)('x');", 'top x side-effect'],
    ["require?.('x');", 'top x side-effect'],
    ["(require('x'));", 'top x side-effect'],
    ["module.require('x');", 'top module.require x side-effect'],
    ["module['require']('x');", 'top module.require x side-effect'],
    ["r\\u0065quire('x');", 'top x side-effect'],
    ["const load = require; load('x');", 'top alias x side-effect'],
    ["var load = (require); function f() { load('x'); }", 'deferred alias x expression later test'],
  ])('%s', (source, expected) => expect(brief(source)).toEqual([expected]));

  test.each([
    "function f(require) { require('x'); }",
    "function require() {} require('x');",
    "new require('x');",
    "require.resolve('x');",
    "require.call(null, 'x');",
    "a.require('x');",
    "(0, module.require)('x');",
    "(a(), require)('x');",
    "let load; load = require; load('x');",
    "let load = require; load = a; load('x');",
    "if (a) var load = require; load('x');",
    "const load = a || require; load('x');",
    "load('x'); var load = require;",
    "const { resolve } = require; resolve('x');",
    "(function (load) { load('x'); })(require);",
  ])('none in %s', (source) => expect(brief(source)).toEqual([]));
});

describe('specifiers', () => {
  test.each([
    ['require("a");', 'top a side-effect', '"a"'],
    ['require(`a`);', 'top a side-effect', '`a`'],
    ["require('a' + '/b');", 'top a/b side-effect', "'a' + '/b'"],
    ["require(`a${'/b'}`);", 'top a/b side-effect', "`a${'/b'}`"],
    ["require(('a'));", 'top a side-effect', "'a'"],
    ["require('a\\u0062');", 'top ab side-effect', "'a\\u0062'"],
    ['require(a);', 'top ? side-effect', 'a'],
    ["require('./' + a);", 'top ? side-effect', "'./' + a"],
    ['require(`./${a}`);', 'top ? side-effect', '`./${a}`'],
    ['require(...a);', 'top ? side-effect', '...a'],
    ['require();', 'top ? side-effect', ''],
    ["require('a', b());", 'top a +arguments side-effect', "'a'"],
    ["require('a', true);", 'top a side-effect', "'a'"],
    ["require('a', ...b);", 'top a +arguments side-effect', "'a'"],
    ['require(1);', 'top ? side-effect', '1'],
    ["require('');", 'top side-effect', "''"],
  ])('%s', (source, expected, argument) => {
    const [fact] = facts(source).requires;
    expect(briefRequire(fact!)).toBe(expected);
    expect(source.slice(...fact!.argument)).toBe(argument);
  });
});

describe('placement', () => {
  test.each([
    ["{ require('x'); }", 'top x'],
    ["a: { require('x'); }", 'conditional x'],
    ["a: { if (b) break a; require('x'); }", 'conditional x'],
    ["if (require('x')) {}", 'top x'],
    ["if (a) require('x');", 'conditional x'],
    ["if (a) {} else { require('x'); }", 'conditional x'],
    ["a && require('x');", 'conditional x'],
    ["require('x') && a;", 'top x'],
    ["a = b ? require('x') : c;", 'conditional x'],
    ["a ||= require('x');", 'conditional x'],
    ["a += require('x');", 'top x'],
    ["a?.b(require('x'));", 'conditional x'],
    ["require('x')?.a;", 'top x'],
    ["for (const a of require('x')) {}", 'top x'],
    ["for (const a of b) require('x');", 'conditional x'],
    ["for (a = require('x'); ; ) {}", 'top x'],
    ["while (require('x')) {}", 'conditional x'],
    ["do { require('x'); } while (a);", 'conditional x'],
    ["switch (require('x')) {}", 'top x'],
    ["switch (a) { case 1: require('x'); }", 'conditional x'],
    ["try { require('x'); } catch {}", 'conditional guarded x'],
    ["try { a(); } catch { require('x'); }", 'conditional x'],
    ["try { a(); } finally { require('x'); }", 'top x'],
    ["try { require('x'); } finally {}", 'conditional x'],
    ["try { a(function () { require('x'); }); } catch {}", 'deferred x'],
    ["function f() { try { require('x'); } catch {} }", 'deferred guarded x'],
    ["try { (() => require('x'))(); } catch {}", 'conditional guarded x'],
    ["if (a) return; require('x');", 'conditional x'],
    ["require('x'); return;", 'top x'],
    ["function f() { return; } require('x');", 'top x'],
    ["function f() { require('x'); }", 'deferred x'],
    ["async function f() { require('x'); }", 'deferred async x'],
    ["async function f() { a(() => require('x')); }", 'deferred x'],
    ["async () => { { require('x'); } };", 'deferred async x'],
    ["function f(a = require('x')) {}", 'deferred x'],
    ["(function () { require('x'); })();", 'top x'],
    ["(function () { require('x'); }());", 'top x'],
    ["!function () { require('x'); }();", 'top x'],
    ["(() => { require('x'); })();", 'top x'],
    ["(function () { require('x'); }).call(this);", 'top x'],
    ["new function () { require('x'); };", 'deferred x'],
    ["(function (a = require('x')) {})();", 'conditional x'],
    ["(function f() { require('x'); f(); })();", 'deferred x'],
    ["(function () { require('x'); arguments.callee(); })();", 'deferred x'],
    ["(function () { if (a) return; require('x'); })();", 'conditional x'],
    ["(function () { if (a) return; })(); require('x');", 'top x'],
    ["if (a) (function () { require('x'); })();", 'conditional x'],
    ["(async () => { require('x'); })();", 'deferred async x'],
    ["(function* () { require('x'); })();", 'deferred x'],
    ["(function (a) { a(); })(function () { require('x'); });", 'deferred x'],
    ["(function () {})(require('x'));", 'top x'],
    ["class A { static a = require('x'); }", 'top x'],
    ["class A { static { require('x'); } }", 'conditional x'],
    ["class A { a = require('x'); }", 'deferred x'],
    ["class A { [require('x')]() {} }", 'top x'],
    ["class A extends require('x') {}", 'top x'],
    ["class A { static a() { require('x'); } }", 'deferred x'],
    ["a = { b: require('x') };", 'top x'],
    ["a = { get b() { return require('x'); } };", 'deferred x'],
    ["a = { [require('x')]() {} };", 'top x'],
    ["async function f() { class A { static { require('x'); } } }", 'deferred x'],
  ])('%s -> %s', (source, expected) => {
    const [line] = brief(source);
    expect(line?.replace(/ (side-effect|expression).*/, '')).toBe(expected);
  });

  test('names the statement of the program body', () => {
    const source = "a();\nif (b) { c(function () { require('x'); }); }\nd();";
    const [fact] = facts(source).requires;
    expect(source.slice(...fact!.statement)).toBe("if (b) { c(function () { require('x'); }); }");
  });
});

describe('forms', () => {
  test.each([
    ["const a = require('x');", 'top x const a'],
    ["var a = require('x').b['c'];", 'top x var .b.c a'],
    ["let a = (require('x')).b;", 'top x let .b a'],
    ["const a = require('x')[0];", 'top x const .0 a'],
    ["const { a, b: c, 'd e': f, 0: g } = require('x');", 'top x const {a, b:c, d e:f, 0:g}'],
    ["const { a = 1, b: c = 2, ...d } = require('x');", 'top x const {a=, b:c=, ...d}'],
    ["const { a: { b } } = require('x');", 'top x const {?}'],
    ["const { [a]: b } = require('x');", 'top x const {?}'],
    ["const [a] = require('x');", 'top x const {?}'],
    ["const {} = require('x');", 'top x const {}'],
    ["const { a } = require('x').b;", 'top x const .b {a}'],
    ["{ const a = require('x'); a(); }", 'top x expression value'],
    ["var a; a = require('x'); a.b;", 'top x expression value'],
    ["const a = require('x')?.b;", 'top x expression member b'],
    ["const a = require('x')[b];", 'top x expression computed'],
    ["const a = require('x')(b);", 'top x expression call'],
    ["const a = require('x').b(c);", 'top x expression .b call'],
    ["const a = new (require('x'))();", 'top x expression construct'],
    ["const a = new (require('x').B)();", 'top x expression .B construct'],
    ["require('x')`a`;", 'top x expression call'],
    ["require('x').a;", 'top x expression .a test'],
    ["require('x').a = 1;", 'top x expression .a member-write a'],
    ["delete require('x').a;", 'top x expression .a member-write a'],
    ["void require('x');", 'top x expression test'],
    ["f(require('x'));", 'top x expression value'],
    ["if (a) require('x');", 'conditional x expression test'],
    ["exports.a = require('x');", 'top x expression export'],
    ["module.exports = require('x').a;", 'top x expression .a export'],
    ["module.exports = { a: require('x') };", 'top x expression export'],
    ["export const a = require('x');", 'top x expression value'],
    ["using a = require('x');", 'top x expression value'],
    ["class A extends require('x') {}", 'top x expression construct'],
    ["const { a } = b, c = require('x');", 'top x const c'],
    ["if (a) f(); var a = require('x');", 'top x expression value'],
    ["if (a) f(); var { a } = require('x');", 'top x expression destructure a'],
    ["f(() => a); var a = require('x');", 'top x expression value'],
    ["a = 1; var a = require('x');", 'top x var a written 1'],
    ["var a = require('x'); var a;", 'top x expression value'],
    ["var a = require('x'); function a() {}", 'top x expression value'],
    ["var a = require('x'); if (b) { function a() {} }", 'top x expression value'],
  ])('%s', (source, expected) => expect(brief(source)[0]!.replace(/ \[.*/, '')).toBe(expected));

  test('several declarators, each with its siblings', () => {
    const source = "var a = require('a'), b = require('b').c, d = 5;";
    const forms = facts(source).requires.map(({ form }) => form);
    const declarators = forms.map((form) => (form.kind === 'declarator' ? form.declarator : null));
    expect(declarators.map((each) => [each!.name, each!.index, source.slice(...each!.range)])).toEqual([
      ['a', 0, "a = require('a')"],
      ['b', 1, "b = require('b').c"],
    ]);
    expect(declarators[0]!.siblings.map((range) => source.slice(...range))).toEqual([
      "a = require('a')",
      "b = require('b').c",
      'd = 5',
    ]);
    expect(source.slice(...declarators[0]!.declaration)).toBe(source);
  });

  test('the ranges of a member path, comments and parentheses included', () => {
    const source = "const a = (require('x') /* 1 */).b /* 2 */ [ 'c' ];";
    const form = facts(source).requires[0]!.form;
    if (form.kind !== 'declarator') throw new Error('A declarator.');
    const { path, value } = form;
    expect(path.map(({ range }) => source.slice(...range))).toEqual(['.b', " /* 2 */ [ 'c' ]"]);
    expect(source.slice(...value)).toBe("(require('x') /* 1 */).b /* 2 */ [ 'c' ]");
  });

  test('an annotated target is no plain declarator', () => {
    expect(brief("/* @flow */ const a: A = require('x');")).toEqual(['top x expression value']);
  });
});

describe('aliases of require', () => {
  const aliases = (source: string) =>
    facts(source).requireAliases.map(({ declarator, requires }) => `${declarator.name} ${requires.join()}`);

  test.each([
    ["const load = require; load('a'); require('b'); load('c');", ['load 0,2']],
    ['const load = require;', ['load ']],
    ["const load = require; load('a'); load.resolve('b');", []],
    ["const load = require; load('a'); f(load);", []],
    ["function f() { const load = require; load('a'); }", []],
    ["const load = require; load('a'); eval(b);", []],
    ['f(require);', []],
    ["require('a'); require?.('b'); require.resolve('c'); typeof require;", []],
  ])('%s', (source, expected) => {
    expect(aliases(source)).toEqual(expected);
  });
});

describe('createRequire', () => {
  test.each([
    [
      "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url); const a = require('x');",
      'top createRequire x const a',
    ],
    [
      "import { createRequire as make } from 'module'; const load = make(import.meta.filename); load('x');",
      'top createRequire x side-effect',
    ],
    [
      "import module from 'module'; module.createRequire(import.meta.url)('x');",
      'top createRequire x side-effect',
    ],
    [
      "import * as m from 'module'; const load = m.createRequire(import.meta.url); load('x').a;",
      'top createRequire x expression .a test',
    ],
  ])('%s', (source, expected) => expect(brief(source)).toEqual([expected]));

  test.each([
    ["const load = require('module').createRequire(__filename); load('x');"],
    ["const { createRequire } = require('node:module'); const load = createRequire(__filename); load('x');"],
    ["const M = require('module'); const load = M.createRequire(__filename); load('x');"],
  ])('%s', (source) => expect(brief(source)[1]).toBe('top createRequire x side-effect'));

  test.each([
    "import { createRequire } from 'module'; const load = createRequire(other); load('x');",
    "import { createRequire } from 'elsewhere'; const load = createRequire(import.meta.url); load('x');",
    "import { createRequire } from 'module'; let load = createRequire(import.meta.url); load = 1; load('x');",
    "import { isBuiltin } from 'module'; const load = isBuiltin(import.meta.url); load('x');",
  ])('not for this file: %s', (source) => expect(brief(source)).toEqual([]));
});

describe('require declared again', () => {
  const codes = (source: string) => facts(source).findings.map(({ code }) => code);

  test.each([
    ["var require = require || a; require('x');", ['require-replaced']],
    ['var require; require(1);', ['require-replaced']],
    ['var require = { baseUrl: 1 };', []],
    ["function require() {} require('x');", []],
    ["function f() { var require = a; require('x'); }", []],
    ["import a from 'a'; var require = a; require('x');", []],
  ])('%s', (source, expected) => expect(codes(source)).toEqual(expected));
});
