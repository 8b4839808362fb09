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

test('a package.json that only sets a type does not keep new names from the package around it', async () => {
  const project = new Project({
    'package.json':
      '{ "name": "dual", "type": "module", "main": "./dist/cjs/main.js", "exports": { "import": "./dist/esm/main.js", "require": "./dist/cjs/main.js" } }\n',
    'dist/cjs/package.json': '{ "type": "commonjs" }\n',
    'dist/cjs/main.js': '// esmshift: keep\nexports.kind = require("./kind").kind;\n',
    'dist/cjs/kind.js': 'exports.kind = "cjs";\n',
    'dist/esm/main.js': 'export const kind = "esm";\n',
    'ask.cjs': "console.log(require('dual').kind); import('dual').then(({ kind }) => console.log(kind));\n",
  });
  await project.convertSame('ask.cjs');
  expect(project.read('dist/cjs/main.cjs')).toContain('keep');
  expect(JSON.parse(project.read('package.json'))).toMatchObject({
    main: './dist/cjs/main.cjs',
    exports: { import: './dist/esm/main.js', require: './dist/cjs/main.cjs' },
  });
});
