import { afterAll, describe, expect, test } from '@jest/globals';
import { planProject } from '../../../src/project/plan.ts';
import { makeTree, removeTrees } from '../../support/tree.ts';
import { project } from './linked.ts';

afterAll(removeTrees);

const kept = /createRequire\(import\.meta\.url\)[\s\S]*require\('\.\/late'\)/;

/** Whether `late.js`, required after a statement, keeps its place. */
async function keepsItsPlace(before: string, late: string): Promise<boolean> {
  const linked = await project({
    'main.js': `${before}\nconst late = require('./late');\nconsole.log(late.value);\n`,
    'late.js': `${late}\n`,
  });
  expect(linked['main.js']?.status).toBe('converted');
  return kept.test(linked['main.js']?.text ?? '');
}

describe('a require after an effect is hoisted only where nobody can notice', () => {
  const inert = `exports.value = 1;`;
  const printing = `console.log('late');\nexports.value = 1;`;
  const reading = `exports.value = process.env.HOME;`;

  test.each([
    ['inert', `console.log('first');`, inert, false],
    ['prints after a print', `console.log('first');`, printing, true],
    ['prints after a declaration', `const x = 1;`, printing, false],
    ['reads the environment after it is written', `process.env.HOME = '/';`, reading, true],
    ['reads the environment, nothing is written', `const x = { y: 1 };`, reading, false],
    ['prints after a global is written', `globalThis.x = 1;`, printing, true],
    ['is inert, whatever is written', `globalThis.x = 1;`, inert, false],
    ['takes a member of a builtin that was patched', `require('path').sep = '#';`, takesMember(), true],
    ['destructures a builtin that was patched', `require('path').sep = '#';`, destructures(), true],
    ['reads a member later of a builtin that was patched', `require('path').sep = '#';`, readsAtLoad(), true],
    ['reads it in a function only', `require('path').sep = '#';`, readsLater(), false],
    [
      'destructures another builtin',
      `require('path').sep = '#';`,
      `const { EOL } = require('os');\nexports.value = EOL;`,
      false,
    ],
  ])('%s', async (_, before, late, stays) => {
    expect(await keepsItsPlace(before, late)).toBe(stays);
  });
});

test.each([
  [`console.log('first');`, /^after this call/],
  [`globalThis.x = 1;`, /^after this, which writes/],
  [`const { y } = require('./first');`, /^after this, which reads/],
])('the note tells what comes before: %s', async (before, expected) => {
  const { files } = await planProject({
    cwd: makeTree({
      'package.json': { private: true },
      'main.js': `${before}\nconst late = require('./late');\nconsole.log(late.value, require('./first').y);\n`,
      'late.js': `require('./first').y++;\nconsole.log(globalThis.x);\nexports.value = 1;\n`,
      'first.js': `let y = 1;\nmodule.exports = { get y() { return y; }, set y(value) { y = value; } };\n`,
    }),
  });
  const { diagnostics } = files.find(({ path }) => path === 'main.js')!.row;
  const note = diagnostics.find(({ code }) => code === 'require-kept-in-order');
  expect(note!.related![0]!.message).toMatch(expected);
});

function takesMember(): string {
  return `const sep = require('path').sep;\nexports.value = sep;`;
}

function destructures(): string {
  return `const { sep } = require('path');\nexports.value = sep;`;
}

function readsAtLoad(): string {
  return `const path = require('path');\nexports.value = path.sep;`;
}

function readsLater(): string {
  return `const path = require('path');\nexports.value = () => path.sep;`;
}
