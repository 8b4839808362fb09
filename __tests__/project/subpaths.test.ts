import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { Project } from './support/project.ts';

// Patterns of `exports` and `imports` that led to files which are renamed.

const kept = '// esmshift: keep\n';
const lib = {
  'pkg/index.js': "const x = require('#lib/x');\nexports.same = () => x === require('#inner/x.js');\n",
  'pkg/lib/x.js': `${kept}function X() {}\nmodule.exports = X;\nX.of = () => 'of';\n`,
  'pkg/lib/deep/y.js': `${kept}exports.y = 'y';\nexports.set = (value) => { exports.y = value; };\n`,
  'pkg/lib/z.js': "exports.z = 'z';\nexports.set = (value) => { exports.z = value; };\n",
};
const imports = { '#lib/*': './lib/*.js', '#inner/*': './lib/*' };

const asker = `
const X = require('widgets/lib/x');
const { y, set } = require('widgets/lib/deep/y');
const z = require('widgets/lib/z');
set('changed');
z.set('changed, too');
console.log(X.of(), y, require('widgets/lib/deep/y').y, z.z, require('widgets').same());
import('./ask.mjs');
`;
const module = `
import X from 'widgets/lib/x';
import Y, { y } from 'widgets/lib/deep/y';
import Z from 'widgets/lib/z';
console.log(typeof X.of, y, Y.y, Z.z);
`;

function linked(exports: object, manifest: object): Project {
  const project = new Project({
    ...lib,
    'package.json': '{ "private": true }\n',
    'pkg/package.json': JSON.stringify({ name: 'widgets', ...manifest, exports, imports }, null, 2),
    'out/package.json': '{ "private": true }\n',
    'out/ask.js': kept + asker,
    'out/ask.mjs': module,
    'out/convert.js': asker,
  });
  mkdirSync(join(project.folder, 'out/node_modules'));
  symlinkSync('../../pkg', join(project.folder, 'out/node_modules/widgets'));
  return project;
}

function outputs(project: Project): readonly string[] {
  const endings = ['js', 'cjs', 'mjs'];
  const converted = endings.map((ending) => `out/convert.${ending}`).find((path) => project.has(path));
  const asks = project.has('out/ask.cjs') ? 'out/ask.cjs' : 'out/ask.js';
  return [project.run(asks), project.run(converted!)];
}

describe.each([
  ['a private package', { private: true }],
  ['a published package', { version: '1.0.0' }],
])('%s', (_, manifest) => {
  const maps = {
    'a pattern': { '.': './index.js', './lib/*': './lib/*.js' },
    conditions: {
      '.': './index.js',
      './lib/deep/*': { node: { default: './lib/deep/*.js' }, default: './web/*.js' },
      './lib/*': [{ browser: './web/*.js' }, './lib/*.js'],
    },
    everything: { '.': './index.js', './lib/*': './lib/*.js', './*': './*' },
  };
  for (const as of ['package', 'mjs'] as const)
    test.each(Object.entries(maps))(`%s, --as ${as}`, async (_name, exports) => {
      const project = linked(exports, manifest);
      const before = outputs(project);
      expect(before).toEqual(
        Array(2).fill('of y changed changed, too true\nfunction changed changed changed, too\n'),
      );
      await project.convert({ as });
      expect(project.has('pkg/lib/x.cjs')).toBe(as === 'package');
      expect(outputs(project)).toEqual(before);
      expect(project.has('pkg/lib/x.js')).toBe(as === 'mjs');
      const again = await project.convert({ as });
      expect(again.files.filter(({ path, output, after }) => path !== output || after !== null)).toEqual([]);
    });
});
