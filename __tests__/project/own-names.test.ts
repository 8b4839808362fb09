import { expect, test } from '@jest/globals';
import { Project } from './support/project.ts';

const ask = `
import * as names from '../pkg/index.js';
const { 'module.exports': _, ...values } = names;
console.log(Object.keys(values).sort(), values.paint, values.toString, values.plain, values.maybe);
`;

test.each([
  ['an instance', 'class Brush { paint() {} }\nmodule.exports = new Brush();'],
  ['an object', 'module.exports = { paint: 1 };'],
  ['a function', 'module.exports = function brush() {};'],
  [
    'an object with a prototype',
    'module.exports = {};\nObject.setPrototypeOf(module.exports, { paint: 1 });',
  ],
  [
    'one of two values',
    "class Brush { paint() {} }\nif (typeof define === 'function') define([], () => 1);\nelse module.exports = new Brush();",
  ],
  ['what another file exports', "module.exports = require('./brush.js');"],
])('importers by name get what is there as an own property: %s', async (_, exported) => {
  const project = new Project({
    'pkg/package.json': '{ "name": "brush", "main": "index.js" }\n',
    // Node finds names in code that never runs, too.
    'pkg/index.js': `if (false) { exports.paint = 1; exports.toString = 2; exports.maybe = 3; }\n${exported}\nmodule.exports.plain = 'own';\n`,
    'pkg/brush.js': 'class Brush { paint() {} }\nmodule.exports = new Brush();\n',
    'out/ask.mjs': ask,
  });
  await project.convertSame('out/ask.mjs', { paths: ['pkg'] });
  expect(project.read('pkg/index.js')).toContain('export default');
});
