import type { Options } from 'yargs';
import { choices } from '../project/options/choices.ts';
import { reporterNames, reporters } from '../review/reporters.ts';

/** Which files are taken. */
export const selectionOptions = {
  include: {
    describe: 'Take only paths that match this glob (repeatable)',
    type: 'string',
    array: true,
    nargs: 1,
    group: 'Files:',
  },
  exclude: {
    describe: 'Leave out paths that match this glob (repeatable)',
    type: 'string',
    array: true,
    nargs: 1,
    group: 'Files:',
  },
  package: {
    describe: 'Take the workspace package of this name (repeatable)',
    type: 'string',
    array: true,
    nargs: 1,
    conflicts: 'paths',
    group: 'Files:',
  },
  'no-gitignore': {
    describe: 'Take files that .gitignore excludes, too',
    type: 'boolean',
    group: 'Files:',
  },
} as const satisfies Record<string, Options>;

/** What becomes of them. */
export const conversionOptions = {
  node: {
    describe: 'Oldest Node line that the result must run on',
    type: 'string',
    choices: choices.node,
    defaultDescription: '20.19',
    group: 'Conversion:',
    requiresArg: true,
  },
  as: {
    describe: 'Turn the package into "type": "module", or rename the converted files to .mjs',
    type: 'string',
    choices: choices.as,
    defaultDescription: 'package',
    group: 'Conversion:',
    requiresArg: true,
  },
  'object-exports': {
    describe: 'Export `module.exports = {a, b}` as one default value, or by names as well',
    type: 'string',
    choices: choices.objectExports,
    defaultDescription: 'default',
    group: 'Conversion:',
    requiresArg: true,
  },
  lazy: {
    describe: 'A require in a function, branch or try: hoist where unnoticeable, keep it there, or refuse',
    type: 'string',
    choices: choices.lazy,
    defaultDescription: 'hoist',
    group: 'Conversion:',
    requiresArg: true,
  },
  answer: {
    describe: 'Settle a refusal: PATH=default, PATH=named or PATH=keep (repeatable)',
    type: 'string',
    array: true,
    nargs: 1,
    group: 'Conversion:',
  },
  'facts-in': {
    describe:
      'Facts of other packages, as --facts-out writes them: a file, or a glob in quotes (repeatable); plans these alone, as in one run over all',
    type: 'string',
    array: true,
    nargs: 1,
    conflicts: ['write', 'interactive', 'init', 'verify'],
    group: 'Conversion:',
  },
  jobs: {
    describe: 'The most threads that read files at once (default: one for each core)',
    type: 'number',
    group: 'Conversion:',
    requiresArg: true,
  },
  config: {
    describe: 'Configuration file; without it esmshift.config.jsonc (or .json, .yaml, ...) here is taken',
    type: 'string',
    group: 'Conversion:',
    requiresArg: true,
  },
} as const satisfies Record<string, Options>;

/** How the result is shown. */
export const outputOptions = {
  reporter: {
    describe: `Form of the result (repeatable; default pretty): ${reporterNames.map((name) => `${name} (${reporters[name].description})`).join(', ')}`,
    type: 'string',
    choices: reporterNames,
    array: true,
    nargs: 1,
    group: 'Output:',
  },
  json: { describe: 'Short for --reporter json', type: 'boolean', conflicts: 'reporter', group: 'Output:' },
  output: {
    describe: 'File for the result; the first is for the first reporter, and so on; - is stdout (repeatable)',
    type: 'string',
    array: true,
    nargs: 1,
    group: 'Output:',
  },
  refused: {
    describe: 'Where refused files stand among the others',
    type: 'string',
    choices: ['first', 'last'],
    default: 'last',
    group: 'Output:',
    requiresArg: true,
  },
  quiet: { describe: 'Print only the summary', type: 'boolean', alias: 'q', group: 'Output:' },
} as const satisfies Record<string, Options>;
