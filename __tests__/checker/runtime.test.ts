import { describe, expect, test } from '@jest/globals';
import { runtimeFacts } from '../../src/checker/runtime/runtime.ts';
import { contextOf } from '../support/scan-context.ts';

/** Each use as `feature: text`, with what is special about it. */
function uses(source: string): readonly string[] {
  const text = (range: readonly [number, number] | null): string => (range ? source.slice(...range) : '');
  return runtimeFacts(contextOf(source)).runtime.map((use) => {
    const marks = (['written', 'deferred', 'shorthand'] as const).filter((mark) => use[mark]);
    const comparison = use.mainTest
      ? ` in ${use.mainTest.negated ? '! ' : ''}${text(use.mainTest.range)}`
      : '';
    return [`${use.feature}: ${text(use.range)}${comparison}`, ...marks].join(', ');
  });
}

function codes(source: string): readonly string[] {
  return runtimeFacts(contextOf(source)).findings.map(({ code }) => code);
}

test.each<[source: string, expected: readonly string[]]>([
  ['x(__dirname, __filename)', ['__dirname: __dirname', '__filename: __filename']],
  ['x({ __dirname })', ['__dirname: __dirname, shorthand']],
  ['function f() { return __filename }', ['__filename: __filename, deferred']],
  ['(function () { x(__dirname) })()', ['__dirname: __dirname']],
  ['function f(__dirname) { return __dirname }', []],
  ['x.__dirname; x({ __dirname: 1 })', []],
  ['__dirname = 1', ['__dirname: __dirname, written']],
  ['require("a"); require(x)', []],
  ['require.resolve("a")', ['require.resolve: require.resolve']],
  ['require["resolve"].paths("a")', ['require.resolve: require["resolve"]']],
  ['x(require)', ['require: require']],
  ['x({ require })', ['require: require, shorthand']],
  ['require[x]; require.context("a")', ['require: require', 'require: require']],
  ['typeof require', ['typeof require: typeof require']],
  ['typeof module; typeof exports', ['typeof module: typeof module', 'typeof exports: typeof exports']],
  ['function f(require) { require.main; typeof require }', []],
  ['if (require.main === module) x()', ['require.main: require.main in require.main === module']],
  ['if (module != require.main) x()', ['require.main: require.main in ! module != require.main']],
  ['!module.parent && x()', ['module.parent: module.parent in !module.parent']],
  ['module.parent ? x() : y()', ['module.parent: module.parent in ! module.parent']],
  ['if (a && (module.parent || b)) x()', ['module.parent: module.parent in ! module.parent']],
  ['module.parent || x()', ['module.parent: module.parent in ! module.parent']],
  ['x(null != module.parent)', ['module.parent: module.parent in ! null != module.parent']],
  ['x(module.parent || y)', ['module.parent: module.parent']],
  ['x(module.parent === undefined)', ['module.parent: module.parent']],
  ['if (module.parent ?? b) x()', ['module.parent: module.parent']],
  ['x(module != (require.main))', ['require.main: require.main in ! module != (require.main)']],
  ['require.main.filename', ['require.main: require.main']],
  ['function f(module) { return require.main === module }', ['require.main: require.main, deferred']],
  [
    'require.cache[x]; delete require.cache',
    ['require.cache: require.cache', 'require.cache: require.cache, written'],
  ],
  ['require.extensions[".x"] = f', ['require.extensions: require.extensions']],
  [
    'module.id; module.filename; module.path',
    ['module.id: module.id', 'module.filename: module.filename', 'module.path: module.path'],
  ],
  [
    'module["parent"]; module.children',
    ['module.parent: module["parent"]', 'module.children: module.children'],
  ],
  ['module.paths.push(x); module.loaded', ['module.paths: module.paths', 'module.loaded: module.loaded']],
  ['module.isPreloading; module.hot', ['module.isPreloading: module.isPreloading', 'module: module.hot']],
  ['module.exports = 1; module.require("a")', []],
  ['var m = module; m.parent; m.exports', ['module.parent: m.parent']],
  ['const { parent, exports: e } = module', ['module: parent']],
  ['this; () => this; class A { [this] = this }', ['this: this', 'this: this, deferred', 'this: this']],
  ['function f() { return this }', []],
  ['arguments; () => arguments', ['arguments: arguments', 'arguments: arguments, deferred']],
  ['function f() { return arguments }', []],
  ['if (x) return', ['return: return']],
  ['import a from "a"; this', []],
])('%s', (source, expected) => {
  expect(uses(source)).toEqual(expected);
});

describe('what has no counterpart', () => {
  test.each<[source: string, code: string]>([
    ['if (!module.parent.id) x()', 'module-parent'],
    ['const by = module.parent && x()', 'module-parent'],
    ['module.children', 'module-children'],
    ['module.paths', 'module-paths'],
    ['module.id', 'module-id'],
    ['module.loaded', 'module-loaded'],
    ['if (module.hot) x()', 'module-property'],
    ['module.constructor._load', 'module-property'],
    ['const { parent } = module', 'module-property'],
    ['require.cache[x]', 'require-cache'],
    ['require.extensions', 'require-extensions'],
    ['require.main.filename', 'require-main'],
    ['return 1; x()', 'top-level-return'],
    ['arguments', 'top-level-arguments'],
    ['__filename = x', 'wrapper-name-assigned'],
    ['require = x', 'wrapper-name-assigned'],
    ['module.filename = x', 'wrapper-name-assigned'],
  ])('%s', (source, code) => {
    expect(codes(source)).toEqual([code]);
  });

  test.each([
    '__dirname + __filename + module.path + module.filename',
    'require.main === module',
    'x(require, require.resolve("a"), typeof module, this)',
    'return x(module.path)',
  ])('but nothing of %s', (source) => {
    expect(codes(source)).toEqual([]);
  });
});
