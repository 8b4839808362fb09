import { describe, expect, test } from '@jest/globals';
import { codes, Project } from './support/project.ts';
import { compared } from './support/same.ts';

describe('a file whose text is read stays as it is', () => {
  const lib = 'function twice(x) { return x * 2; }\nexports.twice = twice;\n';
  test.each([
    [
      'and evaluated',
      `const fs = require('fs');
const files = [require.resolve('./lib/a.js')];
const found = {};
new Function('exports', files.map((file) => fs.readFileSync(file, 'utf8')).join())(found);
console.log(found.twice(2));`,
    ],
    [
      'and run by vm',
      `const fs = require('fs'), path = require('path'), vm = require('vm');
const file = path.join(__dirname, 'lib', 'a.js');
vm.runInNewContext(fs.readFileSync(file, 'utf8'), { exports: {} });
console.log(fs.readFileSync(file, 'utf8').length);`,
    ],
    [
      'and shown',
      `const fs = require('fs');\nconsole.log(fs.readFileSync(__dirname + '/lib/a.js', 'utf8').length);`,
    ],
    [
      'from the working directory',
      `const fs = require('fs');\nconsole.log(fs.readFileSync('lib/a.js', 'utf8').length);`,
    ],
  ])('%s', async (_, main) => {
    const { before, after, statuses } = await compared({
      'lib/a.js': lib,
      'lib/b.js': 'exports.b = 1;\n',
      'main.js': `${main}\nconsole.log(require('./lib/b').b);\n`,
    });
    expect(after).toBe(before);
    expect(statuses).toEqual({ 'lib/a.js': 'refused', 'lib/b.js': 'converted', 'main.js': 'converted' });
  });

  test.each([
    ['its own text is run again', 'require("vm").runInThisContext(text.slice(0, 0)); ', ['read-as-text']],
    ['its own text is but shown', '', []],
  ])('%s', async (_, evaluated, expected) => {
    const main = `const text = require('fs').readFileSync(__filename, 'utf8');\n${evaluated}console.log(text.length);\n`;
    const project = new Project({ 'package.json': '{}', 'main.js': main });
    const planned = await project.convert();
    expect(codes(planned, 'main.js')).toEqual(expected);
  });
});

describe('a string that may be a path or mere text stays, and something is found where it leads', () => {
  const keep = '// esmshift: keep\nexports.a = 1;\n';
  test.each([
    ['shown', `const label = './keep.js';\nconsole.log(label);`],
    ['loaded', `for (const name of ['./keep.js']) console.log(name, require(name).a);`],
    ['started', `const options = { worker: './keep.js' };\nrequire('child_process').fork(options.worker);`],
  ])('%s', async (_, use) => {
    const main = `${use}\nconsole.log(require('./keep').a);\n`;
    const { before, after, statuses, project } = await compared({ 'keep.js': keep, 'main.js': main });
    expect(after).toBe(before);
    expect(statuses).toEqual({ 'keep.js': 'refused', 'main.js': 'converted' });
    expect(project.read('main.js')).toContain("'./keep.js'");
    expect(project.read('keep.js')).toContain("from './keep.cjs'");
  });

  test.each([
    ['to a function', `require('child_process').fork('./keep.js');`],
    ['by a variable', `const file = './keep.js';\nrequire('child_process').fork(file);`],
    [
      'from the file on',
      `const path = require('path');\nconst options = { file: path.join(__dirname, 'keep.js') };\nconsole.log(require(options.file).a);`,
    ],
    ['to a question for the file', `console.log(require('fs').existsSync('./keep.js'));`],
  ])('what surely is one follows the file: passed %s', async (_, main) => {
    const { before, after, project } = await compared({ 'keep.js': keep, 'main.js': `${main}\n` });
    expect(after).toBe(before);
    expect(project.read('main.js')).toContain('keep.cjs');
    expect(project.has('keep.js')).toBe(false);
  });
});

test('a script without any CommonJS gives outsiders the empty object that it gave', async () => {
  const project = new Project({
    'pkg/package.json': '{ "name": "pkg", "main": "index.js" }\n',
    'pkg/index.js': 'exports.a = 1;\n',
    'pkg/polyfill.js': 'globalThis.filled = true;\n',
    'ask.mjs': `import value from './pkg/polyfill.js';
import { createRequire } from 'node:module';
const required = createRequire(import.meta.url)('./pkg/polyfill.js');
console.log(value === required, Object.getPrototypeOf(value) === Object.prototype, globalThis.filled);\n`,
  });
  await project.convertSame('ask.mjs', { paths: ['pkg'] });
});
