import { afterAll, describe, expect, test } from '@jest/globals';
import { removeTrees } from '../../support/tree.ts';
import { project } from './linked.ts';

afterAll(removeTrees);

const named = `exports.a = 1;
exports.f = () => 'f';
exports.set = () => { exports.a = 2; };
`;
const one = `module.exports = function main() {};
module.exports.a = 1;
`;

describe('the form of an import follows from what the provider is and how it is used', () => {
  test.each([
    [
      'a named module read by member',
      named,
      `const m = require('./m');\nm.a;`,
      `import * as m from './m.js';`,
    ],
    ['destructured', named, `const { f } = require('./m');\nf();`, `import { f } from './m.js';`],
    [
      'destructured under another name',
      named,
      `const { f: g } = require('./m');\ng();`,
      `import { f as g } from './m.js';`,
    ],
    [
      'a binding that changes later is copied when it is destructured',
      named,
      `const { a } = require('./m');\na;`,
      `import * as m from './m.js';\n\nconst { a } = m;`,
    ],
    [
      'a name that is not exported gives undefined',
      named,
      `const { missing } = require('./m');\nmissing;`,
      `import * as m from './m.js';\n\nconst { missing } = m;`,
    ],
    ['a member read inline is live', named, `console.log(require('./m').a);`, `import { a } from './m.js';`],
    ['for its effect', named, `require('./m');`, `import './m.js';`],
    ['one value', one, `const m = require('./m');\nm();`, `import m from './m.js';`],
    [
      'one value destructured',
      one,
      `const { a } = require('./m');\na;`,
      `import m from './m.js';\n\nconst { a } = m;`,
    ],
    ['one value called inline', one, `console.log(require('./m')());`, `import m from './m.js';`],
  ])('%s', async (_, provider, importer, expected) => {
    const { 'main.js': main } = await project({ 'm.js': provider, 'main.js': `${importer}\n` });
    expect(main?.text.startsWith(expected)).toBe(true);
    expect(main?.status).toBe('converted');
  });
});

describe('an importer that needs an ordinary object gets one', () => {
  test.each([
    ['importer-assigns', `const m = require('./m');\nm.a = 2;`],
    ['importer-assigns', `const m = require('./m');\ndelete m.a;`],
    ['importer-assigns', `require('./m').a = 2;`],
    ['importer-enumerates', `console.log(Object.keys(require('./m')));`],
    ['importer-enumerates', `const m = require('./m');\nconsole.log({ ...m });`],
    ['importer-enumerates', `const m = require('./m');\nfor (const key in m) console.log(key);`],
    ['importer-enumerates', `const { a, ...rest } = require('./m');\nconsole.log(a, rest);`],
    ['importer-passes-on', `const m = require('./m');\nconsole.log(m);`],
    ['importer-passes-on', `const m = require('./m');\nconst get = () => m;\nget();`],
    ['importer-passes-on', `const m = require('./m');\nmodule.exports = { m };`],
    ['importer-reads-computed-key', `const m = require('./m');\nconsole.log(m[process.argv[2]]);`],
    ['importer-reads-inherited-key', `const m = require('./m');\nconsole.log(m.hasOwnProperty('a'));`],
  ])('%s: %s', async (code, importer) => {
    const { 'm.js': provider, 'main.js': main } = await project({
      'm.js': named,
      'main.js': `${importer}\n`,
    });
    expect(provider?.codes).toContain(code);
    expect(provider?.text).toContain('export default exports;');
    expect(main?.text).toMatch(/import \w+ from '\.\/m\.js'/);
  });

  test('and then all importers get the same object', async () => {
    const linked = await project({
      'm.js': named,
      'main.js': `const m = require('./m');\nm.a = 5;\n`,
      'other.js': `const { f } = require('./m');\nf();\n`,
    });
    expect(linked['other.js']?.text).toBe(`import m from './m.js';\n\nconst { f } = m;\nf();\n`);
  });
});

describe('modules that pass on another one have its shape', () => {
  test('a named one is passed on by name', async () => {
    const linked = await project({
      'index.js': `module.exports = require('./m');\n`,
      'm.js': named,
      'main.js': `const { f } = require('./index');\nf();\n`,
    });
    expect(linked['index.js']?.text).toBe(`export * from './m.js';\n`);
    expect(linked['main.js']?.text).toBe(`import { f } from './index.js';\nf();\n`);
  });

  test('one value is passed on as the default', async () => {
    const linked = await project({
      'index.js': `module.exports = require('./m');\n`,
      'm.js': one,
      'main.js': `const m = require('./index');\nm();\n`,
    });
    expect(linked['index.js']?.text).toBe(`export { default } from './m.js';\n`);
    expect(linked['main.js']?.text).toBe(`import m from './index.js';\nm();\n`);
  });

  test('the use of an importer counts for the module behind', async () => {
    const linked = await project({
      'index.js': `module.exports = require('./m');\n`,
      'm.js': named,
      'main.js': `const m = require('./index');\nm.a = 5;\n`,
    });
    expect(linked['m.js']?.codes).toContain('importer-assigns');
    expect(linked['index.js']?.text).toBe(`export { default } from './m.js';\n`);
  });
});

describe('a file that exports nothing', () => {
  const script = `const unused = 1;\nvoid unused;\n`;

  test.each([
    [
      'is read as a namespace without keys',
      `const m = require('./m');\nm.a;\n`,
      `import * as m from './m.js';\nm.a;\n`,
    ],
    ['is loaded for its effect', `require('./m');\n`, `import './m.js';\n`],
  ])('%s', async (_, importer, expected) => {
    const linked = await project({ 'm.js': script, 'main.js': importer });
    expect(linked['main.js']?.text).toBe(expected);
    expect(linked['m.js']?.status).toBe('unchanged');
  });

  test('gives its empty object to those who pass it on', async () => {
    const linked = await project({
      'm.js': script,
      'main.js': `const m = require('./m');\nconsole.log(m);\n`,
    });
    expect(linked['m.js']?.text).toBe(`const exports = {};\n\n${script}\nexport default exports;\n`);
    expect(linked['main.js']?.text).toBe(`import m from './m.js';\nconsole.log(m);\n`);
  });
});
