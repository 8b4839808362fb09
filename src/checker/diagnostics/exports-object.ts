import type { DiagnosticArgs, DiagnosticEntry, DiagnosticExample } from './entry.ts';

/** `lib.js`, the module that `main.js` uses, and its conversion to named exports. */
export function library(use: string, source: string, naive: string): DiagnosticExample {
  return {
    files: { 'main.js': `const lib = require('./lib.js');\n${use}\n`, 'lib.js': source },
    file: 'lib.js',
    naive: { 'main.mjs': `import * as lib from './lib.mjs';\n${use}\n`, 'lib.mjs': naive },
  };
}

/** The same, converted without its importer: together with that it becomes one ordinary object. */
export function libraryAlone(...parts: Parameters<typeof library>): DiagnosticExample {
  return { ...library(...parts), alone: true };
}

export const answerDefault = (): string =>
  'Answer `default` for this file to export one ordinary object, or write the exports as `exports.name = ...` only.';

const oneObject = (): string =>
  'Convert the file together with those that import it, answer `default` for it to export one ordinary object, or write the exports as `exports.name = ...` only.';

const fixedNames =
  'Named exports are variables of the module, fixed when it is linked (ECMA-262 §16.2.1.6), and the namespace object by which importers see them is no ordinary object (§10.4.6).';

const escapes = (args: DiagnosticArgs): string =>
  `\`${args.alias}\` is the exports object here, and it ${args.how}.`;

/** Where the exports stay the object that Node made, but something is done with it that named exports cannot do. */
export const exportsObjectDiagnostics = {
  'exports-escape': {
    severity: 'refusal',
    title: 'The exports object is handed to code that may change it',
    message: escapes,
    help: oneObject,
    explanation: `${fixedNames} An object that has been passed on can get keys later that no export declaration could name, and whoever holds it expects an ordinary object. Where all importers are known they get one ordinary object, unless outsiders or sloppy code of the file could tell.`,
    example: libraryAlone(
      'console.log(lib.added);',
      'exports.own = 1;\nextend(exports);\nfunction extend(target) { target.added = 2; }\n',
      'export const own = 1;\nconst exports = {};\nextend(exports);\nfunction extend(target) { target.added = 2; }\n',
    ),
  },
  'exports-assign': {
    severity: 'refusal',
    title: 'The exports get the keys of another object',
    message: (args) =>
      `\`${args.alias}\` is the exports object here, and \`Object.assign\` copies the keys of another object to it.`,
    help: () =>
      'Convert the file together with those that import it, answer `default` for it to export one ordinary object, or export each name by itself: `exports.name = other.name`.',
    explanation: `${fixedNames} Which keys \`Object.assign\` copies is known only when it runs. Where all importers are known they get one ordinary object.`,
    example: libraryAlone(
      'console.log(lib.added);',
      'Object.assign(exports, { added: 1 });\n',
      'const exports = {};\nObject.assign(exports, { added: 1 });\nexport {};\n',
    ),
  },
  'exports-malformed-key': {
    severity: 'refusal',
    title: 'A key of the exports cannot be the name of an export',
    message: () =>
      'The key holds half of a character (a lone surrogate), which the name of an export cannot.',
    help: answerDefault,
    explanation:
      'Any string of well-formed Unicode can be the name of an export; a string with a lone surrogate cannot (ECMA-262 §16.2.3.1).',
    example: library(
      'console.log(Object.keys(lib).length);',
      "exports['\\ud800'] = 1;\n",
      "export const half = 1;\nexport { half as '\\ud800' };\n",
    ),
  },
  'exports-computed-key': {
    severity: 'refusal',
    title: 'A key of the exports is computed',
    message: (args) =>
      `\`${args.alias}\` is the exports object here, and the key is known only when the program runs.`,
    help: oneObject,
    explanation: `${fixedNames} A name that is computed at run time cannot be declared. Where all importers are known they get one ordinary object.`,
    example: libraryAlone(
      'console.log(lib.a, lib.b);',
      "for (const key of ['a', 'b']) exports[key] = key.toUpperCase();\n",
      "const exports = {};\nfor (const key of ['a', 'b']) exports[key] = key.toUpperCase();\nexport {};\n",
    ),
  },
  'exports-conditional': {
    severity: 'refusal',
    title: 'An export exists only under a condition',
    message: (args) =>
      `\`${args.alias}.${args.key}\` may never be written; as a named export \`${args.key}\` exists in any case, with the value \`undefined\`.`,
    help: () =>
      'Convert the file together with those that import it, answer `default` for it, or write the key in any case.',
    explanation: `${fixedNames} A declared export is a key of the namespace object from the start; reading it gives \`undefined\` as before, but \`in\` and \`Object.keys\` see it.`,
    example: libraryAlone(
      "console.log('extra' in lib);",
      'exports.base = 1;\nif (process.env.NO_SUCH_VARIABLE) exports.extra = 2;\n',
      'export const base = 1;\nexport let extra;\nif (process.env.NO_SUCH_VARIABLE) extra = 2;\n',
    ),
  },
  'exports-define-property': {
    severity: 'refusal',
    title: 'A property of the exports is defined with attributes',
    message: (args) =>
      `\`${args.alias}\` is the exports object here, and a property is defined on it with attributes of its own.`,
    help: answerDefault,
    explanation: `${fixedNames} Getters, and whether a property can be listed or changed (ECMA-262 §6.2.6), have no counterpart in an export declaration. Where all importers are known they get one ordinary object; outsiders could tell when a getter runs.`,
    example: libraryAlone(
      'console.log(lib.ticket, lib.ticket);',
      "let last = 0;\nObject.defineProperty(exports, 'ticket', { get: () => ++last });\n",
      'let last = 0;\nexport const ticket = ++last;\n',
    ),
  },
  'exports-then': {
    severity: 'refusal',
    title: 'An export has the name then',
    message: () =>
      'A module with an export `then` counts as a promise: whoever imports it dynamically calls that function, Node too.',
    help: answerDefault,
    explanation:
      'The promise that `import()` gives is resolved with the namespace object of the module (ECMA-262 §16.2.1.8). Where that has a function `then`, it is called with the functions that settle the promise (§27.2.1.3.2). Node loads the file that it is started with in that way.',
    example: {
      files: {
        'main.js': "console.log('loaded');\nexports.then = function () {\n  console.log('called');\n};\n",
      },
      file: 'main.js',
      naive: {
        'main.mjs': "console.log('loaded');\nexport function then() {\n  console.log('called');\n}\n",
      },
    },
  },
  'exports-delete': {
    severity: 'refusal',
    title: 'A key of the exports is deleted',
    message: escapes,
    help: oneObject,
    explanation: `${fixedNames} A declared export cannot be removed. Where all importers are known they get one ordinary object.`,
    example: libraryAlone(
      "console.log('a' in lib);",
      'exports.a = 1;\ndelete exports.a;\n',
      'export let a = 1;\na = undefined;\n',
    ),
  },
  'exports-enumerated': {
    severity: 'refusal',
    title: 'The keys of the exports are listed or asked for',
    message: (args) => `\`${args.alias}\` is the exports object here, and its keys are listed or asked for.`,
    help: oneObject,
    explanation: `${fixedNames} The module itself has no object whose keys it could list in the order in which they were written. Where all importers are known they get one ordinary object.`,
    example: libraryAlone(
      'console.log(lib.names);',
      'exports.zebra = 1;\nexports.ape = 2;\nexports.names = Object.keys(exports);\n',
      "import * as self from './lib.mjs';\nexport const zebra = 1;\nexport const ape = 2;\nexport const names = Object.keys(self);\n",
    ),
  },
  'exports-frozen': {
    severity: 'refusal',
    title: 'The exports object is frozen or sealed',
    message: (args) =>
      `\`${args.alias}\` is the exports object here, and it is frozen, sealed or closed for new keys.`,
    help: oneObject,
    explanation: `${fixedNames} \`Object.isFrozen\` of it is false, and \`Object.freeze\` of it throws. Where all importers are known they get one ordinary object, unless outsiders or sloppy code of the file could tell.`,
    example: libraryAlone(
      'console.log(Object.isFrozen(lib));',
      'exports.a = 1;\nObject.freeze(exports);\n',
      'export const a = 1;\n',
    ),
  },
  'exports-inherited-key': {
    severity: 'refusal',
    title: 'The exports are asked for something that they inherit',
    message: (args) => `\`${args.alias}.${args.key}\` comes from \`Object.prototype\`, not from this file.`,
    help: oneObject,
    explanation: `${fixedNames} It has no prototype, so that \`hasOwnProperty\`, \`toString\` and the others are not there. Where all importers are known they get one ordinary object, unless outsiders or sloppy code of the file could tell.`,
    example: libraryAlone(
      'console.log(lib.has("a"));',
      'exports.a = 1;\nexports.has = (key) => exports.hasOwnProperty(key);\n',
      "import * as exports from './lib.mjs';\nexport const a = 1;\nexport const has = (key) => exports.hasOwnProperty(key);\n",
    ),
  },
  'exports-method-call': {
    severity: 'refusal',
    title: 'An export is called as a method of the exports',
    message: (args) =>
      `\`${args.alias}.${args.key}()\` gets the exports object as \`this\`, and the function may use it.`,
    help: answerDefault,
    explanation:
      'A call of a member gets its object as `this` (ECMA-262 §13.3.6.2); a call of a variable, which the export becomes, gets `undefined`.',
    example: libraryAlone(
      'console.log(lib.greeting);',
      "exports.name = 'Ada';\nexports.greet = function () { return 'Hello ' + this.name; };\nexports.greeting = exports.greet();\n",
      "export const name = 'Ada';\nexport function greet() { return 'Hello ' + this.name; }\nexport const greeting = greet();\n",
    ),
  },
  'exports-proto': {
    severity: 'refusal',
    title: 'The prototype of the exports is read or set',
    message: (args) => `\`${args.alias}\` is the exports object here, and its prototype is read or set.`,
    help: oneObject,
    explanation: `${fixedNames} Its prototype is null and cannot be set. Where all importers are known they get one ordinary object, unless outsiders or sloppy code of the file could tell.`,
    example: libraryAlone(
      'console.log(lib.inherited);',
      'Object.setPrototypeOf(exports, { inherited: 1 });\n',
      "import * as exports from './lib.mjs';\nObject.setPrototypeOf(exports, { inherited: 1 });\n",
    ),
  },
  'exports-uses-this': {
    severity: 'refusal',
    title: 'An exported function takes this for the exports',
    message: (args) =>
      `\`${args.key}\` is exported and uses \`${args.used}\`: called as a method of the exports, it works on them.`,
    help: () => 'Write `exports.name` instead of `this.name`, or answer `default` for this file.',
    explanation: `${fixedNames} A function that is called as its method cannot write to it, and one that is imported by name gets no \`this\` at all.`,
    example: libraryAlone(
      'lib.count();\nconsole.log(lib.total);',
      'exports.total = 0;\nexports.count = function () { this.total += 1; };\n',
      'export let total = 0;\nexport function count() { this.total += 1; }\n',
    ),
  },
} as const satisfies Record<string, DiagnosticEntry>;
