import type { DiagnosticEntry } from './entry.ts';

/** How other modules are required, and by which module system. */
export const requiresDiagnostics = {
  'require-replaced': {
    severity: 'refusal',
    title: '`require` is declared again',
    message: () => '`var require` is the very `require` of Node here, until it gets another value.',
    help: () => 'Give the variable a name of its own.',
    explanation:
      '`require` is a parameter of the function that Node wraps around a CommonJS file, and `var require` in that function declares no second variable: it starts with the value of the parameter (ECMA-262 §10.2.11) and calls of it load modules until something else is assigned. In an ES module it would start as `undefined`.',
    example: {
      files: {
        'main.js': "console.log(require('./lib.js').answer);\n",
        'lib.js': "var require = require || (() => 'nothing');\nexports.answer = require('./data.js');\n",
        'data.js': 'module.exports = 42;\n',
      },
      file: 'lib.js',
      naive: {
        'main.mjs': "import * as lib from './lib.mjs';\nconsole.log(lib.answer);\n",
        'lib.mjs':
          "var require = require || (() => 'nothing');\nexport const answer = require('./data.mjs');\n",
        'data.mjs': 'export default 42;\n',
      },
    },
  },
  'mixed-module-systems': {
    severity: 'refusal',
    title: 'The file is ES module and CommonJS at once',
    message: (args) =>
      `\`${args.name}\` is CommonJS, but the file has import or export declarations as well.`,
    help: () =>
      'Decide for one: replace the CommonJS exports with export declarations (or the imports with requires).',
    explanation:
      'Node runs no file that has both: as an ES module it has no `module` and no `exports`, as CommonJS no import declarations. Only a bundler gives such a file a meaning, and each one another. In a file with `@flow`, `import type`, `import typeof` and `export type` do not count: nothing is left of them when it runs.',
    example: {
      files: {
        'main.js': "console.log('main');\n",
        'lib.js': "import { sep } from 'node:path';\nmodule.exports = sep;\n",
      },
      file: 'lib.js',
      naive: null,
    },
  },
  'answer-unknown': {
    severity: 'warning',
    title: 'The answer in the file is none of those that exist',
    message: (args) => `\`${args.word}\` is no answer; \`default\`, \`named\` and \`keep\` are.`,
    help: () =>
      'Write `// esmshift: default`, `// esmshift: named` or `// esmshift: keep`, or remove the comment.',
    explanation:
      'A comment in front of the first statement can answer what the checker asks: `// esmshift: default` exports one ordinary object, `// esmshift: named` exports names, `// esmshift: keep` leaves the file as it is.',
    example: {
      files: {
        'main.js': "console.log(require('./lib.js').a);\n",
        'lib.js': '// esmshift: both\nexports.a = 1;\n',
      },
      file: 'lib.js',
      naive: null,
    },
  },
  'answer-misplaced': {
    severity: 'warning',
    title: 'The answer in the file is not where answers are looked for',
    message: () => 'Only the first answer, and only in front of the first statement, counts.',
    help: () => 'Move the comment to the top of the file, and leave one answer only.',
    explanation:
      'An answer is about the whole file, so it stands at its top, as licences and pragmas do: directives and other comments may come before it, statements may not.',
    example: {
      files: {
        'main.js': "console.log(require('./lib.js').a);\n",
        'lib.js': 'exports.a = 1;\n// esmshift: keep\n',
      },
      file: 'lib.js',
      naive: null,
    },
  },
} as const satisfies Record<string, DiagnosticEntry>;
