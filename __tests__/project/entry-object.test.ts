import { expect, test } from '@jest/globals';
import { Project, statuses } from './support/project.ts';

test('a public entry that passes on what it requires has all of it in its exports object', async () => {
  const project = new Project({
    'pkg/package.json': '{ "name": "entry", "main": "index.js" }\n',
    'pkg/index.js': [
      'function connect() {}',
      'exports.connect = connect;',
      "exports.credentials = require('./lib/credentials');",
      "exports.join = require('path').join;",
      "exports.Failure = require('./lib/error').Failure;",
      "exports.all = require('./lib/error');\n",
    ].join('\n'),
    'pkg/lib/error.js': 'exports.Failure = class Failure {};\n',
    'pkg/lib/credentials.js': 'module.exports = { plain: 1 };\n',
    'ask.cjs':
      "const entry = require('./pkg');\nconsole.log(entry, Object.keys(entry));\nimport('./pkg/index.js').then((m) => console.log(m.default === entry, m.Failure === entry.all.Failure));\n",
  });
  const { planned } = await project.convertSame('ask.cjs', { paths: ['pkg'] });
  expect(Object.values(statuses(planned))).toEqual(['converted', 'converted', 'converted']);
});
