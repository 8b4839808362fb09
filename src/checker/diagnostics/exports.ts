import type { DiagnosticEntry } from './entry.ts';

/** What makes it doubtful which object a file exports, or which keys it has. */
export const exportsDiagnostics = {
  'exports-escape': {
    severity: 'refusal',
    title: 'The exports object is handed to code that may change it',
    message: (args) => `\`${args.alias}\` is the exports object here, and it ${args.how}.`,
    help: () =>
      'Answer `default` for this file to export one ordinary object, or write the exports as `exports.name = ...` only.',
    explanation:
      'Named exports are variables of the module, fixed when it is linked (ECMA-262 §16.2.1.6). An object that has been passed on can get keys later that no export declaration could name, and whoever holds it expects an ordinary object.',
    example: {
      files: {
        'main.js': "console.log(require('./lib.js').added);",
        'lib.js': 'exports.own = 1;\nextend(exports);\nfunction extend(target) { target.added = 2; }\n',
      },
      file: 'lib.js',
      naive: {
        'main.mjs': "import * as lib from './lib.mjs';\nconsole.log(lib.added);",
        'lib.mjs':
          'export const own = 1;\nconst exports = {};\nextend(exports);\nfunction extend(target) { target.added = 2; }\n',
      },
    },
  },
} as const satisfies Record<string, DiagnosticEntry>;
