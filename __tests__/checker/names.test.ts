import { describe, expect, test } from '@jest/globals';
import type { TopBinding } from '../../src/checker/facts.ts';
import { nameFacts } from '../../src/checker/names.ts';
import { contextOf } from '../support/scan-context.ts';

const names = (source: string, path?: string) => nameFacts(contextOf(source, path));

/** `var`, `x2` for two declarations, `export` where it can be exported, `this` where it needs no this, writes. */
function describeBinding(source: string, name: string): string {
  const binding = names(source).top[name] as TopBinding;
  const writes = binding.writes.map(
    ({ at, deferred, conditional }) => `${deferred ? 'later' : 'now'}${conditional ? '?' : ''}@${at}`,
  );
  const parts = [
    binding.kind,
    binding.declarations > 1 ? `x${binding.declarations}` : '',
    binding.statement === null ? '' : 'export',
    binding.thisFree ? 'free' : '',
    `from ${binding.initialised}`,
    ...writes,
  ];
  return parts.filter((part) => part !== '').join(' ');
}

describe('top-level bindings', () => {
  test.each([
    ['const a = 1;', 'const export from 11'],
    ['var a;', 'var export from null'],
    ['let a; a = 1;', 'let export from null now@7'],
    ['var a = 1; a = 2;', 'var export from 9 now@11'],
    ['var a = 1; var a = 2;', 'var x2 from 9 now@15'],
    ['var a = 1, b = 2;', 'var from 9'],
    ['var { a } = b;', 'var from 13'],
    ['var { b: [a = 1, ...c] } = d;', 'var from 28'],
    ['if (b) { var a = 1; }', 'var from null now?@13'],
    ['for (var a of b);', 'var from null now?@9'],
    ['for (var a = 0; ; a++);', 'var from 14 now?@18'],
    ['function a() {}', 'function export free from 0'],
    ['function a() { this.b; }', 'function export from 0'],
    ['function a() { return () => this; }', 'function export from 0'],
    ['function a() { return function () { this; }; }', 'function export free from 0'],
    ['function a() { return arguments.length; }', 'function export free from 0'],
    ['function a() { return arguments.callee; }', 'function export from 0'],
    ['function a() { return new.target; }', 'function export from 0'],
    ['function a() { eval(b); }', 'function export from 0'],
    ['function a({ b = this }) {}', 'function export from 0'],
    ['function a() { class B { c = this; static { this; } [this.d]() {} } }', 'function export from 0'],
    ['function a() { class B { c = this; static { this; } d() { this; } } }', 'function export free from 0'],
    ['function a() {} a = 1;', 'function export from 0 now@16'],
    ['function a() {} function a() {}', 'function x2 from 0'],
    ['var a = 1; function a() {}', 'function x2 from 0 now@4'],
    ['{ function a() {} }', 'var from null now?@2'],
    ['var a; if (b) { function a() {} }', 'var x2 from null now?@16'],
    ['class a {}', 'class export free from 10'],
    ['const a = function () { this; };', 'const export from 31'],
    ['const a = () => this;', 'const export free from 20'],
    ['let a = 1; function f() { a = 2; }', 'let export from 9 later@26'],
    ['let a = 1; b && (a = 2); a ||= 3;', 'let export from 9 now?@17 now?@25'],
    ['let a = 1; (function () { a = 2; })();', 'let export from 9 now@26'],
    ['let a = 1; (function b() { a = 2; b(); })();', 'let export from 9 later@27'],
    ['let a = 1; (function () { if (c) return; a = 2; })();', 'let export from 9 now?@41'],
    ['let a = 1; [a] = b; ({ c: a } = d); a++;', 'let export from 9 now@12 now@26 now@36'],
    [
      'let a = 1; class B { c = (a = 2); static d = (a = 3); static { a = 4; } }',
      'let export from 9 later@26 now@46 now?@63',
    ],
    ['let a; b: { if (c) break b; a = 1; }', 'let export from null now?@28'],
    ['let a; b: { a = 1; break b; }', 'let export from null now?@12'],
    ['if (b) return; var a = 1;', 'var export from null now?@19'],
    ['let a; try { b(); } finally { a = 1; }', 'let export from null now@30'],
    ['let a; c?.[a = 1]; d(a = 2);', 'let export from null now?@11 now@21'],
    ["import a from 'b';", 'import from 0'],
    ['export const a = 1;', 'const from 18'],
  ])('%s -> %s', (source, expected) => expect(describeBinding(source, 'a')).toBe(expected));

  test('an annotated name ends before its type', () => {
    const source = '/* @flow */ var caf\\u00e9: string = 1;';
    const range = names(source).top.café!.identifier;
    expect(source.slice(...range)).toBe('caf\\u00e9');
  });
});

test('used: every bound or free name, no property names and no labels', () => {
  const source =
    'l: for (const a of b.c) { f(function d(e) { try {} catch (g) {} }); ({ h, i: j } = <K.m n={o} />); }';
  expect([...names(source).used].sort()).toEqual(['K', 'a', 'b', 'd', 'e', 'f', 'g', 'h', 'j', 'o']);
});

test('free: what the file does not bind', () => {
  expect([...names('var a = require(b); c(module);').free].sort()).toEqual(['b', 'c', 'module', 'require']);
});

test('inner: the scopes that bind a name again', () => {
  const source = 'var a; function f(a) { { let a; } } (function g() { var b; }); class C { a() {} }';
  const { inner } = names(source);
  expect(inner.a!.map((range) => source.slice(...range))).toEqual([
    'function f(a) { { let a; } }',
    '{ let a; }',
  ]);
  expect(inner.g!.map((range) => source.slice(...range))).toEqual(['function g() { var b; }']);
  expect(inner.constructor).toBeUndefined();
});

test('names of Object.prototype are names like any other', () => {
  const source = 'var constructor = 1, __proto__ = 2; function f(toString, __proto__) {}';
  const facts = JSON.parse(JSON.stringify(names(source)));
  expect(Object.keys(facts.top)).toEqual(['constructor', '__proto__', 'f']);
  expect(Object.keys(facts.inner)).toEqual(expect.arrayContaining(['toString', '__proto__']));
});
