import type { DiagnosticEntry } from './entry.ts';

const renamed = {
  'main.js': "console.log(require('./lib/kept.js').a);\n",
  'lib/kept.js': '// esmshift: keep\nexports.a = 1;\n',
};

/** What package.json files say about files and packages that a run cannot make sure of. */
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
  'package-unreadable': {
    severity: 'refusal',
    title: 'The package.json that it belongs to cannot be read',
    message: (args) => `\`${args.path}\` cannot be read, so that Node does not load this file either.`,
    help: (args) => `Mend \`${args.path}\` and run again.`,
    explanation:
      'Node looks up the package.json of every `.js` file that it loads, and fails where that is invalid (Node documentation, "Packages: Determining module system"). Under the name `.mjs` the file would load, and so do something that it did not do before.',
    example: {
      files: {
        'main.js':
          "try { console.log(require('./lib/a.js').a); } catch (error) { console.log(error.name); }\n",
        'lib/a.js': 'exports.a = 1;\n',
        'lib/package.json': '{ "name": \n',
      },
      file: 'lib/a.js',
      naive: {
        'main.mjs': "import { a } from './lib/a.mjs';\nconsole.log(a);\n",
        'lib/a.mjs': 'export const a = 1;\n',
      },
    },
  },
  'script-names-rename': {
    severity: 'warning',
    title: 'A script may name a renamed file',
    message: (args) =>
      `\`${args.field}\` names \`${args.path}\` from a folder that is not known, so it was left as it is.`,
    help: () => 'Check whether the file that was renamed is the one that is meant.',
    explanation:
      'Paths in npm scripts, shell scripts and configuration are updated together with the files that they name. After `cd`, or where a variable begins it (`$DIR/x.js`), a path starts at another folder, and which file it names depends on what the shell does.',
    example: {
      files: {
        ...renamed,
        'package.json': '{ "name": "script", "scripts": { "run": "cd .; node lib/kept.js" } }\n',
      },
      file: 'package.json',
      naive: null,
    },
  },
  'read-as-text': {
    severity: 'refusal',
    title: 'The text of the file is read',
    message: ({ reader, certainty }) =>
      certainty === 'surely'
        ? `\`${reader}\` reads the text of this file, which a conversion would change.`
        : `\`${reader}\` ${certainty === 'folder' ? 'reads files of this folder, of which nothing requires this one' : 'hands on the path of this file, which nothing requires'}: where its text is read, a conversion would change that.`,
    help: ({ certainty }) =>
      certainty !== 'surely'
        ? 'Answer `default` or `named` where it is only loaded or started.'
        : 'Load the file instead of reading it.',
    explanation:
      'A program that reads its own sources, to evaluate them with `new Function` or `vm` or to show them, sees every change to them. So does whoever gets the path of a file that no module requires, such as the material of a test, and may follow the requires in it, as bundlers do. Import and export declarations are syntax errors where such text is evaluated (ECMA-262 §20.2.1.1.1, §16.1.1).',
    example: {
      files: {
        'main.js':
          "const fs = require('fs');\nconst text = fs.readFileSync(require.resolve('./lib.js'), 'utf8');\nconst exports_ = {};\nnew Function('exports', text)(exports_);\nconsole.log(exports_.a);\n",
        'lib.js': 'exports.a = 1;\n',
      },
      file: 'lib.js',
      naive: {
        'main.mjs':
          "import fs from 'fs';\nconst text = fs.readFileSync(new URL('./lib.mjs', import.meta.url), 'utf8');\nconst exports_ = {};\nnew Function('exports', text)(exports_);\nconsole.log(exports_.a);\n",
        'lib.mjs': 'export const a = 1;\n',
      },
    },
  },
  'preload-script': {
    severity: 'refusal',
    title: 'Electron preloads the file',
    message: ({ importer }) =>
      `\`${importer}\` has Electron run this file before a page, which works with CommonJS alone where windows have a sandbox.`,
    help: () =>
      'Leave it, or turn the sandbox off, name the file `.mjs` and answer `default` or `named`; answer so where this is no window of Electron.',
    explanation:
      'Electron runs what stands under `preload` in the `webPreferences` of a window as CommonJS, in a sandbox with a `require` of its own. ES modules have to end in `.mjs` there, whatever their package.json says, and do not run in a sandbox (Electron documentation, "ES Modules (ESM) in Electron").',
    example: {
      files: {
        'main.js':
          "const fs = require('fs');\nconst path = require('path');\nfunction BrowserWindow({ webPreferences: { preload } }) {\n  new Function('require', fs.readFileSync(preload, 'utf8'))(() => ({ expose: console.log }));\n}\nnew BrowserWindow({ webPreferences: { preload: path.join(__dirname, 'preload.js') } });\n",
        'preload.js': "const bridge = require('electron');\nbridge.expose('ready');\n",
      },
      file: 'preload.js',
      naive: {
        'main.mjs':
          "import fs from 'fs';\nimport path from 'path';\nfunction BrowserWindow({ webPreferences: { preload } }) {\n  new Function('require', fs.readFileSync(preload, 'utf8'))(() => ({ expose: console.log }));\n}\nnew BrowserWindow({ webPreferences: { preload: path.join(import.meta.dirname, 'preload.mjs') } });\n",
        'preload.mjs': "import bridge from 'electron';\nbridge.expose('ready');\n",
      },
    },
  },
  'script-of-page': {
    severity: 'refusal',
    title: 'A page loads the file as a script',
    message: ({ page, beside }) =>
      beside === undefined
        ? `\`${page}\` has browsers load this file as a script, where \`export\` and \`import\` are syntax errors.`
        : `\`${page}\` has browsers load \`${beside}\` as a script by this name, so its folder stays CommonJS.`,
    help: () =>
      'Give the script element `type="module"` and convert the file by an answer, `default` or `named`; or answer so where the element means another file.',
    explanation:
      'What a script element without `type="module"` names is parsed as a script (HTML, "The script element"; ECMA-262 §16.1), and variables that it declares are global. Pages and templates of the project are searched for such elements, strings of its files as well, and the fields `unpkg` and `jsdelivr` of package.json name what others load so. A path counts from the folder of the page, or from one that a server makes public: then it is taken for a file that ends so and that nothing requires.',
    example: {
      files: {
        'main.js':
          "const fs = require('fs');\nconst path = require('path');\nconst vm = require('vm');\nconst page = path.join(__dirname, 'public', 'index.html');\nconst [, source] = /src=\"(.*?)\"/.exec(fs.readFileSync(page, 'utf8'));\nconst window = {};\nvm.runInNewContext(fs.readFileSync(path.join(path.dirname(page), source), 'utf8'), { window });\nconsole.log(window.started);\n",
        'public/index.html': '<!doctype html><script src="app.js"></script>\n',
        'public/app.js':
          "window.started = 'app';\nif (typeof module === 'object') module.exports = window.started;\n",
      },
      file: 'public/app.js',
      naive: {
        'main.mjs':
          "import fs from 'fs';\nimport path from 'path';\nimport vm from 'vm';\nconst page = path.join(import.meta.dirname, 'public', 'index.html');\nconst [, source] = /src=\"(.*?)\"/.exec(fs.readFileSync(page, 'utf8'));\nconst window = {};\nvm.runInNewContext(fs.readFileSync(path.join(path.dirname(page), source), 'utf8'), { window });\nconsole.log(window.started);\n",
        'public/index.html': '<!doctype html><script src="app.js"></script>\n',
        'public/app.js': "window.started = 'app';\nexport default window.started;\n",
      },
    },
  },
  'reached-by-computed-path': {
    severity: 'refusal',
    title: 'A computed path may name the file',
    message: (args) =>
      `\`${args.importer}\` reaches files of \`${args.folder}\` by a path that it computes, and some of them would be renamed, so that folder stays CommonJS.`,
    help: (args) =>
      `Settle the files of \`${args.folder}\` that are refused for other reasons; then none of them is renamed. Where there are none, look for \`package-type-kept\`: what keeps the package's type has converted files renamed to \`.mjs\`.`,
    explanation:
      'A file that stays CommonJS in a package of the type `module` ends in `.cjs`, and converted ones end in `.mjs` with `--as mjs`. Specifiers and strings that name a renamed file are updated; a path that is put together while the program runs cannot be. Where files are only loaded by it, a module stays at the old path and leads to the renamed file. Where it does more, or lists what is there, or such a module would be noticed (by a file that fails and is tried again, for instance), the whole folder stays CommonJS by a package.json of its own.',
    example: {
      files: {
        'main.js':
          "const { readdirSync } = require('fs');\nfor (const name of readdirSync(__dirname + '/plugins')) console.log(require('./plugins/' + name.replace(/\\.js$/, '')).name);\n",
        'plugins/a.js': "// esmshift: keep\nexports.name = 'a';\n",
        'plugins/b.js': "exports.name = 'b';\n",
        'package.json': '{ "name": "computed", "private": true }\n',
      },
      file: 'plugins/b.js',
      naive: {
        'main.mjs':
          "import { createRequire } from 'node:module';\nconst require = createRequire(import.meta.url);\nfor (const name of ['a', 'b']) console.log(require('./renamed/' + name).name);\n",
        'renamed/a.cjs': "exports.name = 'a';\n",
        'renamed/b.mjs': "export const name = 'b';\n",
      },
    },
  },
  'beside-public-file': {
    severity: 'refusal',
    title: 'A public file beside it cannot be renamed',
    message: (args) =>
      `Outsiders may load \`${args.path}\` by its path and would notice that it has another name, so \`${args.folder}\` stays CommonJS.`,
    help: (args) =>
      `Settle what keeps \`${args.path}\` CommonJS, or list in \`exports\` what others may load of the package.`,
    explanation:
      'Of a published package without `exports` every file can be loaded by its path (Node documentation, "Package entry points"). Where one stays CommonJS and gets another name, a module at the old path leads to it, and gives what the file exported when it was loaded first. That is something else where the file asks who has loaded it, changes what the loader keeps, or replaces its exports later. Its folder then stays CommonJS by a package.json of its own.',
    example: {
      files: {
        'main.js': "require('./lib/state').set('new');\nconsole.log(require('./lib/name').name);\n",
        'lib/state.js': 'exports.set = (value) => {\n  module.exports = value;\n};\n',
        'lib/name.js': "exports.name = 'name';\n",
        'package.json': '{ "name": "public", "version": "1.0.0", "main": "main.js" }\n',
      },
      file: 'lib/name.js',
      naive: null,
    },
  },
  'beside-listed-file': {
    severity: 'refusal',
    title: 'A tool finds it by its folder, in which all names have to stay',
    message: (args) =>
      `Nothing in the project loads the files of \`${args.folder}\`, so a tool finds them by their names; one would become \`${args.output}\`, so that folder stays CommonJS.`,
    help: (args) =>
      String(args.output).endsWith('.mjs')
        ? 'Convert without `--as mjs`; where that changes nothing, look for `package-type-kept`.'
        : `Settle what keeps \`${args.path}\` CommonJS; then none of them is renamed.`,
    explanation:
      'Migrations, seeds and plugins are found by a tool that lists their folder. It takes files by their endings, and may have written down which of them were there: knex and sequelize keep the names of migrations in the database, and stop where one is missing, or run it again. So no file of such a folder gets another name, and no module is left at an old path, which would be found as well: where one has to stay CommonJS, all of the folder does, by a package.json of its own. A folder is taken for one where most files export something and nothing loads them or names them, in an application; of what others may install, where names say so: `migrations`, `20200131-users.js`.',
    example: {
      files: {
        'main.js': "console.log('app');\n",
        'migrations/1-users.js': "// esmshift: keep\nexports.up = () => 'users';\n",
        'migrations/2-posts.js': "exports.up = () => 'posts';\n",
        'package.json': '{ "name": "listed", "private": true }\n',
      },
      file: 'migrations/2-posts.js',
      naive: null,
    },
  },
  'renamed-out-of-sight': {
    severity: 'warning',
    title: 'Nothing is known to find the renamed file',
    message: (args) => `Nothing in the project names this file, which is \`${args.path}\` from now on.`,
    help: () => 'Use the new name wherever it is started by its path: by a timer, a deployment, by hand.',
    explanation:
      'A file that stays CommonJS in a package of the type `module` ends in `.cjs`, and converted ones end in `.mjs` with `--as mjs` or where the package keeps its type. What is known to load or start it uses that name. Where nothing is, one that stays CommonJS keeps its name if all of its folder does, by a package.json there; else a module at the old path leads to it. Neither is possible where converted files lie beside it and it would notice that: it asks whether it is the main module, for instance.',
    example: {
      files: {
        'main.js': "exports.main = 'main';\n",
        'job.js': "// esmshift: keep\nif (require.main === module) console.log('job');\n",
        'package.json': '{ "name": "stray", "private": true }\n',
      },
      file: 'job.js',
      naive: null,
    },
  },
  'package-type-kept': {
    severity: 'warning',
    title: 'The package keeps its type',
    message: (args) =>
      `The package cannot become \`"type": "module"\`, since that would change what ${args.files} mean; its converted files end in \`.mjs\` instead.`,
    help: () =>
      'Convert those files in the same run, move them to a folder of their own, or name them `.cjs`.',
    explanation:
      'The `type` of a package.json speaks of every `.js` file in its folder, also of those that were not named, are excluded or ignored by git, or were built (Node documentation, "Determining module system"). Where such files lie beside converted ones, or use `#imports` or the name of their own package, which a package.json of their own would cut off, or where the program lists a folder in which such a package.json would show, the package stays as it is.',
    example: {
      files: {
        'main.js': "console.log(require('./lib.js').a);\n",
        'lib.js': 'exports.a = 1;\n',
        'package.json': '{ "name": "kept", "private": true }\n',
      },
      paths: ['main.js'],
      file: 'package.json',
      naive: null,
    },
  },
  'tool-config-kept': {
    severity: 'note',
    title: 'The configuration of a tool stays CommonJS',
    message: (args) => `${args.tool} loads this file with \`require\`, so it stays CommonJS.`,
    help: () => 'Nothing needs to be done; the file is renamed where its package becomes a module.',
    explanation:
      'A tool that loads its configuration with `require` gets the namespace object of an ES module, or fails. In a package of the type `module` such a file ends in `.cjs`, a name under which most tools look for it, too.',
    example: {
      files: { 'main.js': "console.log('main');\n", '.mocharc.js': "module.exports = { ui: 'tdd' };\n" },
      file: '.mocharc.js',
      naive: null,
    },
  },
  'tool-config-not-found': {
    severity: 'warning',
    title: 'A tool does not look for its configuration under the new name',
    message: (args) => `${args.tool} does not look for \`${args.path}\` by itself.`,
    help: (args) => `Name \`${args.path}\` on the command line of ${args.tool}.`,
    explanation:
      'The file is CommonJS, and in a package of the type `module` only the ending `.cjs` says so. Tools that find their configuration by a fixed name have to be told the new one.',
    example: {
      files: {
        'main.js': "exports.main = 'main';\n",
        'karma.conf.js': 'module.exports = (config) => config.set({});\n',
        'package.json': '{ "name": "configured", "private": true }\n',
      },
      file: 'karma.conf.js',
      naive: null,
    },
  },
  'workspace-not-linked': {
    severity: 'note',
    title: 'A package of the workspace is not linked yet',
    message: (args) =>
      `\`${args.specifier}\` is not installed; it is taken for the package of this workspace.`,
    help: () => 'Install the dependencies, which links the packages of the workspace, and run again.',
    explanation:
      'npm, yarn and pnpm link the packages of a workspace into node_modules when they install. Before that the package of that name in the workspace is linked with its importers as it will be then. Where another version from the registry will be installed instead, it may export other things.',
    example: {
      files: {
        'package.json': '{ "private": true, "workspaces": ["core"] }\n',
        'core/package.json': '{ "name": "core-of-the-workspace", "private": true }\n',
        'core/index.js': "exports.name = 'core';\n",
        'main.js': "const core = require('core-of-the-workspace');\nconsole.log(core.name);\n",
      },
      file: 'main.js',
      naive: null,
    },
  },
} as const satisfies Record<string, DiagnosticEntry>;
