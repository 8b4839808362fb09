import type { DiagnosticEntry } from './entry.ts';

/** Modules that load each other. */
export const cycleDiagnostics = {
  'cycle-eager-use': {
    severity: 'refusal',
    title: 'A module of a cycle uses another one while the cycle loads',
    message: (args) =>
      `\`${args.at}\` uses a module of the cycle ${args.path} that may not have been evaluated by then.`,
    help: () => 'Move the use into a function that is called later, or break the cycle.',
    explanation:
      'In CommonJS such a use sees the exports that exist so far, and `undefined` for the rest. An import binding throws until it is initialised (ECMA-262 §9.1.1.5.1). Which modules have been evaluated by then depends on the one that is loaded first; a cycle converts where a use is too early from none of those that others load, or that are public. Function declarations exist before any module of a cycle is evaluated (§16.2.1.6.4), in CommonJS before the first statement: to inherit from one is not too early where it was exported, but nothing put on it, before the require that leads back.',
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
          "const a = require('./a.js');\nextend(exports);\nexports.own = 1;\nfunction extend(target) { target.name = () => 'b' + a.name(); }\n",
      },
      file: 'a.js',
      naive: {
        'main.mjs': "import { name } from './a.mjs';\nconsole.log(name());",
        'a.mjs':
          "import b from './b.cjs';\nexport const name = () => 'a';\nexport const other = () => b.name();\n",
        'b.cjs':
          "const a = require('./a.mjs');\nextend(exports);\nexports.own = 1;\nfunction extend(target) { target.name = () => 'b' + a.name(); }\n",
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
} as const satisfies Record<string, DiagnosticEntry>;
