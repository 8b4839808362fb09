import type { DiagnosticEntry } from './entry.ts';

/** What importers do with the exports, so that these have to stay one object. */
export const importerDiagnostics = {
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
} as const satisfies Record<string, DiagnosticEntry>;
