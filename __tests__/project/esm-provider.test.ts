import { expect, test } from '@jest/globals';
import { Project } from './support/project.ts';

test.each([
  ['project', './lib.mjs'],
  ['package', 'installed'],
])('what is destructured from an ES module of the %s keeps its value', async (_, specifier) => {
  const lib = 'export let a = 1;\nexport const fixed = 2;\nexport function bump() { a++; }\n';
  const project = new Project({
    'package.json': '{ "name": "live", "private": true }\n',
    'main.js': `const { a, bump } = require('${specifier}');\nconst { fixed } = require('${specifier}');\nbump();\nconsole.log(a, require('${specifier}').a, fixed);\n`,
    'lib.mjs': lib,
    'node_modules/installed/package.json': '{ "name": "installed", "exports": "./index.mjs" }\n',
    'node_modules/installed/index.mjs': lib,
  });
  const { printed } = await project.convertSame('main.js');
  expect(printed).toBe('1 2 2\n');
  expect(project.read('main.js')).toContain('import ');
});
