import { expect, test } from '@jest/globals';
import { scan } from '../../src/checker/scan.ts';

const paths = "const path = require('path'); const { root } = require('./root');\n";
const madeElsewhere = "const load = require('module').createRequire(root);\n";

test.each([
  ['require(root)', 'require *'],
  ["require(root + '/lib/x')", 'require */lib/x'],
  ["require(path.join(root, 'lib', name))", 'require */lib/*'],
  ["require(path.join(root, '..', 'lib', './x.js'))", 'require lib/x.js'],
  // What is absolute begins anew.
  ["require(path.resolve(root, 'lib', name))", 'require *'],
  ["require(path.resolve('lib/x'))", 'require lib/x'],
  ["require(['a', name].join('/'))", 'require *'],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is code.
  ['require(`${root}/models/${name}/index.js`)', 'require */models/*/index.js'],
  ["const file = root + '/x'; require(file + '.js')", 'require */x.js'],
  ["require(name + '.js')", 'require *'],
  ['import(root)', 'import *'],
  ["import('./x')", ''],
  ["require('./plugins/' + name)", ''],
  ["require(path.join(__dirname, 'x'))", ''],
  ["require(path.join(root, 'package.json'))", ''],
  [`${madeElsewhere}load('./x'); load('lodash'); load.resolve('./y')`, 'require x'],
  ["require('module').createRequire(root)('../x')", 'require x'],
  [`${madeElsewhere}exports.load = load; run(require('module').createRequire(root))`, 'require *'],
])('%s', (code, expected) => {
  const { unknownLoads } = scan(paths + code, { path: 'x.js' });
  expect(unknownLoads.map(({ by, pattern }) => `${by} ${pattern}`).join()).toBe(expected);
});
