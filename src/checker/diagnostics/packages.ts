import type { DiagnosticEntry } from './entry.ts';

const renamed = {
  'main.js': "console.log(require('./lib/kept.js').a);\n",
  'lib/kept.js': '// esmshift: keep\nexports.a = 1;\n',
};

/** What a package.json says about files in a way that cannot be brought up to date for sure. */
export const packagesDiagnostics = {
  'glob-misses-rename': {
    severity: 'warning',
    title: 'A glob no longer matches a renamed file',
    message: (args) =>
      `\`${args.text}\` in \`${args.field}\` matched \`${args.path}\` and does not match its new name.`,
    help: () => 'Extend the glob, for instance from `*.js` to `*.{js,cjs}`.',
    explanation:
      'Files that stay CommonJS in a package of the type `module` end in `.cjs`. Globs are not changed, since only their author knows what they are meant to match.',
    example: {
      files: {
        ...renamed,
        'package.json': '{ "name": "glob", "scripts": { "lint": "lint lib/*.js" } }\n',
      },
      file: 'package.json',
      naive: null,
    },
  },
  'pattern-misses-rename': {
    severity: 'warning',
    title: 'A pattern of the package exports no longer leads to a renamed file',
    message: (args) =>
      `\`${args.text}\` in \`${args.field}\` led to \`${args.path}\`, which has another name now.`,
    help: (args) => `Add a subpath of its own for \`${args.path}\`.`,
    explanation:
      'A `*` in `exports` or `imports` stands for part of a path (Node documentation, "Subpath patterns"). A file with a new ending is no longer reached by the same subpath; one that is written out takes precedence over the pattern.',
    example: {
      files: {
        ...renamed,
        'package.json': '{ "name": "pattern", "exports": { ".": "./main.js", "./*": "./lib/*.js" } }\n',
      },
      file: 'package.json',
      naive: null,
    },
  },
  'script-names-rename': {
    severity: 'warning',
    title: 'A script may name a renamed file',
    message: (args) =>
      `\`${args.field}\` names \`${args.path}\` after changing the folder, so it was left as it is.`,
    help: () => 'Check whether the file that was renamed is the one that is meant.',
    explanation:
      'Paths in npm scripts are updated together with the files that they name. After `cd` a path is relative to another folder, and which file it names depends on what the shell does.',
    example: {
      files: {
        ...renamed,
        'package.json': '{ "name": "script", "scripts": { "run": "cd .; node lib/kept.js" } }\n',
      },
      file: 'package.json',
      naive: null,
    },
  },
} as const satisfies Record<string, DiagnosticEntry>;
