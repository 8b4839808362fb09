import { alone } from './alone.ts';
import type { DiagnosticEntry } from './entry.ts';

/** Features that only CommonJS has. */
export const runtimeDiagnostics = {
  'module-parent': {
    severity: 'refusal',
    title: 'module.parent has no counterpart',
    message: () => '`module.parent` tells which file required this one first; an ES module is not told.',
    help: () => 'Write `require.main === module` where it asks whether the file was started directly.',
    explanation:
      'Any number of modules may import a module, all of them before it runs, so that Node keeps no parent for it. In CommonJS `module.parent` is deprecated for that reason (Node documentation, "module.parent"). Questions like `!module.parent` are converted as `require.main === module` is, unless an ES module may import the file, to which CommonJS says that it was started.',
    example: alone("console.log(module.parent === null ? 'started' : typeof module.parent.id);\n"),
  },
  'module-children': {
    severity: 'refusal',
    title: 'module.children has no counterpart',
    message: () => '`module.children` lists what this file has required; an ES module has no such list.',
    help: () => 'Keep the list in a variable of the file.',
    explanation:
      'The list is filled by `require` (Node documentation, "module.children"); `import` does not fill any.',
    example: alone('console.log(module.children.length);\n'),
  },
  'module-paths': {
    severity: 'refusal',
    title: 'module.paths has no counterpart',
    message: () => '`module.paths` is where `require` searches; `import` does not look there.',
    help: () => "Use `require.resolve.paths('name')`, which is kept.",
    explanation:
      'ES modules are resolved without a search path that a program could read or change (Node documentation, "module.paths", "Modules: ECMAScript modules").',
    example: alone('console.log(Array.isArray(module.paths));\n'),
  },
  'module-id': {
    severity: 'refusal',
    title: 'module.id depends on who loads the file',
    message: () =>
      '`module.id` is `.` in the file that Node was started with and the path in every other one.',
    help: () =>
      'Use `__filename`, or `require.main === module` where it asks whether the file was started directly.',
    explanation: 'Node documentation, "module.id". An ES module has its URL, however it was loaded.',
    example: alone('console.log(module.id);\n'),
  },
  'module-loaded': {
    severity: 'refusal',
    title: 'module.loaded has no counterpart',
    message: () => '`module.loaded` tells whether the file has been evaluated; an ES module is not told.',
    help: () => 'Set a variable of your own in the last line of the file.',
    explanation: 'Node documentation, "module.loaded".',
    example: alone('console.log(module.loaded);\n'),
  },
  'module-property': {
    severity: 'refusal',
    title: 'A property of module has no counterpart',
    message: (args) => `An ES module has no \`${args.name}\`, and no \`module\` to ask for it.`,
    help: () => 'Remove it, or keep this file as CommonJS.',
    explanation:
      'The object `module` belongs to the CommonJS loader (Node documentation, "The module object"); in an ES module the name is not declared.',
    example: alone("if (module.hot) module.hot.accept();\nconsole.log('ran');\n"),
  },
  'require-cache': {
    severity: 'refusal',
    title: 'require.cache does not hold ES modules',
    message: () =>
      '`require.cache` holds what `require` has loaded; files that become ES modules are not in it.',
    help: () =>
      'Load what must be loaded again through a function that makes it anew, or keep these files as CommonJS.',
    explanation:
      'The cache of ES modules cannot be read or changed (Node documentation, "No require.cache"). A file that looks into that of CommonJS, or may delete its own entry, would find itself missing. One that only deletes entries by paths that it is given converts: the cache is the same, and those whose paths it may be given stay (`loaded-again`).',
    example: {
      files: {
        'main.js': 'console.log(__filename in require.cache);\n',
      },
      file: 'main.js',
      naive: {
        'main.mjs':
          "import { createRequire } from 'node:module';\nconst require = createRequire(import.meta.url);\nconsole.log(import.meta.filename in require.cache);\n",
      },
    },
  },
  'require-extensions': {
    severity: 'refusal',
    title: 'require.extensions does not serve import',
    message: () =>
      '`require.extensions` tells `require` how to load files of a kind; `import` does not ask it.',
    help: () => 'Keep this file as CommonJS, or use `module.register`.',
    explanation:
      'Node documentation, "No require.extensions"; loaders of ES modules are registered with `module.register`.',
    example: {
      files: {
        'main.js':
          "require.extensions['.shout'] = (module) => { module.exports = 'SHOUT'; };\nconsole.log(require('./x.shout'));\n",
        'x.shout': 'quiet',
      },
      file: 'main.js',
      naive: {
        'main.mjs':
          "import { createRequire } from 'node:module';\nconst require = createRequire(import.meta.url);\nrequire.extensions['.shout'] = (module) => { module.exports = 'SHOUT'; };\nconsole.log((await import('./x.shout')).default);\n",
        'x.shout': 'quiet',
      },
    },
  },
  'require-main': {
    severity: 'refusal',
    title: 'require.main is more than compared with module',
    message: () =>
      '`require.main` is the module that Node was started with; it is `undefined` where that is an ES module.',
    help: () => 'Compare it with `module` only, or use `process.argv[1]`.',
    explanation:
      'Node documentation, "require.main": it is undefined if the entry is no CommonJS module. The comparison `require.main === module` is converted.',
    example: alone(
      'console.log(require.main.filename === __filename);\n',
      "import { createRequire } from 'node:module';\nconst require = createRequire(import.meta.url);\nconsole.log(require.main.filename === import.meta.filename);\n",
    ),
  },
  'top-level-return': {
    severity: 'refusal',
    title: 'return at the top of the file',
    message: () => 'A module is no function: `return` at its top is a syntax error.',
    help: () => 'Put what follows it into an `else`, or the whole into a function.',
    explanation:
      'Node runs a CommonJS file as the body of a function, in which `return` is allowed; ECMA-262 §16.2.1 has no place for it. At the end of the file what it returns is a statement of its own.',
    example: alone("console.log('first');\nif (process.argv.length < 10) return;\nconsole.log('second');\n"),
  },
  'top-level-arguments': {
    severity: 'refusal',
    title: 'arguments at the top of the file',
    message: () =>
      '`arguments` holds what Node passes to a CommonJS file: exports, require, module and two paths.',
    help: () => 'Use the names `exports`, `require`, `module`, `__filename` and `__dirname` instead.',
    explanation:
      'Node runs a CommonJS file as a function of five parameters (Node documentation, "The module wrapper"). At the top of a module `arguments` is not declared.',
    example: alone('console.log(arguments.length);\n'),
  },
  'wrapper-name-assigned': {
    severity: 'refusal',
    title: 'A name of the module wrapper is assigned to',
    message: (args) =>
      `\`${args.name}\` ${isMember(args.name) ? 'is assigned to in' : 'is a variable of'} the file, so it need not be what Node put there.`,
    help: (args) =>
      isMember(args.name) ? 'Keep the value in a variable.' : 'Use a variable of another name.',
    explanation:
      'require, __filename and __dirname are parameters of the function around a CommonJS file and can be assigned to, or declared again with `var` (Node documentation, "The module wrapper"). So can `module.filename` and `module.paths`. In a module nothing gives them a value.',
    example: alone("__dirname = '/elsewhere';\nconsole.log(__dirname);\n"),
  },
  'function-text': {
    severity: 'refusal',
    title: 'The text of a function is taken that uses a name of CommonJS',
    message: (args) =>
      `\`${args.name}\` is in a function whose text is taken; where that runs, it needs the name that CommonJS gives.`,
    help: () =>
      'Put the function into a CommonJS file of its own (`.cjs`) and give its path instead of its text.',
    explanation:
      'The text of a function is its source (ECMA-262 §20.2.3.5). A worker with the option `eval` and `vm` run it as a script: there `require` may be had, and the imports of this module are not.',
    example: alone(
      "const { Worker } = require('worker_threads');\nfunction work() {\n  const os = require('os');\n  console.log(typeof os.cpus);\n}\nnew Worker('(' + work + ')()', { eval: true });\n",
      "import { Worker } from 'worker_threads';\nimport os from 'os';\nfunction work() {\n  console.log(typeof os.cpus);\n}\nnew Worker('(' + work + ')()', { eval: true });\n",
    ),
  },
} as const satisfies Record<string, DiagnosticEntry>;

/** `module.filename`, `module.paths` */
function isMember(name: unknown): boolean {
  return String(name).includes('.');
}
