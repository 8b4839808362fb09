import { describe, expect, test } from '@jest/globals';
import type { Noticeable } from '../../../src/project/link/order/order.ts';
import { isConverted, ownVerdict, refuseLateRequires, staysLate } from '../../../src/project/link/verdict.ts';
import { type Beside, doorOf, modulesOf } from './modules.ts';

function verdict(text: string, beside: Beside = {}, id = 'm.js') {
  const { fate, findings } = ownVerdict(modulesOf({ [id]: text }, { [id]: beside }).get(id)!);
  return [fate, ...new Set(findings.map(({ code }) => code))].join(' ');
}

const compiled = "Object.defineProperty(exports, '__esModule', { value: true });\nexports.a = 1;";

describe('the verdict on a file by itself', () => {
  test.each([
    ['named', 'exports.a = 1;'],
    ['default', 'module.exports = {};'],
    ['none', "require('./x');"],
    ['named', compiled],
    ['asis', 'console.log(1);'],
    ['none', "'use strict';\nconsole.log(1);"],
    ['asis', 'export const a = 1;'],
    ['esm', "export const a = require('./x');"],
    ['object', 'exports.a = function () { return this; };\nexports.b = exports.a();'],
    ['object', 'exports.a = 1;\nkeep(exports);\nfunction keep(it) { globalThis.it = it; }'],
    ['stay exports-escape', 'close(exports);\nexports.a = 1;\nfunction close(it) { Object.freeze(it); }'],
    ['object', "'use strict';\nclose(exports);\nexports.a = 1;\nfunction close(it) { Object.freeze(it); }"],
    ['stay exports-frozen strict-delete', 'exports.a = 1;\nObject.freeze(exports);\ndelete exports.a;'],
  ])('%s', (expected, text) => {
    expect(verdict(text)).toBe(expected);
  });

  test('an answer settles what the text leaves open', () => {
    const escaping = 'globalThis.it = exports;\nexports.a = 1;';
    expect(verdict(escaping)).toBe('stay exports-escape');
    expect(verdict(escaping, { answer: 'default' })).toBe('object');
    expect(verdict('exports.a = 1;', { answer: 'default' })).toBe('object');
    expect(verdict('exports.a = 1;', { answer: 'keep' })).toBe('stay kept-by-user');
    expect(verdict('// esmshift: keep\nexports.a = 1;')).toBe('stay kept-by-user');
  });

  test('a key that may be missing matters where nobody knows the importers', () => {
    const conditional = 'if (process.argv.length > 2) exports.a = 1;\nexports.b = 2;';
    expect(verdict(conditional)).toBe('named');
    expect(verdict(conditional, { alone: true })).toBe('stay exports-conditional');
    expect(verdict(conditional, { door: doorOf('a', 'b') })).toBe('object outsiders-see-object');
  });

  test('getters behind a door are run for the names that Node finds', () => {
    const getter = "exports.a = 1;\nObject.defineProperty(exports, 'b', { get: () => 1 });";
    expect(verdict(getter, { door: doorOf('a') })).toBe('object');
    expect(verdict(getter, { door: doorOf('a', 'b') })).toBe('stay exports-define-property');
    const escaping = 'exports.a = 1;\nkeep(exports);\nfunction keep(it) { globalThis.it = it; }';
    expect(verdict(escaping, { door: doorOf() })).toBe('object');
    expect(verdict(escaping, { door: doorOf('a') })).toBe('stay exports-escape');
    expect(verdict('exports.a = 1;\nexports[key()] = 2;', { door: doorOf('a') })).toBe('object');
  });

  test('outsiders may assign what the file reads again', () => {
    const again = 'exports.a = () => 1;\nexports.b = () => exports.a();';
    expect(verdict(again, { door: doorOf('a', 'b') })).toBe('object outsiders-see-object');
    expect(verdict('exports.a = 1;', { door: doorOf('a') })).toBe('named');
    expect(verdict('exports.a = 1;\nexports.set = (v) => { exports.a = v; };', { door: doorOf('a') })).toBe(
      'object outsiders-see-object',
    );
  });

  test('what a compiler made is turned back only where nobody takes it as an object', () => {
    expect(verdict(compiled, { door: doorOf('a') })).toBe('named');
    expect(verdict(compiled, { alone: true })).toBe('stay transpiled');
    expect(verdict(compiled, { reached: true })).toBe('object');
    const withDefault = compiled.replace('exports.a', 'exports.default');
    expect(verdict(withDefault)).toBe('named');
    expect(verdict(withDefault, { door: doorOf() })).toBe('object');
    const changing = `${compiled}\nexports.set = (v) => { exports.a = v; };`;
    expect(verdict(changing, { reached: true })).toBe('object');
  });

  test('files that are only looked at', () => {
    expect(verdict('exports.a = 1;', { candidate: false })).toBe('asis');
    expect(verdict("import a = require('./a');\nexport = a;", { candidate: false }, 'm.ts')).toMatch(
      /^asis /,
    );
  });

  test('what is converted', () => {
    const fates = ['named', 'default', 'object', 'none', 'esm', 'stay', 'asis'] as const;
    expect(fates.filter(isConverted)).toEqual(['named', 'default', 'object', 'none', 'esm']);
  });
});

describe('a require that runs late', () => {
  const texts = {
    top: "const x = require('./x');",
    inFunction: "exports.f = () => require('./x');",
    inTry: "try { require('./x'); } catch {}",
    inBranch: "if (process.argv.length > 2) require('./x');",
  };

  test.each<[keyof typeof texts, Noticeable, boolean]>([
    ['top', 'effects', false],
    ['inFunction', 'nothing', false],
    ['inFunction', 'reads', true],
    ['inBranch', 'nothing', false],
    ['inBranch', 'effects', true],
    ['inTry', 'nothing', true],
  ])('%s of a module of which one notices %s: stays %s', (where, noticed, stays) => {
    const module = modulesOf({ 'm.js': texts[where], 'x.js': 'exports.a = 1;' }).get('m.js')!;
    expect(staysLate(module.facts.requires[0]!, module.targets[0]!, () => noticed)).toBe(stays);
    const judged = ownVerdict(module);
    refuseLateRequires(module, judged, () => noticed);
    expect(judged.fate === 'stay').toBe(stays);
    expect(judged.findings.map(({ code }) => code)).toEqual(stays ? ['late-require'] : []);
  });
});
