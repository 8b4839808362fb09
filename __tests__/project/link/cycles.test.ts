import { afterAll, describe, expect, test } from '@jest/globals';
import { removeTrees } from '../../support/tree.ts';
import { project } from './linked.ts';

afterAll(removeTrees);

const partner = `const a = require('./a');\nexports.ask = () => a.name;\n`;

describe('a cycle converts as a whole or stays CommonJS as a whole', () => {
  test.each([
    [
      'uses are deferred',
      `const b = require('./b');\nexports.name = 'a';\nexports.ask = () => b.ask();`,
      null,
    ],
    [
      'a member is read while loading',
      `const b = require('./b');\nexports.name = 'a';\nconsole.log(b.ask);`,
      'cycle-eager-use',
    ],
    [
      'a member is destructured of a partner that was evaluated',
      `const { ask } = require('./b');\nexports.name = 'a';\nexports.ask = () => ask();`,
      null,
    ],
    [
      'a function that reads of a partner that was evaluated',
      `const b = require('./b');\nexports.name = 'a';\nfunction use() { return b.ask; }\nuse();`,
      null,
    ],
    [
      'a function of the partner that uses this one is called while loading',
      `const b = require('./b');\nexports.name = 'a';\nexports.asked = b.ask();`,
      'cycle-eager-use',
    ],
    [
      'the require runs late, when all is loaded',
      `exports.name = 'a';\nexports.ask = () => require('./b').ask();`,
      null,
    ],
    [
      'the require runs late, but while loading',
      `exports.name = 'a';\nexports.ask = () => require('./b').ask();\nexports.asked = exports.ask();`,
      'cycle-late-require',
    ],
    [
      'the require runs in a branch',
      `exports.name = 'a';\nif (process.argv.length > 0) exports.ask = require('./b').ask;`,
      'cycle-late-require',
    ],
    [
      'the exports are replaced after the require',
      `const b = require('./b');\nmodule.exports = { name: 'a', ask: () => b.ask() };`,
      'cycle-exports-late',
    ],
    [
      'one member was refused',
      `// esmshift: keep\nconst b = require('./b');\nexports.name = b;`,
      'cycle-partner-stays',
    ],
  ])('%s', async (_, a, code) => {
    const linked = await project({ 'a.js': `${a}\n`, 'b.js': partner, 'main.js': `require('./a').ask();\n` });
    const members = [linked['a.js'], linked['b.js']];
    const status = code === null ? 'converted' : 'refused';
    expect(members.map((member) => member?.status)).toEqual([status, status]);
    if (code !== null) expect(linked['b.js']?.codes).toContain(code);
    expect(linked['main.js']?.status).toBe('converted');
  });

  test('whoever stands outside converts all the same', async () => {
    const linked = await project({
      'a.js': `const b = require('./b');\nconsole.log(b);\n`,
      'b.js': partner,
      'main.js': `const b = require('./b');\nb.ask();\n`,
    });
    expect(linked['main.js']?.text).toBe(`import b from './b.cjs';\nb.ask();\n`);
    expect(linked['a.js']?.output).toBe('a.cjs');
  });

  test('a triangle is one cycle', async () => {
    const linked = await project({
      'a.js': `const b = require('./b');\nexports.b = b.c();\n`,
      'b.js': `const c = require('./c');\nexports.c = () => c;\n`,
      'c.js': `const a = require('./a');\nexports.a = () => a;\n`,
    });
    expect(Object.values(linked).filter(({ status }) => status === 'refused')).toHaveLength(3);
  });
});
