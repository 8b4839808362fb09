import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { runCli } from '../cli/run-cli.ts';
import { Project } from '../project/support/project.ts';
import { filesBelow } from '../support/files-below.ts';

/** A project in the folder `root`, with something beside it that nobody asked to convert. */
function besides(files: Readonly<Record<string, string>>): Project {
  const project = new Project({
    'beside/victim.js': 'exports.own = 1;\n',
    'beside/package.json': '{ "name": "victim", "private": true, "main": "victim.js" }\n',
    'root/package.json': '{ "name": "root", "private": true }\n',
    'root/main.js': "console.log(require('./a').own);\n",
    'root/a.js': '// esmshift: keep\nexports.own = 2;\n',
  });
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(project.folder, path, '..'), { recursive: true });
    writeFileSync(join(project.folder, path), text);
  }
  return project;
}

const beside = (project: Project): object => filesBelow(join(project.folder, 'beside'));

async function convert(project: Project) {
  const cwd = join(project.folder, 'root');
  return runCli(['--write', '--allow-no-vcs', '--json'], { cwd });
}

describe('nothing outside of the root is written', () => {
  const traversing: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    'by a specifier': {
      'root/b.js':
        "exports.own = require('../beside/victim').own + require('../../../../../../etc/passwd.js');\n",
    },
    'by main': { 'root/package.json': '{ "name": "root", "main": "../beside/victim.js" }\n' },
    'by exports': {
      'root/package.json':
        '{ "name": "root", "exports": { ".": "./../beside/victim.js", "./*": "../beside/*" } }\n',
    },
    'by imports': {
      'root/package.json':
        '{ "name": "root", "private": true, "imports": { "#v": "../beside/victim.js" } }\n',
      'root/b.js': "try { require('#v'); } catch (error) { console.log(error.code); }\n",
    },
    'by workspaces': {
      'root/package.json': '{ "name": "root", "private": true, "workspaces": ["../beside", "../*", "/"] }\n',
    },
    'by a script and bin': {
      'root/package.json':
        '{ "name": "root", "bin": "../beside/victim.js", "files": ["../beside"], "scripts": { "start": "node ../beside/victim.js" } }\n',
    },
    'by the configuration': {
      'root/esmshift.config.json':
        '{ "files": { "../beside/victim.js": { "shape": "named" } }, "include": ["../beside/**"] }\n',
    },
    'by a path that a file mentions': {
      'root/b.js':
        "const path = require('node:path');\nexports.file = path.join(__dirname, '..', 'beside', 'victim.js');\nexports.other = require(path.join(__dirname, '../beside/victim.js'));\n",
    },
  };

  test.each(Object.entries(traversing))('%s', async (_, files) => {
    const project = besides(files);
    const before = beside(project);
    const { status, stderr } = await convert(project);
    expect({ status, stderr: stderr.includes('internal') }).toEqual({ status: 0, stderr: false });
    expect(beside(project)).toEqual(before);
    expect(
      Object.keys(filesBelow(project.folder)).filter((path) => !/^(?:beside|root)\//.test(path)),
    ).toEqual([]);
  });

  test.each(['victim.js', '.'])('by a link to %s', async (target) => {
    const project = besides({});
    symlinkSync(join('..', 'beside', target), join(project.folder, 'root', 'link.js'));
    symlinkSync(join('..', 'beside'), join(project.folder, 'root', 'folder'));
    symlinkSync('/', join(project.folder, 'root', 'everything'));
    const before = beside(project);
    const { status } = await convert(project);
    expect(status).toBe(0);
    expect(beside(project)).toEqual(before);
  });
});

const polluting = '{ "__proto__": { "polluted": 1, "as": "mjs", "include": ["nothing"] } }';
const files = '{ "files": { "__proto__": { "shape": "keep" }, "constructor": { "shape": "keep" } } }';

describe('a configuration with the names of prototypes', () => {
  test.each([
    ['esmshift.config.json', polluting],
    ['esmshift.config.json', files],
    ['esmshift.config.yaml', '__proto__:\n  as: mjs\n'],
    ['esmshift.config.yaml', 'constructor:\n  prototype:\n    as: mjs\n'],
    ['package.json', `{ "name": "root", "private": true, "esmshift": ${polluting} }`],
    ['package.json', `{ "name": "root", "private": true, "esmshift": ${files} }`],
  ])('%s %s changes nothing else', async (name, text) => {
    const project = besides({ [`root/${name}`]: text });
    const { status, stdout, stderr } = await convert(project);
    // What the schema does not know is a usage error that names it; else the run is as if it were not there.
    if (status === 2) expect(stderr).toMatch(/__proto__|constructor/);
    else
      expect(JSON.parse(stdout).files).toContainEqual(
        expect.objectContaining({ path: 'main.js', output: 'main.js', status: 'converted' }),
      );
  });
});

test('no file of the project is run, whatever its name is', async () => {
  const mark = (name: string): string =>
    `require('node:fs').appendFileSync(require('node:path').join(__dirname, 'mark'), ${JSON.stringify(name)});\n`;
  const names = [
    'main.js',
    'index.js',
    'esmshift.config.js',
    '.esmshiftrc.js',
    'esmshift.config.cjs',
    '.eslintrc.js',
  ];
  const others = [
    'jest.config.js',
    'webpack.config.js',
    'node_modules/dep/index.js',
    'node_modules/esmshift/index.js',
  ];
  const project = besides({
    ...Object.fromEntries([...names, ...others].map((name) => [`root/${name}`, mark(name)])),
    'root/uses.js':
      "const dep = require('dep');\nconst { version } = require('esmshift');\nexports.own = dep.own + version;\n",
    'root/package.json': JSON.stringify({
      private: true,
      main: 'index.js',
      scripts: Object.fromEntries(['preinstall', 'test', 'prepare'].map((name) => [name, 'node main.js'])),
    }),
    'root/node_modules/dep/package.json': '{ "name": "dep", "main": "index.js" }',
  });
  const cwd = join(project.folder, 'root');
  for (const args of [[], ['check'], ['doctor'], ['--write', '--allow-no-vcs'], ['undo']]) {
    const { status } = await runCli(args, { cwd });
    expect({ args, status }).toEqual({ args, status: expect.any(Number) });
    expect(Object.keys(filesBelow(cwd)).filter((path) => path.endsWith('mark'))).toEqual([]);
  }
  await runCli(['--verify', 'node main.js', '--write', '--allow-no-vcs'], { cwd });
  expect(Object.keys(filesBelow(cwd)).filter((path) => path.endsWith('mark'))).toEqual([]);
});
