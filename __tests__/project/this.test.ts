import { describe, expect, test } from '@jest/globals';
import { compared } from './support/same.ts';

const method = 'module.exports = { n: 1, bump() { this.n++; return 1; } };\n';
const key = 'exports.add = function (x) { this.sum = (this.sum || 0) + x; };\n';

describe('a function that uses this and is called without its object gets the global object, as before', () => {
  test.each([
    ['destructured', method, `const { bump } = require('./lib');\nconsole.log(bump(), globalThis.n);`],
    [
      'taken from a namespace',
      method,
      `const lib = require('./lib');\nconst b = lib.bump;\nconsole.log(b(), globalThis.n);`,
    ],
    [
      'taken within a call',
      key,
      `const lib = require('./lib');\n(0, lib.add)(2);\nconsole.log(globalThis.sum);`,
    ],
    [
      'called without an object by call',
      key,
      `require('./lib').add.call(null, 2);\nconsole.log(globalThis.sum);`,
    ],
    [
      'as a callback',
      'exports.o = { add(x) { this.sum = (this.sum || 0) + x; } };\n',
      `const lib = require('./lib');\n[1, 2].forEach(lib.o.add);\nconsole.log(globalThis.sum);`,
    ],
    [
      'taken from an instance',
      'module.exports = Lib;\nfunction Lib() {}\nLib.prototype.bump = function () { this.n = 1; return 1; };\n',
      `const Lib = require('./lib');\nconst { bump } = new Lib();\nconsole.log(bump(), globalThis.n);`,
    ],
  ])('%s', async (_, lib, main) => {
    const { before, after, statuses } = await compared({ 'lib.js': lib, 'main.js': `${main}\n` });
    expect(after).toBe(before);
    expect(statuses).toEqual({ 'lib.js': 'converted', 'main.js': 'converted' });
  });

  test.each([
    ['by name', key, `import { add } from './lib.js';\nadd(2);\nconsole.log(globalThis.sum);`],
    [
      'destructured',
      key,
      `import lib from './lib.js';\nconst { add } = lib;\nadd(2);\nconsole.log(globalThis.sum);`,
    ],
    [
      'whole',
      `module.exports = function () { this.sum = 1; };\n`,
      `import f from './lib.js';\nf();\nconsole.log(globalThis.sum);`,
    ],
  ])('imported by an ES module: %s', async (_, lib, main) => {
    const { before, after, statuses } = await compared({ 'lib.js': lib, 'main.mjs': `${main}\n` });
    expect(after).toBe(before);
    expect(statuses['lib.js']).toBe('converted');
  });

  test.each([
    ['a method of a literal', `const o = { n: 1, bump() { this.n++; return 1; } };\nconst { bump } = o;`],
    [
      'a method of a prototype',
      `function F() {}\nF.prototype.b = function () { this.n = 5; };\nconst bump = new F().b;`,
    ],
    [
      'of something else',
      `const o = { join() { this.n = 1; } };\nconst { join } = require('path');\nconst bump = () => join('a', 'b');`,
    ],
    [
      'what an instance holds',
      `function F() {}\nF.prototype.go = function () { const { go } = this.other; return go && this.n; };\nconst bump = () => 1;`,
    ],
    ['a reaction to a promise', `const bump = () => Promise.resolve().then(function () { this.n = 1; });`],
    ['a replacement', `const bump = () => 'a'.replace(/a/, function () { this.n = 1; return 'b'; });`],
    ['the start of a promise', `const bump = () => new Promise(function (r) { this.n = 2; });`],
    [
      'what a function of the file calls',
      `function each(list, f) { f(list[0]); }\nconst bump = () => each([3], function (x) { this.n = x; });`,
    ],
    [
      'what a function of the file may call as a method',
      `function each(list, f) { f.call(list); f(); }\nconst bump = () => each([3], function () { this.n = 3; });`,
    ],
  ])('within one file: %s', async (_, code) => {
    const main = `${code}\nconst fs = require('fs');\nbump();\nsetTimeout(() => console.log(globalThis.n, typeof fs), 1);\n`;
    const { before, after, statuses } = await compared({ 'main.js': main });
    expect(after).toBe(before);
    expect(statuses).toEqual({ 'main.js': 'converted' });
  });
});

describe('functions that may be constructors', () => {
  const Lib = 'exports.X = function () { this.a = 1; };\nexports.a = 0;\n';
  test.each([
    ['called with the exports as receiver', `lib.X();\nconsole.log(lib.a);`, 'export default'],
    ['constructed', `console.log(new lib.X().a, lib.a);`, 'export function X'],
  ])('%s', async (_, use, text) => {
    const { before, after, project } = await compared({
      'lib.js': Lib,
      'main.js': `const lib = require('./lib');\n${use}\n`,
    });
    expect(after).toBe(before);
    expect(project.read('lib.js')).toContain(text);
  });
});
