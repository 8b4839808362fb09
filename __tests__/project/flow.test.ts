import { execFileSync } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { transformSync } from '@babel/core';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { plan } from '../../src/plan.ts';
import { filesBelow } from '../support/files-below.ts';
import { writeFiles } from '../support/run.ts';

// Node runs no Flow: both programs run as what is left of them without their types.

const require = createRequire(import.meta.url);
const stripTypes = createRequire(require.resolve('jscodeshift'))('@babel/preset-flow');

type Files = Readonly<Record<string, string>>;

let folder: string;
beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'esmshift-flow-')));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const types =
  '// @flow\nexport type T = number;\nexport opaque type O: string = string;\nexport interface I { n: T }\n';

const programs: readonly {
  readonly name: string;
  readonly files: Files;
  readonly after: Files;
  readonly stdout: string;
}[] = [
  {
    name: 'declarations of types beside CommonJS',
    files: {
      'main.js':
        "const { add } = require('./lib');\nconsole.log(add(1, 2), new (require('./lib').Sum)(3).n);\n",
      'lib.js': [
        '// @flow',
        "import type { T, I } from './types';",
        "import typeof * as Types from './types';",
        "export type { O } from './types';",
        "export type * from './types';",
        'export type Pair = [T, T];',
        'export opaque type Key = string;',
        'declare var DEBUG: boolean;',
        "const { sep } = require('path');",
        'exports.add = function (a: T, b: T): T { return a + b; };',
        'exports.Sum = class Sum implements I { n: T; constructor(n: T) { this.n = n; } };',
        'exports.sep = sep;',
        '',
      ].join('\n'),
      'types.js': types,
    },
    after: {
      'lib.js': [
        '// @flow',
        "import type { T, I } from './types';",
        "import typeof * as Types from './types';",
        "export type { O } from './types';",
        "export type * from './types';",
        'export type Pair = [T, T];',
        'export opaque type Key = string;',
        'declare var DEBUG: boolean;',
        "import { sep } from 'path';",
        'export function add(a: T, b: T): T { return a + b; }',
        'export class Sum implements I { n: T; constructor(n: T) { this.n = n; } }',
        'export { sep };',
        '',
      ].join('\n'),
      'types.js': types,
    },
    stdout: '3 3\n',
  },
  {
    name: 'a cycle by types only, past what runs on loading',
    files: {
      'main.js':
        "// @flow\nimport typeof Lib from './lib.js';\nconsole.log('main');\nmodule.exports = class Main { lib: Lib; };\nconsole.log(require('./lib').f());\n",
      'lib.js':
        "// @flow\nimport type Main from './main.js';\nconsole.log('lib');\nexports.f = (main: ?Main) => typeof main;\n",
    },
    after: {
      'lib.js':
        "// @flow\nimport type Main from './main.js';\nconsole.log('lib');\nexport const f = (main: ?Main) => typeof main;\n",
    },
    stdout: 'main\nlib\nundefined\n',
  },
  {
    name: 'types of files that get another name',
    files: {
      'main.js': "console.log(require('./lib')(1), require('./kept').kept);\n",
      'lib.js':
        "// @flow\nimport type { T } from './kept';\nexport type { T } from './kept.js';\nmodule.exports = (t: T) => t;\n",
      'kept.js': '// @flow\n// esmshift: keep\nexport type T = number;\nexports.kept = true;\n',
    },
    after: {
      'lib.js':
        "// @flow\nimport type { T } from './kept.cjs';\nexport type { T } from './kept.cjs';\nexport default (t: T) => t;\n",
      'kept.cjs': '// @flow\n// esmshift: keep\nexport type T = number;\nexports.kept = true;\n',
    },
    stdout: '1 true\n',
  },
  {
    name: 'names that types have as well',
    files: {
      'main.js': "const lib = require('./lib');\nconsole.log(lib.T, lib.Own, new lib.Shape().n);\n",
      'lib.js':
        "// @flow\nimport type { T } from './types';\nexport type Own = T;\ninterface Shape {}\nexports.T = 1;\nexports.Own = 'own';\nexports.Shape = class { n = 2; };\n",
      'types.js': types,
    },
    after: {
      'lib.js':
        "// @flow\nimport type { T } from './types';\nexport type Own = T;\ninterface Shape {}\nconst T_1 = 1;\nexport { T_1 as T };\nconst Own_1 = 'own';\nexport { Own_1 as Own };\nconst Shape_1 = class { n = 2; };\nexport { Shape_1 as Shape };\n",
    },
    stdout: '1 own 2\n',
  },
  {
    name: 'an ES module that imports by name',
    files: {
      'main.js': "import('./esm.mjs');\n",
      'esm.mjs': "import { f } from './lib.js';\nconsole.log(f(1));\n",
      'lib.js': "// @flow\nimport type { T } from './types';\nexports.f = (t: T) => t;\n",
      'types.js': types,
    },
    after: {
      'lib.js': "// @flow\nimport type { T } from './types';\nexport const f = (t: T) => t;\n",
    },
    stdout: '1\n',
  },
  {
    name: 'sloppy code',
    files: {
      'main.js':
        "// @flow\nimport type { T } from './types';\ntotal = 010;\nfunction twice(n: T): T { return n + n; }\nconsole.log(twice(total), __filename.length > 0);\n",
      'types.js': types,
    },
    after: {
      'main.js':
        "// @flow\nimport type { T } from './types';\nglobalThis.total = 0o10;\nfunction twice(n: T): T { return n + n; }\nconsole.log(twice(total), import.meta.filename.length > 0);\n",
    },
    stdout: '16 true\n',
  },
];

describe.each(programs)('$name', ({ name, files, after, stdout }) => {
  const root = (side: string): string => join(folder, side, name.replaceAll(' ', '-'));

  test('converts, and keeps its types', async () => {
    const whole = { 'package.json': '{ "private": true }\n', ...files };
    for (const side of ['before', 'after']) writeFiles(root(side), whole);
    const { files: rows } = await (await plan({ cwd: root('after') })).write();
    const refused = rows.filter(({ diagnostics }) =>
      diagnostics.some(({ severity, code }) => severity === 'refusal' && code !== 'kept-by-user'),
    );
    expect(refused).toEqual([]);
    expect(filesBelow(root('after'))).toMatchObject(after);
  });

  test('runs the same without them', () => {
    expect([run(root('before')), run(root('after'))]).toEqual([stdout, stdout]);
  });
});

function run(root: string): string {
  for (const [path, text] of Object.entries(filesBelow(root)))
    if (/\.c?js$/.test(path)) writeFiles(root, { [path]: withoutTypes(text) });
  return execFileSync(process.execPath, ['main.js'], { cwd: root, encoding: 'utf8' });
}

function withoutTypes(source: string): string {
  return transformSync(source, {
    configFile: false,
    babelrc: false,
    sourceType: 'unambiguous',
    parserOpts: { strictMode: false },
    presets: [stripTypes],
  })!.code!;
}
