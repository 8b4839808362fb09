import { afterAll, describe, expect, test } from '@jest/globals';
import { removeTrees } from '../../support/tree.ts';
import { project } from './linked.ts';

afterAll(removeTrees);

describe('this of a function that another module calls', () => {
  const method = `exports.a = 1;\nexports.f = function () { return this && this.a; };\n`;
  const literal = `module.exports = { a: 1, f() { return this.a; } };\n`;
  const whole = `module.exports = function () { this.a = 1; };\n`;
  const guarded = `module.exports = Old;\nfunction Old() { if (!(this instanceof Old)) return new Old(); this.a = 1; }\n`;
  const strict = `'use strict';\n${method}`;

  test.each([
    ['called as a method', method, `require('./m').f();`, 'kept'],
    ['called plainly after destructuring', method, `const { f } = require('./m');\nf();`, 'replaced'],
    ['called plainly by a name', method, `const f = require('./m').f;\nf();`, 'replaced'],
    ['destructured but not called', method, `const { f } = require('./m');\nconsole.log(typeof f);`, 'kept'],
    ['a method of a literal, called plainly', literal, `const { f } = require('./m');\nf();`, 'replaced'],
    ['a method of a literal, called as one', literal, `require('./m').f();`, 'kept'],
    ['strict before', strict, `const { f } = require('./m');\nf();`, 'kept'],
    ['the whole exports, called', whole, `const m = require('./m');\nm();`, 'replaced'],
    ['the whole exports, called inline', whole, `require('./m')();`, 'replaced'],
    ['the whole exports, constructed', whole, `const M = require('./m');\nnew M();`, 'kept'],
    ['a constructor that minds being called', guarded, `const m = require('./m');\nm();`, 'kept'],
    [
      'called by a file that stays',
      method,
      `// esmshift: keep\nconst { f } = require('./m');\nf();`,
      'replaced',
    ],
  ])('%s', async (_, provider, importer, expected) => {
    const linked = await project({ 'm.js': provider, 'main.js': `${importer}\n` });
    expect(linked['m.js']?.status).toBe('converted');
    expect(linked['m.js']?.codes.includes('strict-this-or-global')).toBe(expected === 'replaced');
  });

  test('nothing can stand for it where the file has another globalThis', async () => {
    const linked = await project({
      'm.js': `${method}var globalThis;\n`,
      'main.js': `const { f } = require('./m');\nf();\n`,
    });
    expect(linked['m.js']?.status).toBe('refused');
    expect(linked['m.js']?.codes).toContain('strict-this');
  });
});

describe('a write that the provider rejects', () => {
  test.each([
    ['a frozen object', `module.exports = Object.freeze({ a: 1 });`, 'm.a = 2;', 'refused'],
    [
      'frozen by name',
      `const api = { a: 1 };\nmodule.exports = api;\nObject.freeze(api);`,
      'm.a = 2;',
      'refused',
    ],
    ['a primitive value', `module.exports = 5;`, 'm.a = 2;', 'refused'],
    ['a getter', `module.exports = { get a() { return 1; }, b: 2 };`, 'm.a = 2;', 'refused'],
    ['beside a getter', `module.exports = { get a() { return 1; }, b: 2 };`, 'm.b = 3;', 'converted'],
    ['a static getter', `module.exports = class { static get a() { return 1; } };`, 'm.a++;', 'refused'],
    ['a deletion', `module.exports = Object.freeze({ a: 1 });`, 'delete m.a;', 'refused'],
    [
      'something else is frozen',
      `const o = Object.freeze({});\nmodule.exports = { o };`,
      'm.a = 2;',
      'converted',
    ],
    ['a plain object', `module.exports = { a: 1 };`, 'm.a = 2;', 'converted'],
  ])('%s', async (_, provider, write, status) => {
    const linked = await project({
      'm.js': `${provider}\n`,
      'main.js': `const m = require('./m');\n${write}\n`,
    });
    expect(linked['main.js']?.status).toBe(status);
    expect(linked['main.js']?.codes.includes('strict-read-only')).toBe(status === 'refused');
  });

  test('strict code had its error before', async () => {
    const linked = await project({
      'm.js': `module.exports = Object.freeze({ a: 1 });\n`,
      'main.js': `'use strict';\nconst m = require('./m');\nm.a = 2;\n`,
    });
    expect(linked['main.js']?.status).toBe('converted');
  });
});
