import type { DiagnosticEntry } from './entry.ts';

const harmless = "console.log('main');\n";

/** Files that cannot be read, parsed or judged, and those that are left alone on request. */
export const filesDiagnostics = {
  'syntax-error': {
    severity: 'error',
    title: 'The file cannot be parsed',
    message: (args) =>
      `This is not JavaScript that can be parsed: ${String(args.reason).replace(/\.$/, '')}.`,
    help: () => 'Mend the syntax, or leave the file out with --exclude.',
    explanation:
      'Nothing is known about a file that does not parse, so it stays as it is. Newer syntax than ECMAScript 2025, template languages and fragments that a build step completes end up here, too. Flow and TypeScript syntax is recognised by the file ending or a `@flow` comment.',
    example: {
      files: { 'main.js': harmless, 'lib.js': 'exports.a = ;\n' },
      file: 'lib.js',
      naive: null,
    },
  },
  unreadable: {
    severity: 'error',
    title: 'The file cannot be read',
    message: (args) => `The file cannot be read (${args.reason}).`,
    help: () => 'Give yourself the right to read it, or leave it out with --exclude.',
    explanation:
      'The operating system refused to open or to read the file. It stays as it is, and so do the files whose conversion depends on what it exports.',
    example: {
      files: { 'main.js': harmless, 'lib.js': { meanwhile: 'folder' } },
      file: 'lib.js',
      naive: null,
    },
  },
  vanished: {
    severity: 'error',
    title: 'The file disappeared during the run',
    message: () => 'The file was there when the run began and is gone now.',
    help: () => 'Run again when nothing else (a build, a watcher, a branch switch) changes the folder.',
    explanation:
      'Files are found first and read afterwards. One that is removed in between is reported, since whoever required it was judged without it.',
    example: {
      files: { 'main.js': harmless, 'lib.js': { meanwhile: 'removed' } },
      file: 'lib.js',
      naive: null,
    },
  },
  'broken-symlink': {
    severity: 'error',
    title: 'The symbolic link leads nowhere',
    message: (args) => `This is a symbolic link to \`${args.target}\`, which does not exist.`,
    help: () => 'Mend or remove the link, or leave it out with --exclude.',
    explanation:
      'A link is judged by the file that it leads to. There is none (or the link leads back to itself), so there is nothing to convert.',
    example: {
      files: { 'main.js': harmless, 'lib.js': { linkTo: 'gone.js' } },
      file: 'lib.js',
      naive: null,
    },
  },
  binary: {
    severity: 'error',
    title: 'The file is not text',
    message: () => 'The file contains zero bytes, so it is data and not JavaScript.',
    help: () => 'Leave it out with --exclude.',
    explanation:
      'A zero byte is allowed in a JavaScript string or comment, but no one writes one; a file that has any is data with a misleading name. It stays as it is.',
    example: {
      files: { 'main.js': harmless, 'lib.js': { hex: '7f454c46020100' } },
      file: 'lib.js',
      naive: null,
    },
  },
  encoding: {
    severity: 'error',
    title: 'The file is not UTF-8',
    message: (args) => `The file is ${args.encoding}; Node reads source files as UTF-8.`,
    help: () => 'Save the file as UTF-8, then run again.',
    explanation:
      "Node decodes every source file as UTF-8 and replaces what is invalid by U+FFFD. Writing such a file back would destroy the author's bytes, so it stays as it is.",
    example: {
      // `exports.name = 'Zoë'` in Latin-1.
      files: { 'main.js': harmless, 'lib.js': { hex: '6578706f7274732e6e616d65203d20275a6feb270a' } },
      file: 'lib.js',
      naive: null,
    },
  },
  'too-large': {
    severity: 'error',
    title: 'The file is too large to analyse',
    message: (args) => `The file has ${args.size} MB; files over ${args.limit} MB are not analysed.`,
    help: () => 'Generated bundles are better rebuilt than converted: leave the file out with --exclude.',
    explanation:
      'A syntax tree takes about a hundred times the memory of its source. The limit keeps one generated file from ending the whole run.',
    example: {
      files: { 'main.js': harmless, 'lib.js': { megabytes: 200 } },
      file: 'lib.js',
      naive: null,
    },
  },
  'no-such-path': {
    severity: 'error',
    title: 'There is no such file or folder',
    message: (args) => `\`${args.path}\` names no file or folder, and as a glob it matches nothing.`,
    help: () => 'Check the spelling; paths and globs are relative to the current folder.',
    explanation:
      'Every path on the command line must lead to something. A pattern that silently matches nothing would look like a project without anything to convert.',
    example: { files: { 'main.js': harmless }, paths: ['lib/**'], file: 'lib/**', naive: null },
  },
  'outside-project': {
    severity: 'error',
    title: 'The path is not part of the project',
    message: (args) => `This path is ${args.reason}, so it is not part of the project.`,
    help: () => 'Name a file or folder of the project, or run in the project that the path belongs to.',
    explanation:
      'Only files below the root folder are converted, since only for these it is known who requires them. What lies in `node_modules` belongs to others and is only read.',
    example: {
      files: { 'main.js': harmless, 'node_modules/lib/index.js': 'exports.a = 1;\n' },
      paths: ['node_modules/lib/index.js'],
      file: 'node_modules/lib/index.js',
      naive: null,
    },
  },
  'link-outside': {
    severity: 'warning',
    title: 'The symbolic link leads out of the project',
    message: (args) => `This symbolic link leads to \`${args.target}\`, outside of the project.`,
    help: () => 'Run in a folder that holds both if they belong together.',
    explanation:
      'A link is judged by the file that it leads to. One outside of the root folder is never changed; whoever requires it gets it as it is.',
    example: {
      files: { 'main.js': harmless, 'lib.js': { linkTo: '/dev/null' } },
      file: 'lib.js',
      naive: null,
    },
  },
  'not-javascript': {
    severity: 'note',
    title: 'The file is not JavaScript',
    message: () => 'The file has no ending of JavaScript or TypeScript and no shebang that starts Node.',
    help: () => 'Nothing needs to be done.',
    explanation:
      'Taken are files that end in .js, .jsx, .cjs, .mjs, .ts, .tsx, .mts or .cts, and scripts without an ending whose first line is a shebang for Node.',
    example: {
      files: { 'main.js': harmless, 'notes.txt': 'Tuesday\n' },
      paths: ['notes.txt'],
      file: 'notes.txt',
      naive: null,
    },
  },
  'invalid-package-json': {
    severity: 'error',
    title: 'The package.json is invalid',
    message: (args) => `This package.json cannot be understood: ${args.reason}.`,
    help: () => 'Mend it, then run again: Node refuses to load modules of such a package, too.',
    explanation:
      'The package.json decides what its files mean (`type`) and how they are reached (`main`, `exports`, `imports`). While it cannot be read, nothing in its folder can be judged.',
    example: {
      files: { 'main.js': harmless, 'package.json': '{ "name": \n' },
      file: 'package.json',
      naive: null,
    },
  },
  'nested-too-deeply': {
    severity: 'error',
    title: 'The code is nested too deeply',
    message: () => 'The code is nested so deeply that analysing it exhausts the stack.',
    help: () => 'Such files are generated: leave the file out with --exclude.',
    explanation:
      'Parsing follows the nesting of the code by recursion. Some ten thousand levels (a generated array, an expression of as many operators) exceed the stack that Node provides.',
    example: {
      files: { 'main.js': harmless, 'lib.js': { repeat: '[', times: 100_000 } },
      file: 'lib.js',
      naive: null,
    },
  },
  empty: {
    severity: 'note',
    title: 'The file is empty',
    message: () => 'There is no code in this file, so there is nothing to convert.',
    help: () => 'Nothing needs to be done.',
    explanation:
      'A file without statements means the same in both module systems. As CommonJS it exports an empty object.',
    example: { files: { 'main.js': harmless, 'lib.js': '' }, file: 'lib.js', naive: null },
  },
  'kept-by-user': {
    severity: 'refusal',
    title: 'The file stays CommonJS by your choice',
    message: () => 'By your answer `keep`, this file stays CommonJS.',
    help: () => 'Remove the answer `keep` to have the file judged like any other.',
    explanation:
      'The answer `keep` leaves a file CommonJS whatever it contains: `// esmshift: keep` in the file, `--answer lib/x.js=keep`, or `files: {"lib/x.js": {"shape": "keep"}}` in the configuration. It is renamed to `.cjs` where its package becomes `"type": "module"`, and everything that requires it keeps working.',
    example: {
      files: {
        'main.js': "console.log(require('./lib.js').a);\n",
        'lib.js': '// esmshift: keep\nexports.a = 1;\n',
      },
      file: 'lib.js',
      naive: null,
    },
  },
  'verify-failed': {
    severity: 'refusal',
    title: 'The command of --verify fails where the file is converted',
    message: (args) =>
      `\`${args.command}\` fails (${args.reason}) where this file is converted, and passes where it is not.`,
    help: (args) => `It printed:\n${args.output}\nMend what that speaks of, in this file or in the check.`,
    explanation:
      'With `--verify`, a command is run on a converted copy of the project. Where it fails, files are held back by delta debugging until it passes: those that are left would each make it fail if they were converted, too. They stay CommonJS, and the rest is converted. The cause is often a check that looks at files instead of loading them: at their text, their names, or their paths in stack traces.',
    example: null,
  },
  'typescript-not-yet': {
    severity: 'refusal',
    title: 'CommonJS in TypeScript is not converted yet',
    message: (args) => `\`${args.syntax}\` is TypeScript's own CommonJS syntax, which is not converted yet.`,
    help: () =>
      'Write `import` and `export` declarations by hand, or leave the file as it is: it keeps working.',
    explanation:
      'TypeScript files are read as importers and exporters of the JavaScript around them. `import x = require()` and `export =` depend on compiler options (`esModuleInterop`, `module`) that are not taken into account yet.',
    example: {
      files: {
        'main.js': harmless,
        'lib.ts': "import fs = require('node:fs');\nexport = fs.constants;\n",
      },
      file: 'lib.ts',
      naive: null,
    },
  },
  'unimportable-name': {
    severity: 'refusal',
    title: 'The path cannot be imported',
    message: () => 'There is a `\\` in the path of this file, which `require` takes and `import` does not.',
    help: () => 'Rename the file or the folder, or leave it as it is: it keeps working.',
    explanation:
      'What is imported is named by a URL, in which `\\` counts as `/`; Node rejects it in its encoded form, too. CommonJS loads such files by their paths, so they stay CommonJS, and others load them with `require`.',
    example: {
      files: {
        'main.js': "console.log(require('./back\\\\slash').a);\n",
        'back\\slash.js': 'exports.a = 1;\n',
      },
      file: 'back\\slash.js',
      naive: {
        'main.mjs': "import { a } from './back%5Cslash.mjs';\nconsole.log(a);\n",
        'back\\slash.mjs': 'export const a = 1;\n',
      },
    },
  },
  'internal-output-invalid': {
    severity: 'refusal',
    title: 'The conversion came out wrong and was discarded',
    message: (args) =>
      `The converted text would not parse as an ES module (${args.reason}), so it was discarded.`,
    help: () => 'This is a bug in esmshift: please report it with the file. Until then, answer `keep`.',
    explanation:
      'Every converted file is parsed as a module before it is handed out. One that does not pass stays as it is; it is never written.',
    example: null,
  },
} as const satisfies Record<string, DiagnosticEntry>;
