import type { DiagnosticEntry } from './entry.ts';

/** Files that stay for the sake of others, which look at how modules are loaded. */
export const loaderDiagnostics = {
  'loader-patched': {
    severity: 'refusal',
    title: 'It is loaded by a program that changes the loader of CommonJS',
    message: (args) =>
      `\`${args.path}\` changes how CommonJS modules are loaded, which holds for no ES module.`,
    help: () => 'Load what needs the change through a hook for both systems (`module.registerHooks`).',
    explanation:
      'Assigning to `Module._load`, `Module._extensions`, `Module.prototype._compile` and the like changes what `require` does from then on. Imports are resolved and loaded by other functions (Node documentation, "Modules: node:module API", customization hooks), and a file that was renamed for the conversion would be asked for by another name. So all modules of the program stay.',
    example: {
      files: {
        'main.js': "require('./register.js');\nconsole.log(require('./dep.js').name);\n",
        'register.js':
          "const Module = require('module');\nconst load = Module._load;\nModule._load = (request, ...rest) => request.endsWith('dep.js') ? { name: 'mock' } : load(request, ...rest);\n",
        'dep.js': "exports.name = 'real';\n",
      },
      file: 'dep.js',
      naive: {
        'main.mjs': "import './register.js';\nimport { name } from './dep.mjs';\nconsole.log(name);\n",
        'dep.mjs': "export const name = 'real';\n",
      },
    },
  },
  'names-copied': {
    severity: 'refusal',
    title: 'An ES module imports names that may change',
    message: (args) =>
      `\`${args.path}\` imports \`${args.name}\`, and gets the value that it has when an ES module first imports this.`,
    help: (args) =>
      `Import the default export in \`${args.path}\` and read the member where it is needed, or export a function that gives the value.`,
    explanation:
      'The names that an ES module imports from a CommonJS file are copies, made when some ES module first imports that file (Node documentation, "CommonJS Namespaces"); those of an ES module are live. Where the exports change after the file was loaded, its conversion, or an import of it in a converted file, would change what such a module gets. So the file stays, and other files go on requiring it.',
    example: {
      files: {
        'main.js':
          "const state = require('./state.js');\nstate.set('changed');\nimport('./reader.mjs').then(() => state.set('again'));\n",
        'state.js': "exports.value = 'initial';\nexports.set = (value) => { exports.value = value; };\n",
        'reader.mjs':
          "import { value } from './state.js';\nconsole.log(value);\nsetTimeout(() => console.log(value), 9);\n",
      },
      file: 'state.js',
      naive: {
        'main.mjs':
          "import * as state from './state.mjs';\nstate.set('changed');\nimport('./reader.mjs').then(() => state.set('again'));\n",
        'state.mjs': "export let value = 'initial';\nexport const set = (next) => { value = next; };\n",
        'reader.mjs':
          "import { value } from './state.mjs';\nconsole.log(value);\nsetTimeout(() => console.log(value), 9);\n",
      },
    },
  },
  'tried-again': {
    severity: 'refusal',
    title: 'It may fail to load, and is then required again',
    message: (args) => `\`${args.path}\` may require this again after it failed; an ES module runs once.`,
    help: () => 'Throw from a function that the file exports instead of from its top level.',
    explanation:
      'Where a CommonJS module throws while it loads, Node forgets it, and the next `require` runs it again. An ES module keeps its error: whoever asks for it again gets that (ECMA-262 §16.2.1.6.1.3.1).',
    example: {
      files: {
        'main.js':
          "for (let i = 0; i < 2; i += 1) try { require('./part.js'); } catch (error) { console.log(error.message); }\n",
        'part.js':
          "globalThis.tries = (globalThis.tries || 0) + 1;\nthrow new Error('try ' + globalThis.tries);\n",
      },
      file: 'part.js',
      naive: {
        'main.mjs':
          "for (let i = 0; i < 2; i += 1) try { await import('./part.mjs'); } catch (error) { console.log(error.message); }\n",
        'part.mjs':
          "globalThis.tries = (globalThis.tries || 0) + 1;\nthrow new Error('try ' + globalThis.tries);\n",
      },
    },
  },
  'requires-reader-of-parent': {
    severity: 'refusal',
    title: 'It requires a module that reads module.parent',
    message: (args) =>
      `\`${args.path}\` reads \`module.parent\`, which is set only where a CommonJS file requires it.`,
    help: (args) => `Do without \`module.parent\` in \`${args.path}\`.`,
    explanation:
      '`module.parent` is the first CommonJS module that required a file; it is undefined for one that an ES module imported, as if it had been started directly (Node documentation, "module.parent").',
    example: {
      files: {
        'main.js': "require('./app.js');\n",
        'app.js': "console.log(module.parent ? module.parent.id : 'started');\n",
      },
      file: 'main.js',
      naive: {
        'main.mjs': "import './app.cjs';\n",
        'app.cjs': "console.log(module.parent ? module.parent.id : 'started');\n",
      },
    },
  },
  'call-site-path': {
    severity: 'refusal',
    title: 'Its path is read off the stack',
    message: (args) =>
      `\`${args.path}\` reads the paths of its callers off the stack; of an ES module it would get the URL.`,
    help: () => 'Pass `__filename` or `__dirname` along, where the callee takes it.',
    explanation:
      'By `Error.prepareStackTrace` a function gets the call sites of its stack, and by `getFileName()` their files (V8, "Stack trace API"). Scripts are named by their paths, ES modules by their URLs, which `path.dirname` and `require` take for relative paths. The text of a stack has the same names. Where it is only shown, that does not matter; here a path is cut out of it, and taken for one.',
    example: {
      files: {
        'main.js': "console.log(require('path').isAbsolute(require('./caller.js')()));\n",
        'caller.js':
          'module.exports = () => {\n  Error.prepareStackTrace = (_, sites) => sites;\n  const [, site] = new Error().stack;\n  return site.getFileName();\n};\n',
      },
      file: 'main.js',
      naive: {
        'main.mjs':
          "import path from 'path';\nimport caller from './caller.mjs';\nconsole.log(path.isAbsolute(caller()));\n",
        'caller.mjs':
          'export default () => {\n  Error.prepareStackTrace = (_, sites) => sites;\n  const [, site] = new Error().stack;\n  return site.getFileName();\n};\n',
      },
    },
  },
  'entry-read-as-main': {
    severity: 'refusal',
    title: 'It is started, and a module reads the entry',
    message: (args) =>
      `\`${args.path}\` reads the entry of the program, which Node tells only where that is CommonJS.`,
    help: () => 'Ask `process.argv[1]` for the path of the entry there.',
    explanation:
      '`require.main` and `process.mainModule` are undefined where the program was started from an ES module (Node documentation, "Accessing the main module").',
    example: {
      files: {
        'main.js': "console.log(require('./home.js').home === __dirname);\n",
        'home.js':
          "const { dirname } = require('path');\nexports.home = dirname(process.mainModule.filename);\n",
      },
      file: 'main.js',
      naive: {
        'main.mjs': "import { home } from './home.mjs';\nconsole.log(home === import.meta.dirname);\n",
        'home.mjs':
          "import { dirname } from 'path';\nexport const home = dirname(process.mainModule.filename);\n",
      },
    },
  },
  'loaded-again': {
    severity: 'refusal',
    title: 'What require gives for it is changed, or it is loaded again',
    message: (args) =>
      `\`${args.path}\` works on what \`require\` keeps of this file, to change it or to run the file again; an ES module runs once, and is kept elsewhere.`,
    help: () => 'Export a function that makes anew what is loaded anew now.',
    explanation:
      'Node keeps every ES module that it has evaluated (ECMA-262 §16.2.1.6, HostLoadImportedModule must be idempotent); what `require` gives for it is not taken from `require.cache` alone.',
    example: {
      files: {
        'main.js':
          "const first = require('./state.js');\ndelete require.cache[require.resolve('./state.js')];\nconsole.log(first === require('./state.js'));\n",
        'state.js': 'exports.calls = 0;\n',
      },
      file: 'state.js',
      naive: {
        'main.cjs':
          "const first = require('./state.mjs');\ndelete require.cache[require.resolve('./state.mjs')];\nconsole.log(first === require('./state.mjs'));\n",
        'state.mjs': 'export const calls = 0;\n',
      },
    },
  },
  'names-passed-on': {
    severity: 'refusal',
    title: 'A CommonJS file passes on its names',
    message: (args) =>
      `\`${args.path}\` stays CommonJS and passes on what this file exports; ES modules can import the names only while both are CommonJS.`,
    help: (args) => `Convert \`${args.path}\`, or import its default export and take the names from that.`,
    explanation:
      'Node finds the names that ES modules import from a CommonJS file in its text, and for `module.exports = require(\'./x\')` in the text of that file (Node.js documentation, "Modules: ECMAScript modules", "CommonJS Namespaces"). In an ES module it does not look for them.',
    example: {
      files: {
        'main.js': "import('./index.cjs').then((lib) => console.log(Object.keys(lib).includes('a')));\n",
        'index.cjs': "module.exports = require('./lib.js');\n",
        'lib.js': 'exports.a = 1;\n',
      },
      file: 'lib.js',
      naive: {
        'main.mjs': "import('./index.cjs').then((lib) => console.log(Object.keys(lib).includes('a')));\n",
        'index.cjs': "module.exports = require('./lib.mjs');\n",
        'lib.mjs': 'export const a = 1;\n',
      },
    },
  },
} as const satisfies Readonly<Record<string, DiagnosticEntry>>;
