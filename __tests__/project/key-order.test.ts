import { expect, test } from '@jest/globals';
import { Project } from './support/project.ts';

test.each([
  ['one after the other', 'exports.b = 1;\nexports.a = 2;'],
  ['assigned together', 'exports.b = exports.c = exports.a = 1;'],
  ['by a pattern', '[exports.b, exports.a] = [1, 2];'],
  ['within a value', 'exports.b = (exports.a = 1) + 1;'],
  ['within a call on the spot', 'exports.b = (function () { exports.a = 1; return 2; })();'],
  [
    'by a function that runs first',
    'function set() { exports.z = 1; }\nset();\nexports.b = 1;\nexports.a = 2;',
  ],
])('outsiders see the keys of the exports in the same order: %s', async (_, text) => {
  const project = new Project({
    'pkg/package.json': '{ "name": "keys", "main": "index.js" }\n',
    'pkg/index.js': `${text}\n`,
  });
  const ask = "console.log(Object.keys(require('./pkg')).join());";
  const before = project.run('-e', ask);
  await project.convert({ paths: ['pkg'] });
  expect(project.read('pkg/index.js')).toContain('export');
  expect(project.run('-e', ask)).toBe(before);
});
