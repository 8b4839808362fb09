import { expect, test } from '@jest/globals';
import { codes, Project, statuses } from './support/project.ts';

// Node finds the names of a CommonJS file in its text, and in the texts of what it passes on while that is CommonJS.

const kept = '// esmshift: keep\n';
const star = `Object.keys(_lib).forEach(function (key) {
  if (key === "default" || key === "__esModule") return;
  if (key in exports && exports[key] === _lib[key]) return;
  Object.defineProperty(exports, key, { enumerable: true, get: function () { return _lib[key]; } });
});
`;

test.each<readonly [string, string, { readonly main?: string }]>([
  ['passes on another one', "module.exports = require('./lib');\n", {}],
  ['passes on one that passes on', "module.exports = require('./between');\n", {}],
  ['copies another one', `var _lib = require('./lib');\n${star}`, {}],
  ['is a .cjs file', "module.exports = require('./lib');\n", { main: 'index.cjs' }],
])('an entry that stays, and %s, gives outsiders the same names', async (_, entry, { main = 'index.js' }) => {
  const project = new Project({
    'pkg/package.json': JSON.stringify({ name: 'pkg', version: '1.0.0', main }),
    [`pkg/${main}`]: kept + entry,
    'pkg/between.js': "module.exports = require('./lib');\n",
    'pkg/lib.js': 'exports.a = 1;\nexports.b = 2;\n',
    'pkg/other.js': 'exports.c = 3;\n',
    'ask.mjs': `import * as all from './pkg/${main}';\nimport { a } from './pkg/${main}';\nconsole.log(a, Object.keys(all).filter((key) => key.length === 1));\n`,
  });
  const { planned, printed } = await project.convertSame('ask.mjs', { paths: ['pkg'] });
  expect(printed).toContain('1 [');
  expect(codes(planned, 'pkg/lib.js')).toContain('names-passed-on');
  expect(statuses(planned)['pkg/other.js']).toBe('converted');
});

test('what no ES module imports names from may convert', async () => {
  const project = new Project({
    'package.json': '{ "private": true }\n',
    'main.js': "console.log(require('./index').a);\n",
    'index.js': `${kept}module.exports = require('./lib');\n`,
    'lib.js': 'exports.a = 1;\n',
  });
  const before = project.run('main.js');
  expect(statuses(await project.convert())['lib.js']).toBe('converted');
  expect(project.run('main.js')).toBe(before);
});
