import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { Project } from './support/project.ts';

test('a package.json that only sets a type does not close the doors of the package around it', async () => {
  const project = new Project({
    'pkg/package.json': '{ "name": "nested", "exports": { "require": "./lib/main.js" } }\n',
    'pkg/lib/package.json': '{ "type": "commonjs" }\n',
    'pkg/lib/main.js': 'module.exports = function nested() {};\n',
    'out/ask.cjs': "console.log(typeof require('nested'), require('nested').name);\n",
  });
  mkdirSync(join(project.folder, 'out/node_modules'));
  symlinkSync('../../pkg', join(project.folder, 'out/node_modules/nested'), 'junction');
  await project.convertSame('out/ask.cjs', { paths: ['pkg'] });
  expect(project.read('pkg/lib/main.js')).toContain('export default function nested');
});
