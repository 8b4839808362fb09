import { describe, expect, test } from '@jest/globals';
import { compared } from './support/same.ts';

const use = `const lib = require('./lib');\nconsole.log(typeof lib, Object.keys(lib), typeof globalThis.lib);\n`;

describe('tests of module by another name say what they said', () => {
  test.each([
    [
      'bn.js',
      `(function (module, exports) {
  function BN() {}
  BN.BN = BN;
  if (typeof module === 'object') module.exports = BN;
  else exports.BN = BN;
})(typeof module === 'undefined' || module, this);`,
    ],
    [
      'truth of a parameter',
      `(function (m) {\n  if (m) m.exports = { a: 1 };\n  else globalThis.lib = 1;\n})(module);`,
    ],
    [
      'a choice',
      `(function (root, m) {\n  function f() {}\n  m ? (m.exports = f) : (root.lib = f);\n})(this, module);`,
    ],
    ['the type of a parameter', `(function (m) {\n  m.exports.kind = typeof m;\n})(module);`],
    [
      'a variable',
      `var m = module;\nif (typeof m !== 'undefined' && m.exports) m.exports = { a: 1 };\nelse globalThis.lib = 1;`,
    ],
    [
      'a variable that is tested first',
      `var m = typeof module !== 'undefined' && module;\nfunction f() {}\nif (m) m.exports = f;\nelse globalThis.lib = f;`,
    ],
    [
      'a test within a test',
      `if ('undefined' != typeof module && module && module.exports && 'a'.length) module.exports = { a: 1 };`,
    ],
    ['module itself', `if (module && module.exports) module.exports = function f() {};`],
  ])('%s', async (_, lib) => {
    const { before, after, statuses } = await compared({ 'lib.js': `${lib}\n`, 'main.js': use });
    expect(after).toBe(before);
    expect(statuses['lib.js']).toBe('converted');
  });
});
