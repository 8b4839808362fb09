import { describe, expect, test } from '@jest/globals';
import { exportsFacts } from '../../src/checker/exports/exports.ts';
import type { Mention, Range } from '../../src/checker/facts.ts';
import { contextOf } from '../support/scan-context.ts';

const factsOf = (source: string) => exportsFacts(contextOf(source), []);
const textOf =
  (source: string) =>
  ([start, end]: Range): string =>
    source.slice(start, end);

describe('every mention has its place, its object and its use', () => {
  const brief = (source: string): string[] =>
    factsOf(source).exports.mentions.map(({ range, version, through, use, deferred, runsFrom }) => {
      const time = runsFrom !== null ? ' early' : deferred ? ' later' : '';
      return `${textOf(source)(range)} ${version} ${through} ${useOf(use)}${time}`;
    });
  const useOf = (use: Mention['use']): string =>
    'key' in use ? `${use.kind} ${use.key}` : use.kind === 'test' ? `test ${use.result}` : use.kind;

  test.each([
    ['exports.a = exports.b;', ['exports 0 variable write a', 'exports 0 variable read b']],
    ['module.exports.a();', ['module.exports 0 cell call a']],
    ["module['exports'].a = 1;", ["module['exports'] 0 cell write a"]],
    ['this.a;', ['this 0 this read a']],
    ['(0, exports).a;', ['exports 0 variable read a']],
    ['exports;', ['exports 0 variable nothing']],
    ['typeof exports;', ["exports 0 variable test 'object'"]],
    ['exports = module.exports;', ['module.exports 0 cell chain']],
    ['const self = exports; self.a;', ['exports 0 variable alias', 'self 0 alias read a']],
    ['(function (e) { e.a; })(exports);', ['e 0 alias read a', 'exports 0 variable argument']],
    ['module.exports = f; exports.a;', ['exports 0 variable read a']],
    ['exports = module.exports = f; exports.a;', ['exports 1 variable read a']],
    ['const app = (exports = module.exports = {}); app.a;', []],
    [
      'module.exports.a; module.exports = f; module.exports.b;',
      ['module.exports 0 cell read a', 'module.exports 1 cell read b'],
    ],
    ['function g() { return module.exports; } module.exports = f;', ['module.exports 1 cell escape later']],
    [
      'g(); function g() { return module.exports; } module.exports = f;',
      ['module.exports -1 cell escape early'],
    ],
    [
      'const o = { get e() { return module.exports; } }; o.e; module.exports = f;',
      ['module.exports -1 cell escape early'],
    ],
    [
      'h(); function h() { g(); } function g() { return module.exports; } module.exports = f;',
      ['module.exports -1 cell escape early'],
    ],
    ['run(() => module.exports); module.exports = f;', ['module.exports -1 cell escape early']],
    [
      'class A { m() { return module.exports; } } module.exports = A; new A();',
      ['module.exports 1 cell escape early'],
    ],
    ['if (x) module.exports = f; module.exports.a;', ['module.exports -1 cell read a']],
    ['typeof define === "function" ? 1 : module.exports;', ['module.exports 0 cell escape']],
    ['if (typeof module === "undefined") x = exports;', []],
  ])('%s', (source, expected) => expect(brief(source)).toEqual(expected));
});

describe('chains name their targets, values and versions', () => {
  const brief = (source: string): string[] =>
    factsOf(source).exports.chains.map(({ declarator, targets, value }) => {
      const names = targets.map((target) =>
        target.kind === 'other'
          ? textOf(source)(target.range)
          : `${textOf(source)(target.range)}@${target.version}`,
      );
      return `${declarator?.name ?? '-'}: ${names.join(' = ')} <- ${value.kind} ${textOf(source)(value.outer)}`;
    });

  test.each([
    ['exports.a = exports.b = 1;', ['-: exports.a@0 = exports.b@0 <- something 1']],
    ['const f = exports.f = function () {};', ['f: exports.f@0 <- function function () {}']],
    ['exports = module.exports = f;', ['-: exports@1 = module.exports@1 <- identifier f']],
    [
      'module.exports = exports = nano = (function () {});',
      ['-: module.exports@1 = exports@1 = nano <- function (function () {})'],
    ],
    ['exports = module.exports;', ['-: exports@0 <- version module.exports']],
    ['exports.a = module.exports = {};', ['-: exports.a@0 = module.exports@1 <- object {}']],
    ['exports.a = void 0;', ['-: exports.a@0 <- undefined void 0']],
    ['(function () { exports.a = 1; })();', []],
    ['if (x) exports.a = 1;', []],
    ['exports.a += 1;', []],
    ['exports.a = 1, exports.b = 2;', []],
  ])('%s', (source, expected) => expect(brief(source)).toEqual(expected));
});

describe('aliases', () => {
  const brief = (source: string): string[] =>
    factsOf(source).exports.aliases.map(({ name, of, pattern, parameter, assignment }) => {
      const bound = parameter ? ' parameter' : assignment ? ' assignment' : '';
      return `${name} of ${of}${pattern ? ' pattern' : ''}${bound}`;
    });

  test.each([
    ['const m = module, e = m.exports;', ['m of module', 'e of exports']],
    ['const { exports: out } = module;', ['out of exports pattern']],
    ['let e; e = exports;', ['e of exports assignment']],
    ['(function (m, e) {})(module, exports);', ['m of module parameter', 'e of exports parameter']],
    ['var exports = module.exports;', ['exports of exports']],
    ['module.exports = f; const e = module.exports;', []],
  ])('%s', (source, expected) => expect(brief(source)).toEqual(expected));
});

test('a finding leads to the line where the alias was bound', () => {
  const source = 'const self = exports;\nextend(self);\n';
  const [finding] = factsOf(source).findings;
  expect(finding).toMatchObject({
    code: 'exports-escape',
    args: { alias: 'self', how: 'is passed to `extend()`' },
    range: [29, 33],
    related: [{ path: null, range: [6, 10] }],
    settledBy: ['default', 'keep'],
  });
});

test('the properties of a plain literal are listed, others make it none', () => {
  const keys = (source: string) => factsOf(source).exports.literal?.map(({ key }) => key) ?? null;
  expect(keys("module.exports = { a, b: c, 'd e': 1 };")).toEqual(['a', 'b', 'd e']);
  expect(keys('module.exports = { ...a };')).toBeNull();
  expect(keys('module.exports = { [a]: 1 };')).toBeNull();
  expect(keys('module.exports = { __proto__: a };')).toBeNull();
  expect(keys('module.exports = f;')).toBeNull();
});
