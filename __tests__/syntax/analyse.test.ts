import { describe, expect, test } from '@jest/globals';
import { analyse, type Scopes } from '../../src/syntax/analyse.ts';
import { parse } from '../../src/syntax/parse.ts';
import type { Binding, Reference, Scope } from '../../src/syntax/scope.ts';

const scopesOf = (source: string, path = 'a.js'): Scopes => analyse(parse(source, { path }).program);
const freeNames = (scopes: Scopes): string[] => [...scopes.free.keys()].sort();

/** What a reference comes to: `name access kind@scope`, or `name access free`. */
function describeReference({ name, access, initialises, binding, dynamic }: Reference): string {
  const target = binding ? `${binding.kind}@${binding.scope.kind}` : 'free';
  return `${name} ${access}${initialises ? '!' : ''} ${target}${dynamic ? '?' : ''}`;
}

const referencesOf = (source: string, path?: string): string[] =>
  scopesOf(source, path).references.map(describeReference);

function scopeKinds(scope: Scope): unknown[] {
  return [scope.kind, ...scope.children.map(scopeKinds)];
}

function bindingOf(scopes: Scopes, name: string): Binding | undefined {
  return scopes.program.bindings.get(name);
}

describe('references', () => {
  test.each<[string, string[]]>([
    ['var a = 1; a; let b', ['a write! var@program', 'a read var@program']],
    ['a = b', ['a write free', 'b read free']],
    ['a += 1; b++; c ??= d', ['a read-write free', 'b read-write free', 'c read-write free', 'd read free']],
    ['[a, b.c, ...d] = e', ['a write free', 'b read free', 'd write free', 'e read free']],
    [
      '({ a, b: c = d, [e]: f.g, ...h } = i)',
      [
        'a write free',
        'c write free',
        'd read free',
        'e read free',
        'f read free',
        'h write free',
        'i read free',
      ],
    ],
    [
      'var { a, b: [c = a] } = d',
      ['a write! var@program', 'c write! var@program', 'a read var@program', 'd read free'],
    ],
    ['for (a of b);', ['a write free', 'b read free']],
    ['for (var a in b) a', ['a write! var@program', 'b read free', 'a read var@program']],
    ['for (const a of a);', ['a write! const@for', 'a read const@for']],
    ['for (let a = 0; a < 1; a++) { let a }', ['a write! let@for', 'a read let@for', 'a read-write let@for']],
    ['typeof a; delete b.c; void d', ['a read free', 'b read free', 'd read free']],
    ['({ a, b: c, d() {}, e: 1, [f]: 1 })', ['a read free', 'c read free', 'f read free']],
    ['a.b.c; a?.b[c]', ['a read free', 'a read free', 'c read free']],
    ['a: while (b) { continue a; break a }', ['b read free']],
    ['new.target; (() => import.meta)', []],
    ['exp\\u006frts.a', ['exports read free']],
    [
      '__proto__; constructor; let toString; toString',
      ['__proto__ read free', 'constructor read free', 'toString read let@program'],
    ],
  ])('%s', (source, expected) => {
    const path = source.includes('import.meta') ? 'a.mjs' : 'a.js';
    const wrapped = source.startsWith('new.target') ? `function _() { ${source} }` : source;
    expect(referencesOf(wrapped, path)).toEqual(expected);
  });

  test('referenceOf finds them by their identifier, and nothing else', () => {
    const scopes = scopesOf('var a, b = a.c');
    for (const reference of scopes.references) expect(scopes.referenceOf(reference.node)).toBe(reference);
    expect(scopes.referenceOf(bindingOf(scopes, 'a')!.declarations[0]!)).toBeUndefined();
  });

  test('bindings know theirs, in source order', () => {
    const scopes = scopesOf('function f() { a = 2 } var a = 1; f(a); var a');
    expect(bindingOf(scopes, 'a')!.references.map(describeReference)).toEqual([
      'a write var@program',
      'a write! var@program',
      'a read var@program',
    ]);
    expect(bindingOf(scopes, 'a')!.declarations).toHaveLength(2);
  });
});

describe('functions', () => {
  test.each<[string, string[]]>([
    ['(function f() { f })', ['f read function-name@function-name']],
    ['(function f(f) { f })', ['f read parameter@function']],
    ['function f() { f; var f }', ['f read var@function']],
    [
      'function f(a, b = a) { a }',
      ['b write! parameter@function', 'a read parameter@function', 'a read parameter@function'],
    ],
    ['function f(a = b) { var b }', ['a write! parameter@function', 'b read free']],
    [
      'function f(a, b = () => a) { var a; a }',
      ['b write! parameter@function', 'a read parameter@function', 'a read var@function-body'],
    ],
    [
      'function f({ a }, [b], ...c) { a; b; c }',
      ['a read parameter@function', 'b read parameter@function', 'c read parameter@function'],
    ],
    [
      'function f() { arguments; () => arguments }',
      ['arguments read arguments@function', 'arguments read arguments@function'],
    ],
    ['arguments; () => arguments', ['arguments read free', 'arguments read free']],
    ['function f(arguments) { arguments }', ['arguments read parameter@function']],
    ['function f(a) { function a() {} a }', ['a read function@function']],
    [
      '({ a(b) { a; b }, get c() { c }, async *[d]() {} })',
      ['a read free', 'b read parameter@function', 'c read free', 'd read free'],
    ],
  ])('%s', (source, expected) => {
    expect(referencesOf(source)).toEqual(expected);
  });

  test('a body has a scope of its own only where parameters have expressions', () => {
    expect(scopeKinds(scopesOf('function f(a, { b }) { let c }').program)).toEqual(['program', ['function']]);
    expect(scopeKinds(scopesOf('function f({ [a]: b }) {}').program)).toEqual([
      'program',
      ['function', ['function-body']],
    ]);
  });
});

describe('classes', () => {
  test.each<[string, string[]]>([
    ['class A extends A { a = A }', ['A read class-name@class', 'A read class-name@class']],
    ['A; class A {} A', ['A read class@program', 'A read class@program']],
    ['(class A { static { var b; A; b } })', ['A read class-name@class', 'b read var@class-static-block']],
    ['class A { [b] = c; static #d = this.#d; e() { d } }', ['b read free', 'c read free', 'd read free']],
    ['@a class A { @b c }', ['a read free', 'b read free']],
  ])('%s', (source, expected) => {
    expect(referencesOf(source)).toEqual(expected);
  });
});

describe('blocks', () => {
  test.each<[string, string[]]>([
    ['{ var a; let b } a; b', ['a read var@program', 'b read free']],
    ['switch (a) { case a: let a }', ['a read free', 'a read let@switch']],
    ['try {} catch (e) { var e = 1; e }', ['e write! catch@catch', 'e read catch@catch']],
    [
      'try {} catch ({ a = b }) { a } a',
      ['a write! catch@catch', 'b read free', 'a read catch@catch', 'a read free'],
    ],
    ['try {} catch { let e } e', ['e read free']],
    ['{ l: function f() {} f }', ['f read function@block']],
    ['{ using a = b; a }', ['a write! using@block', 'b read free', 'a read using@block']],
  ])('%s', (source, expected) => {
    expect(referencesOf(source)).toEqual(expected);
  });

  test('scopeOf is the scope in which a node stands', () => {
    const scopes = scopesOf('function f(a) { { let b } }');
    const [declaration] = bindingOf(scopes, 'f')!.declarations;
    expect(scopes.scopeOf(declaration!).kind).toBe('program');
    const [inner] = scopes.program.children;
    expect(scopes.scopeOf(inner!.bindings.get('a')!.declarations[0]!)).toBe(inner);
    const [block] = inner!.children;
    expect(scopes.scopeOf(block!.node)).toBe(inner);
    expect(scopes.scopeOf(block!.bindings.get('b')!.declarations[0]!)).toBe(block);
  });
});

describe('names resolved at run time', () => {
  test.each<[string, string[]]>([
    ['with (a) b', ['a read free', 'b read free?']],
    [
      'function f(a) { with (a) { let b; b; a } }',
      ['a read parameter@function', 'b read let@block', 'a read parameter@function?'],
    ],
    [
      'function f(a) { eval(a); a; b }',
      ['eval read free', 'a read parameter@function', 'a read parameter@function', 'b read free?'],
    ],
    [
      'function f(a) { "use strict"; eval(a); b }',
      ['eval read free', 'a read parameter@function', 'b read free'],
    ],
    [
      'function f() { (0, eval)(a); eval?.(b) }',
      ['eval read free', 'a read free', 'eval read free', 'b read free'],
    ],
  ])('%s', (source, expected) => {
    const references = referencesOf(source).map((each) =>
      each.startsWith('eval') ? each.replace('?', '') : each,
    );
    expect(references).toEqual(expected);
  });

  test('a direct eval is seen from every scope around it', () => {
    const { program } = scopesOf('function f() { { let a; eval(a) } } function g() {}');
    const [f, g] = program.children;
    expect([program.dynamic, f!.dynamic, f!.children[0]!.dynamic, g!.dynamic]).toEqual([
      true,
      true,
      true,
      false,
    ]);
  });
});

describe('strict mode', () => {
  const strictOf = (source: string, path = 'a.js') => scopesOf(source, path).program.children[0]!.strict;

  test.each<[string, boolean]>([
    ['function f() {}', false],
    ['"use strict"; function f() {}', true],
    ["function f() { 'a'; 'use strict' }", true],
    ["function f() { ('use strict') }", false],
    ["function f() { 'use\\x20strict' }", false],
    ["(function f() { 'use strict' })", true],
    ['class A {}', true],
  ])('%s', (source, strict) => {
    expect(strictOf(source)).toBe(strict);
  });

  test('modules are strict', () => {
    expect(strictOf('function f() {}', 'a.mjs')).toBe(true);
  });
});

describe('modules', () => {
  test('imports declare, and exports of locals refer to them', () => {
    const source =
      'import a, { b as c, default as d } from "a"; import * as e from "b"; export { c as f, d }; export { g } from "c"';
    const scopes = scopesOf(source);
    expect([...scopes.program.bindings.keys()]).toEqual(['a', 'c', 'd', 'e']);
    expect(scopes.references.map(describeReference)).toEqual([
      'c read import@program',
      'd read import@program',
    ]);
  });

  test.each(['export default function f() {} f', 'export default class f {} f', 'export const f = 1; f'])(
    '%s',
    (source) => {
      expect(freeNames(scopesOf(source))).toEqual([]);
    },
  );
});

test('JSX names', () => {
  const scopes = scopesOf('<A b={c}><d.E.F g:h="" /><i /><my-tag /><this.j /></A>');
  expect(scopes.references.map(({ name }) => name)).toEqual(['A', 'c', 'd', 'A']);
});

describe('types are no values', () => {
  test.each<[string, string, string[]]>([
    ['a.ts', 'let a: B<typeof c> = d as E; function f<T>(this: G, h: I): h is J {}', ['d']],
    ['a.ts', 'interface A extends B { [c]: D } type E = A; declare const f: G; new A(f)', ['A', 'f']],
    ['a.ts', 'import type { A } from "a"; import { type B, C } from "b"; new A(B, C)', ['A', 'B']],
    [
      'a.ts',
      'enum A { B = c, D = B } namespace E.F { var g; A; h } class I extends J<K> implements L { m?: N = o }',
      ['J', 'c', 'h', 'o'],
    ],
    ['a.ts', 'import a = require("a"); import b = a.c; export = b', []],
    ['a.ts', 'function f(a: B): void; function f(c) { c }; f()', []],
    ['a.ts', 'class A { constructor(@b private c: D = e) { c } }', ['b', 'e']],
    [
      'a.js',
      '// @flow\ntype A = B; opaque type C = D; import typeof E from "e"; (f: G); function h<T: I>(j: K = l): %checks { return j }',
      ['f', 'l'],
    ],
    [
      'a.js',
      '// @flow\ndeclare function a(b: C): D; declare var e: F; declare class G extends H {} a(e)',
      ['a', 'e'],
    ],
  ])('%s %s', (path, source, expected) => {
    expect(freeNames(scopesOf(source, path))).toEqual(expected);
  });

  test('but their names are taken', () => {
    const { program } = scopesOf('import type A from "a"; interface B {} class B {} type C = 1', 'a.ts');
    expect([...program.bindings.values()].map(({ name, kind }) => `${name} ${kind}`)).toEqual([
      'A type',
      'B class',
      'C type',
    ]);
  });
});
