import { describe, expect, test } from '@jest/globals';
import { parse, SyntaxFailure } from '../../src/syntax/parse.ts';

const goalOf = (source: string, path = 'a.js') => parse(source, { path }).goal;
const languageOf = (source: string, path = 'a.js') => parse(source, { path }).language;

function failureOf(source: string, path = 'a.js'): SyntaxFailure {
  try {
    parse(source, { path });
  } catch (error) {
    if (error instanceof SyntaxFailure) return error;
    throw error;
  }
  throw new Error('parsed without an error');
}

describe('goal', () => {
  test.each([
    ['nothing that tells', 'f()', 'script'],
    ['an import', 'import a from "a"', 'module'],
    ['an export that does not begin its line', 'f(); export { f }; function f() {}', 'module'],
    ['import.meta', 'f(import.meta.url)', 'module'],
    ['top-level await', 'await f', 'module'],
    ['await as a name', 'var await = f; await(1)', 'script'],
    ['what reads as a call of `await` or as top-level await', 'await (1)', 'script'],
    ['a dynamic import', 'import("a")', 'script'],
    ['an import in a comment', '/*\nimport a from "a"\n*/ with (a) b', 'script'],
    ['an import in a template', 'f(`\nimport a from "a"\n`)', 'script'],
    ['import declarations and module.exports', 'import a from "a"; module.exports = a', 'module'],
    ['an escape in the name of a variable', 'exp\\u006frts.a = 1', 'script'],
    ['a name of the wrapper declared by let', 'let exports = {};', 'module'],
    ['a name of the wrapper declared by class', 'class require {}', 'module'],
    ['a name of the wrapper declared by var', 'var exports = {};', 'script'],
    ['a name of the wrapper declared in a block', '{ let module = 1; }', 'script'],
  ])('%s', (_what, source, goal) => {
    expect(goalOf(source)).toBe(goal);
  });

  test('the ending decides where both fit', () => {
    expect(goalOf('f()', 'a.mjs')).toBe('module');
    expect(goalOf('f()', 'a.cjs')).toBe('script');
    expect(goalOf('f()', 'a.mts')).toBe('module');
    expect(goalOf('f()', 'a.cts')).toBe('script');
  });

  test.each([
    'return 1',
    'new.target',
    'arguments[0]',
    '<!-- a\nb\n--> c',
    'var a; function a() {}',
    'yield = 1',
  ])('what the wrapper of a CommonJS file allows: %j', (source) => {
    expect(goalOf(source)).toBe('script');
  });
});

describe('language', () => {
  test.each([
    ['a.js', 'var a', 'javascript'],
    ['a.ts', 'let a = <any>b', 'typescript'],
    ['a.tsx', 'let a = <b/> as any', 'typescript'],
    ['a.cts', 'import a = require("a"); export = a', 'typescript'],
    ['a.ts', 'class A { constructor(@b private c) {} }', 'typescript'],
    ['a.d.ts', 'export const a: b', 'typescript'],
    ['a.js', '// @flow\nvar a: b', 'flow'],
    ['a.js', "#!/usr/bin/env node\n'use strict';\n/**\n * @flow strict\n */\ntype A = b", 'flow'],
    ['a.js', '/* @noflow */ var a: b', 'flow'],
    ['a.js', 'var a // @flow', 'javascript'],
    ['a.js', '"@flow"; a', 'javascript'],
  ])('%s %j', (path, source, language) => {
    expect(languageOf(source, path)).toBe(language);
  });
});

test.each([
  'class A { a = 1; #b; static { this.c = 1 } has(x) { return #b in x } static async *d() {} }',
  'import a from "./a.json" with { type: "json" }',
  'import a from "./a.json" assert { type: "json" }',
  'import source a from "./a.wasm"',
  'import defer * as a from "./a.js"',
  'import("a", { with: { type: "json" } })',
  'import.defer("a"); import.source("b")',
  '{ using a = b; }',
  'using a = b',
  'await using a = b',
  '@a class B { @c d() {} @e accessor f = 1 }',
  '@a export class B {}',
  'export @a class B {}',
  '/[\\p{L}--[a]]/v.test(a); /(?i:a)(?<b>c)|(?<b>d)/d',
  '#!/usr/bin/env node\na',
  '1_000n ?? (a ||= b?.[c]?.(d))',
  'export * as "a b" from "a"; export { c as "d e" }; var c',
  'a = <b.c d={e} {...f}>{g}</b.c>',
])('parses %s', (source) => {
  expect(() => parse(source, { path: 'a.js' })).not.toThrow();
});

describe('a byte order mark', () => {
  test.each(['\uFEFFvar abc = (def)', '\uFEFF#!/bin/node\r\nvar abc = (def)'])(
    'keeps its place in %j',
    (source) => {
      const { program } = parse(source, { path: 'a.js' });
      const [statement] = program.body;
      expect(source.slice(statement!.start!, statement!.end!)).toBe('var abc = (def)');
      expect(JSON.stringify(program)).toContain(`"parenStart":${source.indexOf('(')}`);
    },
  );
});

describe('failure', () => {
  test('tells line, column and the plain reason', () => {
    const failure = failureOf('var a\nvar b ]');
    expect(failure).toMatchObject({ line: 2, column: 6, message: 'Missing semicolon.' });
  });

  test('speaks of the goal that gets further', () => {
    expect(failureOf('import a from "a"\nwith (a) b').message).toMatch(/'with' in strict mode/);
    expect(failureOf('f(); export { f }\nwith (a) b').line).toBe(2);
    expect(failureOf('with (a) b\n}').line).toBe(2);
  });

  test('does not speak of options of the parser', () => {
    expect(failureOf('var a: b = 1').message).not.toMatch(/plugin/);
    expect(failureOf('var a = <b/>', 'a.ts').message).not.toMatch(/plugin/);
    expect(failureOf('a |> b').message).not.toMatch(/plugin/);
  });

  test.each([
    ['brackets', '['.repeat(10_000) + ']'.repeat(10_000)],
    ['blocks', '{'.repeat(10_000) + '}'.repeat(10_000)],
    ['open parentheses', '('.repeat(100_000)],
    ['operators', `1${' + 1'.repeat(100_000)}`],
  ])('nesting too deep: %s', (_what, source) => {
    expect(failureOf(source)).toMatchObject({ message: 'Nested too deeply to parse', line: 1, column: 1 });
  });

  test.each(['', '\uFEFF', '\0', '\x7FELF\x02\x01', '�PNG\r\n', '*/', '`', '/*', '\u2028', '#!'])(
    'of %j is a SyntaxFailure, if any',
    (source) => {
      try {
        parse(source, { path: 'a.js' });
      } catch (error) {
        expect(error).toBeInstanceOf(SyntaxFailure);
      }
    },
  );
});
