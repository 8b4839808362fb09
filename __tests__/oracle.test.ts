import { expect, test } from '@jest/globals';
import type { ObservedShape } from './support/observation.ts';
import { compareExecution } from './support/oracle.ts';

/** Compares one module, `main.js`, with a conversion of it. */
function compared(shape: ObservedShape, before: string, after: string): Promise<string[]> {
  return compareExecution({
    before: { 'main.js': before },
    after: { 'main.js': after },
    entry: 'main.js',
    modules: [{ path: 'main.js', output: 'main.js', shape }],
  });
}

test.each<[string, ObservedShape, string, string]>([
  [
    'named values',
    'named',
    'exports.b = -0; exports.a = NaN;',
    'export const b = -0;\nexport const a = NaN;',
  ],
  ['a default class', 'default', 'module.exports = class A { m() {} }', 'export default class A { m() {} }'],
  ['a function that had no name', 'named', 'exports.f = function (a) {};', 'export function f(a) {}'],
  ['a module without exports', 'none', 'console.log(1)', 'console.log(1)'],
  [
    'a live binding',
    'named',
    'exports.n = 0; exports.f = () => { exports.n++ };',
    'export let n = 0; export const f = () => { n++ };',
  ],
  ['an error of the engine', 'named', 'exports.f = () => null.x;', 'export const f = () => undefined.x;'],
  ['an uncaught error', 'none', 'throw new Error("mine")', 'throw new Error("mine")'],
  [
    'output and exit status',
    'none',
    'console.log(1); console.error(2); process.exit(3)',
    'console.log(1); console.error(2); process.exit(3)',
  ],
  ['its own path', 'named', 'exports.here = __filename;', 'export const here = import.meta.filename;'],
  [
    'what require() gives',
    'default',
    'module.exports = [1];',
    "const a = [1];\nexport { a as default, a as 'module.exports' };",
  ],
])('the comparison accepts %s', async (_name, shape, before, after) => {
  expect(await compared(shape, before, after)).toEqual([]);
});

test.each<[string, ObservedShape, string, string, RegExp]>([
  ['-0 that became 0', 'named', 'exports.a = -0;', 'export const a = 0;', /a > value: "-0" became "0"/],
  ['a missing key', 'named', 'exports.a = 1; exports.b = undefined;', 'export const a = 1;', /"b"/],
  ['a lost identity', 'named', 'exports.a = exports.b = {};', 'export const a = {}, b = {};', /b > value/],
  [
    'a dead binding',
    'named',
    'exports.n = 0; exports.f = () => { exports.n++ };',
    'export const n = 0; let m = 0; export const f = () => { m++ };',
    /^afterCalls main.js > n > value: "2" became "0"/,
  ],
  [
    'another prototype',
    'default',
    'class A {} module.exports = new A();',
    'class A {} export default Object.assign({}, new A());',
    /prototype/,
  ],
  [
    'another key order',
    'default',
    'module.exports = { a: 1, b: 2 };',
    'export default { b: 2, a: 1 };',
    /properties/,
  ],
  [
    'another `this`',
    'named',
    'exports.n = 1; exports.f = function () { this.n = 2; };',
    'export let n = 1; export function f() { this.n = 2; }',
    /^calls > main.js: f\(\)/,
  ],
  ['a new global', 'none', 'leaked = 1;', 'var leaked = 1;', /^globals/],
  ['a wrong exit status', 'none', 'process.exitCode = 2;', ';', /^exitCode: 2 became 0/],
  ['other output', 'none', 'console.log(1)', 'console.log(2)', /^stdout/],
  [
    'an error that became another',
    'named',
    'exports.f = () => missing;',
    'export const f = () => null.x;',
    /throws > prototype/,
  ],
  [
    'a module that does not load',
    'named',
    'exports.f = 1;',
    "import { nothing } from 'node:fs';\nexport const f = 1;",
    /^uncaught/,
  ],
  [
    'a wrong value through require()',
    'default',
    'module.exports = { a: 1 };',
    "export default { a: 1 };\nconst b = { a: 2 };\nexport { b as 'module.exports' };",
    /through require\(\) > properties > a/,
  ],
])('the comparison notices %s', async (_name, shape, before, after, line) => {
  expect((await compared(shape, before, after)).join('\n')).toMatch(new RegExp(line, 'm'));
});
