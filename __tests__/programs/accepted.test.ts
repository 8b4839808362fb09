import { expect, test } from '@jest/globals';
import { compare } from '../../campaigns/combinations/compare.mjs';
import { plan } from '../../src/plan.ts';

// The differences that the README names as accepted, and that no other test shows.

test.each([
  {
    name: 'the text of a function, where a package takes it',
    files: {
      'lib.js': 'exports.x = 1;\nexports.f = () => exports.x;\n',
      'node_modules/shown/index.js': 'module.exports = String;\n',
    },
    main: "const { f } = require('./lib');\nconsole.log(require('shown')(f));\n",
    before: '() => exports.x\n',
    after: '() => x\n',
  },
  {
    name: 'what a listener for uncaught errors is told of an error that ends the loading',
    files: { 'lib.js': "exports.fail = () => { throw new Error('it'); };\n" },
    main: "process.on('uncaughtException', (error, origin) => console.log(error.message, origin));\nrequire('./lib').fail();\n",
    before: 'it uncaughtException\n',
    after: 'it unhandledRejection\n',
  },
  {
    name: 'what builtins schedule with process.nextTick, against promises at the top level of an entry',
    files: { 'lib.js': 'exports.read = () => {};\n' },
    main: "const { Readable } = require('stream');\nconst { read } = require('./lib');\nnew Readable({ read }).on('close', () => console.log('close')).destroy();\nPromise.resolve().then(() => console.log('promise'));\n",
    before: 'close\npromise\n',
    after: 'promise\nclose\n',
  },
  {
    name: 'what a program reads of its own package.json',
    files: { 'package.json': '{ "name": "own", "private": true }\n' },
    main: "console.log(require('./package.json').type);\n",
    before: 'undefined\n',
    after: 'module\n',
  },
  {
    name: 'the path of a file that gets another name',
    files: { 'kept.js': "// esmshift: keep\nmodule.exports = require('path').basename(__filename);\n" },
    main: "console.log(require('./kept'));\n",
    before: 'kept.js\n',
    after: 'kept.cjs\n',
  },
  {
    name: 'whether a builtin has set what it sets when it is first read',
    files: {},
    main: "const fs = require('fs');\nconsole.log(typeof Object.getOwnPropertyDescriptor(fs, 'opendirSync').get);\n",
    before: 'function\n',
    after: 'undefined\n',
  },
  {
    name: 'a write to a property of a value that only running the program shows to be primitive',
    files: { 'lib.js': "exports.make = (...parts) => parts.join('');\n" },
    main: "const made = require('./lib').make('a', 'b');\nmade.extra = 1;\nconsole.log(made);\n",
    before: 'ab\n',
    after: '',
  },
])('$name', async ({ name, files, main, before, after }) => {
  const project = { name, files: { ...files, 'main.js': main } };
  const { differences } = await compare([project], { plan, alone: true });
  expect(differences.map((found) => [found.before.stdout, found.after.stdout])).toEqual([[before, after]]);
});
