// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the sources under test contain template literals.
import { describe, expect, test } from '@jest/globals';
import { layoutFacts } from '../../src/checker/layout.ts';
import { contextOf } from '../support/scan-context.ts';

const layout = (source: string, path?: string) => layoutFacts(contextOf(source, path));
const split = (source: string): [string, string] => {
  const { top } = layout(source);
  return [source.slice(0, top), source.slice(top)];
};

describe('style', () => {
  test.each([
    ['', 'single'],
    ["'use strict'", 'single'],
    ['"use strict"', 'double'],
    ['f("a", "b", \'c\')', 'double'],
    ['f(\'a\', "b")', 'single'],
    ['f("a", \'b\')', 'double'],
    ['<a b="c" d="e">{\'f\'}</a>', 'single'],
    ['f(`a`)', 'single'],
  ])('quotes of %j: %s', (source, quote) => expect(layout(source).quote).toBe(quote));

  test.each([
    ['', true],
    ['a()\nb()\n', false],
    ['a();\nb();\n', true],
    ['a()\nb();\nc()\n', false],
    ["'use strict'\nfunction f() { return 1 }", false],
    [';(function () { return 1; return 2; })()', true],
    ['if (a) {}\nfunction f() {}', true],
  ])('semicolons in %j: %p', (source, semicolons) => expect(layout(source).semicolons).toBe(semicolons));

  test.each([
    ['a', '\n'],
    ['a\r\nb\r\nc\n', '\r\n'],
    ['a\nb\r\n', '\n'],
    ['a\r\nb\n', '\r\n'],
    ['a\rb\rc', '\r'],
  ])('line ends of %j: %j', (source, lineEnd) => expect(layout(source).lineEnd).toBe(lineEnd));

  test.each([
    ['a', '  '],
    ['{\n\ta\n}', '\t'],
    ['{\n    a;\n    {\n        b\n    }\n}', '    '],
    ['{\r\n   a\r\n}', '   '],
  ])('indent of %j: %j', (source, indent) => expect(layout(source).indent).toBe(indent));
});

describe('top', () => {
  test.each([
    ['', ''],
    ['', 'a();'],
    ['\uFEFF', 'a();'],
    ['#!/usr/bin/env node\n', 'a();'],
    ['#!/usr/bin/env node\r\n\r\n', 'a();'],
    ['\uFEFF// Copyright me\n', 'a();'],
    ["'use strict';\n", 'a();'],
    ["'use strict'\n\n", 'a()'],
    ["'use strict';", ' a();'],
    ["'use strict'; // strict\n", 'a();'],
    ["/* about */ 'use strict';\n'use client';\n", 'a();'],
    ["// about\n'use strict';\n\n/*! licence */\n", 'a();'],
    ["'use strict';\n\n", '/**\n * Module dependencies.\n */\n\na();'],
    ['/** About the file. */\n\n', 'a();'],
    ['', '/** About a. */\na();'],
    ['/* About the file. */\n\n', '// About a.\na();'],
    ['/* One. */\n// two\n\n', 'a();'],
    ['// Copyright me\n// and you\n', 'a();'],
    ['// Copyright me\n\n', '// About a.\n  a();'],
    ['/*! minified */', 'a();'],
    ['/* eslint-env node */\n', 'a();'],
    ['/** @flow */\n', 'a();'],
    ['/**\n * @jest-environment jsdom\n */\n', 'a();'],
    ['// @ts-check\n', '  a();'],
    ['', '/* inline */ a();'],
    ['// only this\n', ''],
    ['/* one */\r\n\r\n', 'a();'],
    ['', '/* one */\r\na();'],
  ])('%j before %j', (before, after) => expect(split(before + after)).toEqual([before, after]));
});

test('bottom is the end of the last statement, or the top of an empty file', () => {
  expect(layout('a();\nb(); // c\n').bottom).toBe(9);
  expect(layout('// nothing\n').bottom).toBe(11);
});

test('directives: those that say use strict, whatever the quotes, and no others', () => {
  const source = "'use client';\n\"use strict\";\n'use\\x20strict';\na();";
  const { useStrict, statements } = layout(source);
  expect(useStrict.map((range) => source.slice(...range))).toEqual(['"use strict";']);
  expect(statements.map((range) => source.slice(...range))).toEqual(['a();']);
});

test('comments of all kinds, in order', () => {
  const source = '// a\nx /* b */ = `${/* c */ 1}`;\n/** d */';
  expect(layout(source).comments.map((range) => source.slice(...range))).toEqual([
    '// a',
    '/* b */',
    '/* c */',
    '/** d */',
  ]);
});
