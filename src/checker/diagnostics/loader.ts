import type { DiagnosticEntry } from './entry.ts';

/** Files that stay for the sake of others, which look at how modules are loaded. */
export const loaderDiagnostics = {
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
        'app.js': "console.log(module.parent ? 'required' : 'started');\n",
      },
      file: 'main.js',
      naive: {
        'main.mjs': "import './app.cjs';\n",
        'app.cjs': "console.log(module.parent ? 'required' : 'started');\n",
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
    title: 'It is deleted from require.cache to be loaded again',
    message: (args) =>
      `\`${args.path}\` deletes from \`require.cache\`, so that this file runs again; an ES module runs once.`,
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
} as const satisfies Readonly<Record<string, DiagnosticEntry>>;
