import type { DiagnosticEntry } from './entry.ts';

/** What the rest of the project makes doubtful. */
export const projectDiagnostics = {
  'importer-assigns': {
    severity: 'warning',
    title: 'An importer assigns to the exports',
    message: (args) =>
      `\`${args.importer}\` assigns to \`${args.key}\` of these exports, so they are exported as one ordinary object.`,
    help: () =>
      'Let that module call a function that changes the value; then the exports can become named exports.',
    explanation:
      'A namespace object cannot be written to (ECMA-262 §10.4.6.9). A module that others patch therefore keeps one ordinary object, which is its default export.',
    example: {
      files: {
        'main.js': "const lib = require('./lib.js');\nlib.greet = () => 'stub';\nconsole.log(lib.greet());",
        'lib.js': "exports.greet = () => 'real';\n",
      },
      file: 'lib.js',
      naive: {
        'main.mjs': "import * as lib from './lib.mjs';\nlib.greet = () => 'stub';\nconsole.log(lib.greet());",
        'lib.mjs': "export const greet = () => 'real';\n",
      },
    },
  },
  'importer-calls-method': {
    severity: 'warning',
    title: 'An importer calls a function that works on the exports',
    message: (args) =>
      `\`${args.importer}\` calls \`${args.key}\` as a method of these exports, which works on its \`this\`, so they are exported as one ordinary object.`,
    help: (args) =>
      `Let \`${args.key}\` name the exports instead of \`this\`; then they can become named exports.`,
    explanation:
      'A namespace object cannot be written to (ECMA-262 §10.4.6.9) and is another object than the exports were. A function that gets it as `this` would notice.',
    example: {
      files: {
        'main.js': "const lib = require('./lib.js');\nlib.start();\nconsole.log(lib.running);",
        'lib.js': 'exports.start = function () { this.running = true; };\n',
      },
      file: 'lib.js',
      naive: {
        'main.mjs': "import * as lib from './lib.mjs';\nlib.start();\nconsole.log(lib.running);",
        'lib.mjs': 'export function start() { this.running = true; }\n',
      },
    },
  },
  'importer-enumerates': {
    severity: 'warning',
    title: 'An importer enumerates the exports',
    message: (args) =>
      `\`${args.importer}\` enumerates these exports, so they are exported as one ordinary object.`,
    help: () => 'Read the exports by name there; then they can become named exports.',
    explanation:
      'A namespace object lists its keys in code unit order (ECMA-262 §10.4.6.11), an exports object in the order of assignment.',
    example: {
      files: {
        'main.js': "console.log(Object.keys(require('./lib.js')).join());",
        'lib.js': 'exports.second = 2;\nexports.first = 1;\n',
      },
      file: 'lib.js',
      naive: {
        'main.mjs': "import * as lib from './lib.mjs';\nconsole.log(Object.keys(lib).join());",
        'lib.mjs': 'export const second = 2;\nexport const first = 1;\n',
      },
    },
  },
  'importer-passes-on': {
    severity: 'warning',
    title: 'An importer passes the exports object on',
    message: (args) =>
      `\`${args.importer}\` passes these exports on as an object, so they are exported as one ordinary object.`,
    help: () => 'Pass on single exports there; then they can become named exports.',
    explanation:
      'Whoever gets the object may write to it, enumerate it or call what it inherits from `Object.prototype`; a namespace object (ECMA-262 §10.4.6) allows none of that.',
    example: {
      files: {
        'main.js':
          "const lib = require('./lib.js');\nconsole.log(String(Object.getPrototypeOf(lib) === null));",
        'lib.js': 'exports.first = 1;\n',
      },
      file: 'lib.js',
      naive: {
        'main.mjs':
          "import * as lib from './lib.mjs';\nconsole.log(String(Object.getPrototypeOf(lib) === null));",
        'lib.mjs': 'export const first = 1;\n',
      },
    },
  },
  'importer-reads-computed-key': {
    severity: 'warning',
    title: 'An importer reads the exports by a computed key',
    message: (args) =>
      `\`${args.importer}\` reads these exports by a computed key, so they are exported as one ordinary object.`,
    help: () => 'Read the exports by name there; then they can become named exports.',
    explanation:
      'A computed key may be one that every ordinary object inherits, such as `constructor`; a namespace object has no prototype (ECMA-262 §10.4.6.1).',
    example: {
      files: {
        'main.js': "const lib = require('./lib.js');\nconst key = 'toString';\nconsole.log(typeof lib[key]);",
        'lib.js': 'exports.first = 1;\n',
      },
      file: 'lib.js',
      naive: {
        'main.mjs':
          "import * as lib from './lib.mjs';\nconst key = 'toString';\nconsole.log(typeof lib[key]);",
        'lib.mjs': 'export const first = 1;\n',
      },
    },
  },
  'importer-reads-inherited-key': {
    severity: 'warning',
    title: 'An importer uses what the exports object inherits',
    message: (args) =>
      `\`${args.importer}\` uses \`${args.key}\`, which these exports inherit from \`Object.prototype\`, so they are exported as one ordinary object.`,
    help: (args) => `Write \`Object.hasOwn(…)\` or the like instead of \`${args.key}\` there.`,
    explanation: 'A namespace object has no prototype (ECMA-262 §10.4.6.1), so it inherits nothing.',
    example: {
      files: {
        'main.js': "const lib = require('./lib.js');\nconsole.log(lib.hasOwnProperty('first'));",
        'lib.js': 'exports.first = 1;\n',
      },
      file: 'lib.js',
      naive: {
        'main.mjs': "import * as lib from './lib.mjs';\nconsole.log(lib.hasOwnProperty('first'));",
        'lib.mjs': 'export const first = 1;\n',
      },
    },
  },
  'importer-reads-marker': {
    severity: 'warning',
    title: 'An importer asks exports with a `default` for `__esModule`',
    message: (args) =>
      `\`${args.importer}\` reads \`__esModule\` of these exports, so they are exported as one ordinary object.`,
    help: () => 'Do not ask for the marker there: these exports never had it.',
    explanation:
      'Where `require` loads an ES module that has a default export, Node adds the key `__esModule` to what it gives (Node documentation, "Loading ECMAScript modules using require()").',
    example: {
      files: {
        'main.js': "// esmshift: keep\nconsole.log(require('./lib.js').__esModule);",
        'lib.js': 'exports.default = 1;\n',
      },
      file: 'lib.js',
      naive: {
        'main.cjs': "console.log(require('./lib.mjs').__esModule);",
        'lib.mjs': 'export default 1;\n',
      },
    },
  },
  'cycle-eager-use': {
    severity: 'refusal',
    title: 'A module of a cycle uses another one while the cycle loads',
    message: (args) =>
      `\`${args.at}\` uses a module of the cycle ${args.path} that may not have been evaluated by then.`,
    help: () => 'Move the use into a function that is called later, or break the cycle.',
    explanation:
      'In CommonJS such a use sees the exports that exist so far, and `undefined` for the rest. An import binding throws until it is initialised (ECMA-262 §9.1.1.5.1). Which modules have been evaluated by then depends on the one that is loaded first; a cycle converts where a use is too early from none of those that others load, or that are public.',
    example: {
      files: {
        'main.js': "console.log(require('./a.js').a);",
        'a.js': "const b = require('./b.js');\nexports.a = b.b;\n",
        'b.js': "const a = require('./a.js');\nexports.b = 'a is ' + a.a;\n",
      },
      file: 'a.js',
      naive: {
        'main.mjs': "import { a } from './a.mjs';\nconsole.log(a);",
        'a.mjs': "import * as b from './b.mjs';\nexport const a = b.b;\n",
        'b.mjs': "import * as a from './a.mjs';\nexport const b = 'a is ' + a.a;\n",
      },
    },
  },
  'cycle-exports-late': {
    severity: 'refusal',
    title: 'module.exports is replaced after the require that leads back',
    message: (args) =>
      `In the cycle ${args.path} the module \`${args.at}\` replaces \`module.exports\` after a require that leads back to it, so its partner holds the old object.`,
    help: () => 'Put `module.exports = ...` above that require, or break the cycle.',
    explanation:
      'The partner that is loaded in between gets the object that is then replaced. A default import would give it the new one.',
    example: {
      files: {
        'main.js': "console.log(require('./a.js').seen());",
        'a.js': "const b = require('./b.js');\nmodule.exports = { name: 'a', seen: () => b.partner() };\n",
        'b.js': "const a = require('./a.js');\nexports.partner = () => a.name;\n",
      },
      file: 'a.js',
      naive: {
        'main.mjs': "import a from './a.mjs';\nconsole.log(a.seen());",
        'a.mjs': "import * as b from './b.mjs';\nexport default { name: 'a', seen: () => b.partner() };\n",
        'b.mjs': "import a from './a.mjs';\nexport const partner = () => a.name;\n",
      },
    },
  },
  'cycle-late-require': {
    severity: 'refusal',
    title: 'A late require belongs to a cycle',
    message: (args) =>
      `\`${args.at}\` requires a module of the cycle ${args.path} in a function, branch or loop.`,
    help: () => 'Break the cycle; then each of its modules can be converted.',
    explanation:
      'Node throws ERR_REQUIRE_CYCLE_MODULE when a `require()` reaches an ES module that is still being evaluated, and a hoisted import may run the modules in another order.',
    example: {
      files: {
        'main.js': "console.log(require('./a.js').a());",
        'a.js': "exports.a = () => 'a';\nrequire('./b.js');\n",
        'b.js': "function partner() { return require('./a.js'); }\nconsole.log(partner().a());\n",
      },
      file: 'b.js',
      naive: {
        'main.mjs': "import { a } from './a.mjs';\nconsole.log(a());",
        'a.mjs': "export const a = () => 'a';\nimport './b.mjs';\n",
        'b.mjs':
          "import { createRequire } from 'node:module';\nconst require = createRequire(import.meta.url);\nfunction partner() { return require('./a.mjs'); }\nconsole.log(partner().a());\n",
      },
    },
  },
  'cycle-partner-stays': {
    severity: 'refusal',
    title: 'Another module of the cycle stays CommonJS',
    message: (args) => `It is in the cycle ${args.path} with \`${args.partner}\`, which stays CommonJS.`,
    help: (args) => `Settle \`${args.partner}\` first, or break the cycle.`,
    explanation:
      'Node throws ERR_REQUIRE_CYCLE_MODULE when `require()` reaches an ES module that is still being evaluated. So a cycle converts as a whole or not at all.',
    example: {
      files: {
        'main.js': "console.log(require('./a.js').name());",
        'a.js': "exports.name = () => 'a';\nconst b = require('./b.js');\nexports.other = () => b.name();\n",
        'b.js':
          "const a = require('./a.js');\nextend(exports);\nfunction extend(target) { target.name = () => 'b' + a.name(); }\n",
      },
      file: 'a.js',
      naive: {
        'main.mjs': "import { name } from './a.mjs';\nconsole.log(name());",
        'a.mjs':
          "import b from './b.cjs';\nexport const name = () => 'a';\nexport const other = () => b.name();\n",
        'b.cjs':
          "const a = require('./a.mjs');\nextend(exports);\nfunction extend(target) { target.name = () => 'b' + a.name(); }\n",
      },
    },
  },
  'cycle-require-call': {
    severity: 'refusal',
    title: 'In a cycle, a require has to stay a call',
    message: (args) =>
      `\`${args.at}\` requires a module of the cycle ${args.path} so that no import can stand for it.`,
    help: () => 'Break the cycle, or name the file by its path.',
    explanation:
      'Some requires stay calls in an ES module, through `createRequire`: `import` of the same specifier would lead elsewhere by the conditions of `exports` or `imports`, or what is loaded has to be what `require` gives. Inside a cycle such a call fails: Node throws ERR_REQUIRE_CYCLE_MODULE.',
    example: {
      files: {
        'package.json':
          '{ "private": true, "imports": { "#b": { "require": "./b.js", "import": "./other.mjs" } } }',
        'main.js': "console.log(require('./a.js').name());",
        'a.js': "const b = require('#b');\nexports.name = function () { return b.name(); };\n",
        'b.js': "const a = require('./a.js');\nexports.name = function () { return typeof a.name; };\n",
        'other.mjs': "export const name = () => 'other';\n",
      },
      file: 'a.js',
      naive: {
        'main.mjs': "import { name } from './a.mjs';\nconsole.log(name());",
        'a.mjs': "import * as b from '#b';\nexport function name() { return b.name(); }\n",
      },
    },
  },
  'cycle-require-after-effect': {
    severity: 'refusal',
    title: 'In a cycle, a require comes after an effect',
    message: (args) =>
      `\`${args.at}\` requires a module of the cycle ${args.path} after it did something noticeable.`,
    help: () => 'Move the require to the top of the file, or break the cycle.',
    explanation:
      'Imports run before the statements of their file, and inside a cycle a `require()` cannot stand in for one: Node throws ERR_REQUIRE_CYCLE_MODULE.',
    example: {
      files: {
        'main.js': "require('./a.js');",
        'a.js': "console.log('a');\nconst b = require('./b.js');\nexports.a = () => b;\n",
        'b.js': "const a = require('./a.js');\nconsole.log('b');\nexports.b = () => a;\n",
      },
      file: 'a.js',
      naive: {
        'main.mjs': "import './a.mjs';",
        'a.mjs': "console.log('a');\nimport * as b from './b.mjs';\nexport const a = () => b;\n",
        'b.mjs': "import * as a from './a.mjs';\nconsole.log('b');\nexport const b = () => a;\n",
      },
    },
  },
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
