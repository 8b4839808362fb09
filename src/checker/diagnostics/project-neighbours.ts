import type { DiagnosticEntry } from './entry.ts';

/** What the rest of the project makes doubtful otherwise. */
export const neighbourDiagnostics = {
  'late-require': {
    severity: 'refusal',
    title: 'A require runs late',
    message: (args) =>
      `\`${args.specifier}\` is required only when that code runs, and --lazy refuse allows no such thing.`,
    help: () => 'Move the require to the top of the file, or allow createRequire with --lazy hoist or keep.',
    explanation:
      'An import declaration loads its module before everything else, whether or not the code that needs it ever runs. With --lazy refuse nothing else is put in its place.',
    example: {
      files: {
        'main.js': "if (process.argv.length > 9) require('not-installed-anywhere');\nconsole.log('fine');\n",
      },
      file: 'main.js',
      options: { lazy: 'refuse' },
      naive: { 'main.mjs': "import 'not-installed-anywhere';\nconsole.log('fine');\n" },
    },
  },
  'namespace-differs': {
    severity: 'refusal',
    title: 'A file with named exports is used as an ordinary object',
    message: (args) =>
      `\`${args.specifier}\` has named exports, and here they are used as an ordinary object.`,
    help: () =>
      'Convert both files in one run, so that the exports can stay one object, or read them by name here.',
    explanation:
      'The namespace object of a module with named exports cannot be written to, has no prototype and lists its keys in another order (ECMA-262 §10.4.6). When one file is converted on its own, the other one cannot be given another shape.',
    example: {
      files: {
        'main.js': "const lib = require('./lib.js');\nlib.limit = 2;\nconsole.log(lib.limit);\n",
        'lib.js': 'exports.limit = 1;\n',
      },
      file: 'main.js',
      alone: true,
      naive: {
        'main.mjs': "import * as lib from './lib.mjs';\nlib.limit = 2;\nconsole.log(lib.limit);\n",
        'lib.mjs': 'export let limit = 1;\n',
      },
    },
  },
  'outsiders-see-object': {
    severity: 'note',
    title: 'Code outside of the project could tell names from the exports object',
    message: (args) =>
      `The package lets others load this, and they could tell names from an object: ${args.reason}. So it exports one object.`,
    help: () =>
      'List the entries of the package under `exports` in package.json; a file that is no entry gets named exports.',
    explanation:
      'Others may write to an exports object and see later writes to it; a namespace object cannot be written to (ECMA-262 §10.4.6.9). The names that a CommonJS file has for them are those that Node finds in its text (Node documentation, "Import statements", "CommonJS Namespaces").',
    example: {
      files: {
        'package.json': '{ "name": "levels", "main": "./lib.js" }\n',
        'lib.js': 'exports.level = 1;\nexports.current = () => exports.level;\n',
        'main.js': "const lib = require('./lib.js');\nlib.level = 2;\nconsole.log(lib.current());\n",
      },
      file: 'lib.js',
      naive: {
        'main.mjs': "import * as lib from './lib.mjs';\nlib.level = 2;\nconsole.log(lib.current());\n",
        'lib.mjs': 'export let level = 1;\nexport const current = () => level;\n',
      },
    },
  },
  'neighbour-unknown': {
    severity: 'note',
    title: 'The shape of a required file is not known',
    message: (args) => `\`${args.specifier}\` was not looked at; its default export is imported.`,
    help: () => 'Convert the whole folder at once, or pass a resolver that knows the file.',
    explanation:
      'A file that stays CommonJS, or that has a default export, is imported by default; a file with named exports is not. Which one applies can only be known from the file itself.',
    example: {
      files: { 'main.js': "const lib = require('./lib');\nlib();\n" },
      file: 'main.js',
      alone: true,
      naive: null,
    },
  },
  'not-installed': {
    severity: 'note',
    title: 'A required package is not installed',
    message: (args) => `\`${args.specifier}\` is not installed; its default export is imported.`,
    help: (args) => `Install \`${args.specifier}\` and run again, so that what it exports can be looked up.`,
    explanation:
      'The default import of a CommonJS package is what `require` gave. For an ES module it is not; only the installed files tell which it is.',
    example: {
      files: { 'main.js': "const missing = require('not-installed-anywhere');\nmissing();\n" },
      file: 'main.js',
      naive: null,
    },
  },
  'require-kept-late': {
    severity: 'note',
    title: 'A late require stays a require',
    message: (args) =>
      `\`${args.specifier}\` is required only when that code runs, and stays so through createRequire.`,
    help: () => 'Move the require to the top of the file where loading the module early does no harm.',
    explanation:
      'An import declaration loads its module before everything else. A require in a function, branch or try block may never run, may run later, or may be expected to fail.',
    example: {
      files: {
        'main.js': "if (process.argv.length > 9) require('not-installed-anywhere');\nconsole.log('fine');\n",
      },
      file: 'main.js',
      naive: { 'main.mjs': "import 'not-installed-anywhere';\nconsole.log('fine');\n" },
    },
  },
  'require-kept-in-order': {
    severity: 'note',
    title: 'A require keeps its place among the statements',
    message: (args) =>
      `\`${args.specifier}\` is loaded after something that it could notice, and stays in order through createRequire.`,
    help: () => 'Move the require above that statement where the order does not matter.',
    explanation:
      'Import declarations are evaluated before all statements of their file (ECMA-262 §16.2.1.6.1.3), so a module that must be loaded after a statement cannot be imported by one.',
    example: {
      files: {
        'main.js': "globalThis.setting = 'on';\nrequire('./reader.js');\n",
        'reader.js': 'console.log(globalThis.setting);\n',
      },
      file: 'main.js',
      naive: {
        'main.mjs': "globalThis.setting = 'on';\nimport './reader.mjs';\n",
        'reader.mjs': 'console.log(globalThis.setting);\n',
      },
    },
  },
} as const satisfies Record<string, DiagnosticEntry>;
