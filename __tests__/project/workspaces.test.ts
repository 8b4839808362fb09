import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { writeFiles } from '../support/run.ts';
import { codes, Project, statuses } from './support/project.ts';

const files = {
  'package.json': '{ "name": "all", "private": true, "workspaces": ["packages/*"] }\n',
  'packages/core/package.json': '{ "name": "@all/core", "version": "1.0.0", "main": "lib/index.js" }\n',
  'packages/core/lib/index.js':
    "const { twice } = require('./twice');\nexports.twice = twice;\nexports.name = 'core';\nexports.self = function () { return Object.keys(exports).join(); };\n",
  'packages/core/lib/twice.js': 'exports.twice = (n) => 2 * n;\n',
  'packages/app/package.json':
    '{ "name": "@all/app", "version": "1.0.0", "dependencies": { "@all/core": "*" } }\n',
  'packages/app/index.js':
    "const core = require('@all/core');\nconst { twice } = require('@all/core/lib/twice');\nconsole.log(core.name, core.twice(2), twice(3), Object.keys(core).join());\ncore.name = 'patched';\nconsole.log(require('@all/core').name, core.hasOwnProperty('twice'));\n",
  'packages/other/package.json': '{ "name": "@all/other", "private": true }\n',
  'packages/other/index.js':
    "// esmshift: keep\nconst core = require('@all/core');\nconsole.log(core.self(), require('@all/core/lib/twice').twice(4));\n",
};

function workspace(changed: Readonly<Record<string, string>> = {}): Project {
  const project = new Project({ ...files, ...changed });
  link(project);
  return project;
}

/** What `npm install` does with the packages of a workspace. */
function link(project: Project): void {
  mkdirSync(join(project.folder, 'node_modules/@all'), { recursive: true });
  for (const name of ['core', 'app', 'other'])
    symlinkSync(`../../packages/${name}`, join(project.folder, 'node_modules/@all', name));
}

function outputs(project: Project): readonly string[] {
  const endings = ['js', 'cjs', 'mjs'];
  return ['app', 'other'].map((name) => {
    const ending = endings.find((one) => project.has(`packages/${name}/index.${one}`));
    return project.run(`packages/${name}/index.${ending}`);
  });
}

describe('packages that are linked with each other', () => {
  for (const as of ['package', 'mjs'] as const) {
    test.each([
      ['all of them', ['.']],
      ['the one that others require', ['packages/core']],
      ['one that requires another', ['packages/app']],
    ])(`%s, --as ${as}`, async (_, paths) => {
      const project = workspace();
      const before = outputs(project);
      expect(before[0]).toContain('patched true');
      const planned = await project.convert({ paths, as });
      expect(Object.values(statuses(planned))).toContain('converted');
      expect(outputs(project)).toEqual(before);
    });
  }

  test('each package.json gets its own type', async () => {
    const project = workspace();
    await project.convert();
    const typeOf = (name: string): unknown => JSON.parse(project.read(`packages/${name}/package.json`)).type;
    expect(['core', 'app', 'other'].map(typeOf)).toEqual(['module', 'module', undefined]);
    expect(JSON.parse(project.read('package.json')).type).toBeUndefined();
  });
});

describe('packages that are not linked yet', () => {
  const core = (manifest: object): Readonly<Record<string, string>> => ({
    'packages/core/package.json': JSON.stringify({ name: '@all/core', version: '1.0.0', ...manifest }),
  });
  const workspaces: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    'with main': {},
    private: core({ private: true, main: 'lib' }),
    'with exports': core({ private: true, exports: { '.': './lib/index.js', './lib/*': './lib/*.js' } }),
    'with an import of its own name': {
      'packages/other/package.json':
        '{ "name": "@all/other", "private": true, "imports": { "#core": "@all/core" } }\n',
      'packages/other/index.js':
        "const core = require('#core');\nconsole.log(core.self(), core === require('@all/core'));\n",
    },
    'listed for pnpm': {
      'package.json': '{ "name": "all", "private": true }\n',
      'pnpm-workspace.yaml': 'packages:\n  - packages/*\n',
    },
  };

  for (const as of ['package', 'mjs'] as const)
    test.each(Object.entries(workspaces))(`%s, --as ${as}`, async (_, changed) => {
      const before = outputs(workspace(changed));
      const linked = workspace(changed);
      const project = new Project({ ...files, ...changed });
      const planned = await project.convert({ as });
      expect(codes(planned, 'packages/app/index.js')).toContain('workspace-not-linked');
      link(project);
      expect(outputs(project)).toEqual(before);
      const asLinked = await linked.convert({ as });
      expect(statuses(planned)).toEqual(statuses(asLinked));
      for (const { output } of planned.files) expect(project.read(output)).toBe(linked.read(output));
    });

  test('what is installed goes before the workspace', async () => {
    const project = new Project(files);
    mkdirSync(join(project.folder, 'packages/app/node_modules/@all/core/lib'), { recursive: true });
    writeFiles(join(project.folder, 'packages/app/node_modules/@all/core'), {
      'package.json': '{ "name": "@all/core", "version": "0.1.0" }\n',
      'index.js': "exports.twice = (n) => n + n;\nexports.name = 'older';\n",
      'lib/twice.js': 'exports.twice = (n) => n + n;\n',
    });
    const { planned, printed } = await project.convertSame('packages/app/index.js', {
      paths: ['packages/app'],
    });
    expect(printed).toContain('older');
    expect(codes(planned, 'packages/app/index.js')).not.toContain('workspace-not-linked');
  });

  test('a package that lies there without being listed is none of the workspace', async () => {
    const project = new Project({ ...files, 'package.json': '{ "name": "all", "private": true }\n' });
    const planned = await project.convert();
    expect(codes(planned, 'packages/app/index.js')).toContain('not-installed');
  });
});
