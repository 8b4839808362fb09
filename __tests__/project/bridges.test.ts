import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { writeFiles } from '../support/run.ts';
import { Project, statuses } from './support/project.ts';

const kept = '// esmshift: keep\n';
const lib = `function Widget() {}\nmodule.exports = Widget;\nmodule.exports.of = () => 'of';\nmodule.exports.version = 7;\n`;
const asker = `
const x = require('widgets/lib/x'), again = require('widgets/lib/x.js');
console.log(x === again, x.name, Object.keys(x).join(), x.of(), require('widgets').make().constructor === x);
import('widgets/lib/x.js')
  .then((m) => console.log(m.default === x, m.of(), m.version, new m.default() instanceof x))
  .then(() => import('./ask.mjs'));
`;
const askerModule = `
import X, { of, version } from 'widgets/lib/x.js';
import main from 'widgets';
console.log(X.name, of(), version, main.make() instanceof X);
`;

function published(manifest: object): Project {
  const project = new Project({
    'pkg/package.json': JSON.stringify({ name: 'widgets', version: '1.0.0', ...manifest }, null, 2),
    'pkg/index.js': "const X = require('./lib/x');\nexports.make = () => new X();\n",
    'pkg/lib/x.js': kept + lib,
    'out/ask.js': asker,
    'out/ask.mjs': askerModule,
  });
  mkdirSync(join(project.folder, 'out/node_modules'));
  symlinkSync('../../pkg', join(project.folder, 'out/node_modules/widgets'));
  return project;
}

describe('outsiders load a file that stays CommonJS by its path', () => {
  const manifests = {
    'without exports': {},
    'with main': { main: './index' },
    'with files': { main: 'index.js', files: ['index.js', 'lib/x.js'] },
    'with a pattern': { exports: { '.': './index.js', './lib/*.js': './lib/*.js', './lib/x': './lib/x.js' } },
  };
  for (const as of ['package', 'mjs'] as const)
    test.each(Object.entries(manifests))(`%s, --as ${as}`, async (_, manifest) => {
      const project = published(manifest);
      const { planned, printed } = await project.convertSame('out/ask.js', { paths: ['pkg'], as });
      expect(printed).toContain('true Widget');
      expect(statuses(planned)).toMatchObject({ 'pkg/index.js': 'converted', 'pkg/lib/x.js': 'refused' });
      const again = await project.convert({ paths: ['pkg'], as });
      expect(again.files.filter(({ path, output, after }) => path !== output || after !== null)).toEqual([]);
    });

  test('the list of published files has the bridge and what it leads to', async () => {
    const project = published({ main: 'index.js', files: ['index.js', 'lib/x.js'] });
    await project.convert({ paths: ['pkg'] });
    expect(JSON.parse(project.read('pkg/package.json')).files).toEqual(['index.js', 'lib/x.cjs', 'lib/x.js']);
  });

  test.each(['module.exports = undefined;', 'module.exports = null;', 'module.exports = exports.absent;'])(
    'Node looks for names in what is exported, and fails where that is nothing: %s',
    async (replaced) => {
      const project = published({});
      writeFiles(project.folder, {
        'pkg/lib/x.js': `${kept}exports.a = 1;\n${replaced}\n`,
        'pkg/index.js': "exports.x = require('./lib/x');\n",
        'out/ask.js': "console.log(require('widgets/lib/x'), require('widgets').x);\n",
      });
      await project.convertSame('out/ask.js', { paths: ['pkg'] });
      expect(project.run('pkg/lib/x.js')).toBe('');
      expect(project.run('-e', "import('./pkg/lib/x.js').then((m) => console.log(m.default))")).toMatch(
        /^(?:null|undefined)\n$/,
      );
    },
  );

  test('a private package needs no bridge', async () => {
    const project = published({ private: true });
    await project.convert({ paths: ['pkg'] });
    expect(project.has('pkg/lib/x.cjs')).toBe(true);
    expect(project.has('pkg/lib/x.js')).toBe(false);
  });

  test.each(['package', 'mjs'] as const)('names of a converted file, --as %s', async (as) => {
    const project = published({});
    writeFiles(project.folder, {
      'pkg/lib/x.js': "exports.one = 1;\nexports.two = { one: exports.one };\nexports['a-b'] = 3;\n",
      'pkg/lib/y.js': 'module.exports = { first, second: first };\nfunction first() {}\n',
      'pkg/index.js': "exports.x = require('./lib/x').one + require('./lib/y').first.name;\n",
      'out/ask.js': `const x = require('widgets/lib/x.js');
import('./names.mjs').then((m) => console.log(m.default === x, Object.keys(x).join()));
`,
      'out/names.mjs': `import x, { one, two, 'a-b' as ab } from 'widgets/lib/x.js';
import y, { first } from 'widgets/lib/y.js';
import * as all from 'widgets/lib/x.js';
console.log(one, two, ab, x.two === two, y.first === first, y.second === first);
console.log(Object.keys(all).filter((name) => name !== 'module.exports').sort().join());
export default x;
`,
    });
    const { printed } = await project.convertSame('out/ask.js', { paths: ['pkg'], as });
    expect(printed).toBe('1 { one: 1 } 3 true true true\na-b,default,one,two\ntrue one,two,a-b\n');
    expect(project.has('pkg/lib/x.mjs')).toBe(as === 'mjs');
  });

  test('names that are no identifiers', async () => {
    const project = published({});
    writeFiles(project.folder, {
      'pkg/lib/x.js': `${kept}exports['a-b'] = 1;\nexports.delete = 2;\nexports.whole = 3;\nexports.constructor = 4;\n`,
      'pkg/index.js': "exports.a = require('./lib/x')['a-b'];\n",
      'out/ask.js':
        "import('widgets/lib/x.js').then((m) => console.log(m['a-b'], m.delete, m.whole, m.constructor, Object.keys(m.default)));",
    });
    await project.convertSame('out/ask.js', { paths: ['pkg'] });
    expect(project.has('pkg/lib/x.cjs')).toBe(true);
  });

  test('names that the value only inherits', async () => {
    const project = published({});
    writeFiles(project.folder, {
      'pkg/lib/x.js': `${kept}class Brush { paint() {} }\nif (false) exports.paint = 1;\nmodule.exports = new Brush();\n`,
      'pkg/index.js': "exports.a = typeof require('./lib/x').paint;\n",
      'out/ask.js':
        "import('widgets/lib/x.js').then((m) => console.log('paint' in m, m.paint, typeof m.default.paint));",
    });
    await project.convertSame('out/ask.js', { paths: ['pkg'] });
    expect(project.has('pkg/lib/x.cjs')).toBe(true);
  });
});
