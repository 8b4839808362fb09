import { describe, expect, test } from '@jest/globals';
import { inFileAnswer } from '../../src/checker/answer.ts';
import { esmFacts } from '../../src/checker/esm.ts';
import type { EsmImport } from '../../src/checker/facts.ts';
import { systemFacts } from '../../src/checker/system.ts';
import { contextOf } from '../support/scan-context.ts';

const esm = (source: string, path = 'file.mjs') => esmFacts(contextOf(source, path));
const brief = (list: readonly EsmImport[]): string[] =>
  list.map(({ specifier, names, typeOnly }) => `${specifier}: ${names.join()}${typeOnly ? ' (type)' : ''}`);

describe('imports', () => {
  test.each([
    ["import 'a';", 'a: '],
    ["import a from 'a';", 'a: default'],
    ["import * as a from 'a';", 'a: *'],
    ["import a, { b, c as d, 'e f' as g } from 'a';", 'a: default,b,c,e f'],
    ["export { a, default as b } from 'a';", 'a: a,default'],
    ["export * as a from 'a';", 'a: *'],
  ])('%s -> %s', (source, expected) => expect(brief(esm(source).imports)).toEqual([expected]));

  test.each([
    ["import type { A } from 'a';", 'a: A (type)'],
    ["import { type A, b } from 'a';", 'a: b'],
    ["export type { A } from 'a';", 'a: A (type)'],
    ["import a = require('a');", 'a: *'],
  ])('%s -> %s', (source, expected) => expect(brief(esm(source, 'file.ts').imports)).toEqual([expected]));

  test.each([
    ["import typeof A from 'a';", 'a: default (type)'],
    ["import { typeof A, b } from 'a';", 'a: b'],
  ])('of Flow: %s -> %s', (source, expected) =>
    expect(brief(esm(`// @flow\n${source}`, 'file.js').imports)).toEqual([expected]),
  );

  test('export * from', () => {
    const { stars, imports, exports } = esm("export * from 'a';");
    expect([brief(stars), imports, exports]).toEqual([['a: *'], [], []]);
  });

  test('import() with a literal, in CommonJS too', () => {
    const source = "import('a'); import(`b`); import('c' + '.js', { with: {} }); import(d);";
    const { dynamicImports } = esm(source, 'file.js');
    expect(brief(dynamicImports)).toEqual(['a: *', 'b: *', 'c.js: *']);
    expect(dynamicImports.map(({ argument }) => source.slice(...argument))).toEqual([
      "'a'",
      '`b`',
      "'c' + '.js'",
    ]);
  });
});

test.each([
  ['export default 1;', ['default']],
  ['export const a = 1, { b, c: [d = 1, ...e], ...f } = g;', ['a', 'b', 'd', 'e', 'f']],
  ['export function a() {} export class B {}', ['a', 'B']],
  ["const a = 1; export { a, a as default, a as 'x y' };", ['a', 'default', 'x y']],
  ["export * as ns from 'a';", ['ns']],
])('exports of %s', (source, expected) => expect(esm(source).exports).toEqual(expected));

test.each([
  ['export interface A {}', []],
  ['export type A = 1;', []],
  ['export enum A { b }', ['A']],
])('exports of %s (TypeScript)', (source, expected) =>
  expect(esm(source, 'file.ts').exports).toEqual(expected),
);

test.each([
  ['await a;', true],
  ['for await (const a of b);', true],
  ['if (a) { await b; }', true],
  ['async function f() { await a; for await (const b of c); }', false],
  ['(async () => await a)();', false],
  ['class A { [await b]() {} }', true],
])('top-level await in %s: %p', (source, expected) => expect(esm(source).hasTopLevelAwait).toBe(expected));

describe('system', () => {
  const system = (source: string, path?: string): string => {
    const part = systemFacts(contextOf(source, path));
    return [part.system, ...part.findings.map(({ code }) => code)].join(' ');
  };

  test.each([
    ['', 'script'],
    ['var a = 1; a();', 'script'],
    ['function f(require) { require(1); }', 'script'],
    ["require('a');", 'commonjs'],
    ['if (typeof module !== "undefined") {}', 'commonjs'],
    ['f(__dirname);', 'commonjs'],
    ['return;', 'commonjs'],
    ['this.a = 1;', 'commonjs'],
    ['(() => { this.a = 1; })();', 'commonjs'],
    ['(function () { this.a = 1; })();', 'script'],
    ["import a from 'a';", 'esm'],
    ['f(import.meta.url);', 'esm'],
    ["import a from 'a'; require('b');", 'esm'],
    ["import a from 'a'; if (module.hot) module.hot.accept();", 'esm'],
    ["import a from 'a'; f(typeof exports, typeof module.exports);", 'esm'],
    ["import a from 'a'; exports.b = 1;", 'mixed mixed-module-systems'],
    ["import a from 'a'; module['exports'] = 1;", 'mixed mixed-module-systems'],
  ])('%s -> %s', (source, expected) => expect(system(source)).toBe(expected));

  test.each([
    ["import type { A } from 'a'; exports.b = 1;", 'commonjs'],
    ["import typeof A from 'a'; module.exports = 1;", 'commonjs'],
    ["import typeof * as A from 'a'; require('b');", 'commonjs'],
    ['export type A = 1; export opaque type B = 2; export interface C {} exports.b = 1;', 'commonjs'],
    ["export type { A } from 'a'; export type * from 'a'; exports.b = 1;", 'commonjs'],
    ['declare var a: 1; declare module.exports: 1; exports.b = 1;', 'commonjs'],
    ["import type { A } from 'a'; with (b) c();", 'script'],
    ['export type A = 1;', 'script'],
    ["import type { A } from 'a'; await b;", 'esm'],
    ["import type { A } from 'a'; export default 1;", 'esm'],
    ["import { type A, b } from 'a'; exports.b = 1;", 'mixed mixed-module-systems'],
    ["import { type A } from 'a'; exports.b = 1;", 'mixed mixed-module-systems'],
    ["import type A from 'a'; import b from 'b'; exports.b = 1;", 'mixed mixed-module-systems'],
  ])('%s -> %s (Flow)', (source, expected) => expect(system(`// @flow\n${source}`)).toBe(expected));

  test.each([
    ["import type { A } from 'a'; const b = 1;", 'esm'],
    ["import a from 'a'; export const b: number = a;", 'esm'],
    ["import a = require('a'); a();", 'esm typescript-not-yet'],
    ["import type a = require('a'); let b: a;", 'esm'],
    ["import a from 'a'; module.exports = a;", 'mixed typescript-not-yet'],
    ['const a = 1; export = a;', 'esm typescript-not-yet'],
    ["const a = require('a');", 'commonjs typescript-not-yet'],
    ['exports.a = 1;', 'commonjs typescript-not-yet'],
    ['const a: number = 1;', 'script'],
  ])('%s -> %s (TypeScript)', (source, expected) => expect(system(source, 'file.ts')).toBe(expected));
});

describe('answer in the file', () => {
  test.each([
    ['// esmshift: default\na();', 'default'],
    ['/* esmshift: named */ a();', 'named'],
    ['/**\n * esmshift: keep\n */\na();', 'keep'],
    ["'use strict';\n//esmshift:keep\na();", 'keep'],
    ['// esmshift: keep', 'keep'],
    ['// see esmshift: keep\na();', null],
    ['// esmshift: keep it\na();', 'answer-unknown'],
    ['// esmshift: both\na();', 'answer-unknown'],
    ['// esmshift:\na();', 'answer-unknown'],
    ['a(); // esmshift: keep', 'answer-misplaced'],
    ['// esmshift: keep\n// esmshift: default\na();', 'keep answer-misplaced'],
  ])('%j -> %s', (source, expected) => {
    const { answer, findings } = inFileAnswer(contextOf(source));
    const words = [answer, ...findings.map(({ code }) => code)].filter((word) => word !== null);
    expect(words.join(' ')).toBe(expected ?? '');
  });
});
