import { expect, test } from '@jest/globals';
import { compare } from '../../campaigns/combinations/compare.mjs';
import { plan } from '../../src/plan.ts';

// The differences that the README names as accepted, and that no other test shows.

test.each([
  {
    name: 'the text of a function',
    files: { 'lib.js': 'exports.x = 1;\nexports.f = () => exports.x;\n' },
    main: "const { f } = require('./lib');\nconsole.log(f.toString());\n",
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
])('$name', async ({ name, files, main, before, after }) => {
  const project = { name, files: { ...files, 'main.js': main } };
  const { differences } = await compare([project], { plan, alone: true });
  expect(differences.map((found) => [found.before.stdout, found.after.stdout])).toEqual([[before, after]]);
});
