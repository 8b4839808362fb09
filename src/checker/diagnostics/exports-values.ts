import type { DiagnosticEntry } from './entry.ts';
import { answerDefault, library, libraryAlone } from './exports-object.ts';

const whatCounts =
  'Before a CommonJS file runs, `module.exports` and the variable `exports` hold the same object (Node documentation, "exports shortcut"); what `module.exports` holds in the end is what `require` returns.';

const wrapper = `(function (factory) {
  typeof exports === 'object' && typeof module !== 'undefined' ? factory(exports) :
  typeof define === 'function' && define.amd ? define(['exports'], factory) :
  factory(globalThis.lib = {});
})`;

/** Where it is doubtful which object `module.exports` holds in the end, or what is not in it is lost. */
export const exportsValueDiagnostics = {
  'dynamic-scope': {
    severity: 'refusal',
    title: 'Code that is made at run time sees the names of this file',
    message: () =>
      'A direct `eval` here may use `exports`, `module` or `require`, and no one can tell beforehand.',
    help: () => 'Call it indirectly, as `globalThis.eval(code)`, or pass what it needs to `new Function`.',
    explanation:
      'The code of a direct `eval` runs in the scope of its caller (ECMA-262 §19.2.1.1): it can name every variable of the file, the five of the wrapper included.',
    example: library(
      'console.log(lib.made);',
      'eval("exports[\'made\'] = 1");\n',
      'eval("exports[\'made\'] = 1");\n',
    ),
  },
  'exports-assigned-late': {
    severity: 'refusal',
    title: 'module.exports is replaced by a function that may run later',
    message: () =>
      '`module.exports` is assigned in a function: what others import depends on when they require it.',
    help: () => 'Assign it at the top of the file, once.',
    explanation: `${whatCounts} A \`require\` after the function has run returns another object than one before; an import is bound once.`,
    example: {
      files: {
        'main.js': "const before = require('./lib.js');\nbefore.swap();\nconsole.log(require('./lib.js'));\n",
        'lib.js': "exports.swap = function () { module.exports = 'swapped'; };\n",
      },
      file: 'lib.js',
      naive: {
        'main.mjs': "import lib from './lib.mjs';\nlib.swap();\nconsole.log(lib);\n",
        'lib.mjs':
          "const exports = {};\nlet value = exports;\nexports.swap = function () { value = 'swapped'; };\nexport default value;\n",
      },
    },
  },
  'exports-lost': {
    severity: 'warning',
    title: 'A key is written to an object that is then replaced',
    message: (args) => `\`${args.key}\` is written to an object that is then replaced: nothing imports it.`,
    help: () => 'Remove it, or write it to `module.exports` after the last assignment.',
    explanation: `${whatCounts} Whatever is written to an earlier one stays with that.`,
    example: library(
      'console.log(lib.a, lib.b);',
      'exports.a = 1;\nmodule.exports = { b: 2 };\n',
      'export const a = 1;\nexport const b = 2;\n',
    ),
  },
  'exports-uncertain': {
    severity: 'refusal',
    title: 'A mention of the exports may mean one of several objects',
    message: (args) =>
      `\`${args.alias}\` may be the exports object here, or another one: that depends on when this runs.`,
    help: answerDefault,
    explanation: `${whatCounts} Both can be assigned to; a function sees what they hold when it is called.`,
    example: library(
      'lib.set();\nconsole.log(lib.late);',
      'exports.set = function () { exports.late = 1; };\nexports.forget = function () { exports = {}; };\nexports.forget();\n',
      'export let late;\nexport function set() { late = 1; }\nexport function forget() {}\nforget();\n',
    ),
  },
  'exports-variable-only': {
    severity: 'warning',
    title: 'Only the variable exports is assigned to',
    message: () =>
      'Assigning to `exports` changes the variable, not `module.exports`: nothing imports what it is set to.',
    help: () => 'Write `module.exports = ...` if it was meant to be exported.',
    explanation: whatCounts,
    example: library(
      'console.log(typeof lib, Object.keys(lib));',
      'exports = function greet() {};\n',
      'export default function greet() {}\n',
    ),
  },
  'module-escape': {
    severity: 'refusal',
    title: 'The module object is handed to code that may change its exports',
    message: (args) => `\`${args.alias}\` is the module object here, and it ${args.how}.`,
    help: () => 'Pass on what is needed of it only, `module.exports` or `module.id`.',
    explanation: `${whatCounts} Whoever has the module object can assign to its \`exports\`; an ES module has no such object.`,
    example: library(
      'console.log((lib.default ?? lib).late);',
      'fill(module);\nfunction fill(target) { target.exports = { late: 1 }; }\n',
      'const module = { exports: {} };\nexport default module.exports;\nfill(module);\nfunction fill(target) { target.exports = { late: 1 }; }\n',
    ),
  },
  'module-reassigned': {
    severity: 'refusal',
    title: 'The variable module is assigned to',
    message: () => '`module` is assigned to here: `module.exports` is then a property of another object.',
    help: () => 'Use another name for the variable.',
    explanation: `${whatCounts} \`module\` is a parameter of the function around the file and can hold anything.`,
    example: library(
      'console.log(lib.a);',
      'module = { exports: {} };\nmodule.exports.a = 1;\n',
      'export const a = 1;\n',
    ),
  },
  transpiled: {
    severity: 'refusal',
    title: 'The file is the output of a compiler',
    message: () =>
      '`__esModule` marks this file as an ES module that a compiler has turned into CommonJS, and it cannot be turned back with certainty.',
    help: () => 'Convert the sources that it was made from, or answer `default` to export the whole object.',
    explanation:
      "Compilers put `__esModule` on the exports so that `default` and the names of the original module can be told apart. Such a file becomes the ES module again where all that the compiler added is recognised. Where it is a public entry, or somebody takes the exports as an object, that object stands beside the names, marker included; for outsiders it is the default export, by Node's rules. It cannot do so where it would not follow what happens: variables change after loading, or functions work on the exports themselves. The exports are then converted as they stand, to one object with the marker. Where that object has getters under names that outsiders may import, and these do more than to hand on what another file exports for good, it is better to convert the sources.",
    example: {
      files: {
        'package.json': '{ "name": "counters", "main": "index.js" }\n',
        'main.js':
          "const counters = require('./index.js');\ncounters.add();\nconsole.log(counters.count, Object.keys(counters));\n",
        'index.js':
          "Object.defineProperty(exports, '__esModule', { value: true });\nObject.defineProperty(exports, 'count', { enumerable: true, get: function () { return _count.count; } });\nObject.defineProperty(exports, 'add', { enumerable: true, get: function () { return _count.add; } });\nvar _count = require('./count.js');\n",
        'count.js':
          "Object.defineProperty(exports, '__esModule', { value: true });\nexports.count = 0;\nexports.add = () => {\n  exports.count++;\n};\n",
      },
      file: 'index.js',
      naive: {
        'main.mjs':
          "import * as counters from './index.mjs';\ncounters.add();\nconsole.log(counters.count, Object.keys(counters));\n",
        'index.mjs': "export { count, add } from './count.mjs';\n",
        'count.mjs': 'export let count = 0;\nexport const add = () => {\n  count++;\n};\n',
      },
    },
  },
  umd: {
    severity: 'refusal',
    title: 'The file asks which module system it runs in',
    message: (args) => `\`${args.test}\` decides here how the file exports.`,
    help: () =>
      'Convert the file together with those that import it, or leave only what it does in CommonJS, and convert that.',
    explanation:
      'A wrapper for several module systems tests for `module`, `exports` and `define`. None of them exists in an ES module, so that the last branch would be taken: usually the one that sets a global variable. Converted together with its importers, such a file makes one ordinary object and hands it to its factory; it stays as it is where names that outsiders may import could be getters, which Node would read sooner.',
    example: libraryAlone(
      'console.log((lib.default ?? lib).name);',
      `${wrapper}(function (exports) { exports.name = 'lib'; });\n`,
      `${wrapper}(function (exports) { exports.name = 'lib'; });\n`,
    ),
  },
} as const satisfies Record<string, DiagnosticEntry>;
