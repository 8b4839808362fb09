import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { plan } from '../../src/plan.ts';
import { codes, Project, statuses } from './support/project.ts';

/** `main.js` assigns to the exports of `lib/counter.js`, which reads what was assigned. */
const files = {
  'package.json': '{ "name": "counting", "version": "1.0.0", "private": true }\n',
  'main.js':
    "const counter = require('./lib/counter');\ncounter.step = 5;\nconsole.log(counter.next(), Object.keys(counter).join(), require('./lib/kept')());\n",
  'lib/counter.js':
    'let count = 0;\nexports.next = function () { return (count += exports.step || 1); };\nexports.reset = () => { count = 0; };\n',
  'lib/kept.js': '// esmshift: keep\nmodule.exports = () => module.children.length;\n',
};

describe('files that are not to be converted but require those that are', () => {
  test.each([
    ['a folder is named', { paths: ['lib'] }],
    ['a file is named', { paths: ['lib/counter.js'] }],
    ['a glob is given', { paths: ['lib/*.js'] }],
    ['they are excluded', { exclude: ['main.js'] }],
    ['others are included', { include: ['lib/**'] }],
  ])('count as importers where %s', async (_, options) => {
    const project = new Project(files);
    const { planned, printed } = await project.convertSame('main.js', options);
    expect(printed).toBe('5 next,reset,step 0\n');
    expect(statuses(planned)).toMatchObject({ 'lib/counter.js': 'converted' });
    expect(project.read('main.js')).toContain('counter.step = 5;');
  });

  test('count where git ignores them', async () => {
    const { 'main.js': main, ...others } = files;
    const project = new Project({
      ...others,
      '.gitignore': 'build\n',
      'build/main.js': main.replaceAll("'./lib", "'../lib"),
    });
    const { planned, printed } = await project.convertSame('build/main.js');
    expect(printed).toBe('5 next,reset,step 0\n');
    expect(statuses(planned)).toMatchObject({ 'lib/counter.js': 'converted' });
  });

  test('are passed by where they only load each other', async () => {
    const project = new Project({
      ...files,
      '.gitignore': 'build\n',
      'build/a.js': "exports.b = require('./b');\n",
      'build/b.js': "exports.a = require('./deep/../a');\n",
      'build/deep/c.js':
        "require('../a'); exports.up = require('../../lib/counter');\nexports.up.step = 7;\n",
    });
    const planned = await project.convert();
    expect(codes(planned, 'lib/counter.js')).toContain('importer-assigns');
  });

  test('count where they are a package that names another one of the run', async () => {
    const project = new Project({
      'package.json': '{ "private": true, "workspaces": ["packages/*"] }\n',
      'packages/base/package.json': '{ "name": "base", "private": true }\n',
      'packages/base/index.js': 'class Base {}\nmodule.exports = { Base };\n',
      'packages/known/package.json': '{ "name": "known", "private": true }\n',
      'packages/known/index.js': "console.log(require('base').Base.name);\n",
      'packages/user/package.json': '{ "name": "user", "private": true }\n',
      'packages/user/index.js':
        "const { Base } = require('base');\nclass User extends Base {}\nconsole.log(new User() instanceof Base);\n",
    });
    mkdirSync(join(project.folder, 'node_modules'));
    symlinkSync('../packages/base', join(project.folder, 'node_modules/base'));
    const options = { exclude: ['packages/user/**'] };
    const { planned, printed } = await project.convertSame('packages/user/index.js', options);
    expect(printed).toBe('true\n');
    expect(statuses(planned)).toMatchObject({ 'packages/base/index.js': 'converted' });
  });

  test('are not reported where nothing of them changes', async () => {
    const project = new Project(files);
    const planned = await plan({ cwd: project.folder, paths: ['lib/counter.js'] });
    expect(Object.keys(statuses(planned))).not.toContain('lib/kept.js');
  });
});

describe('the folder that a run is about', () => {
  test('inside of a package: the rest of the package may load any file', async () => {
    const project = new Project(files);
    const before = project.run('main.js');
    const planned = await plan({ cwd: join(project.folder, 'lib') });
    await planned.write();
    expect(planned.root).toBe(join(project.folder, 'lib'));
    expect(statuses(planned)).toEqual({ 'counter.js': 'converted', 'kept.js': 'refused' });
    expect(project.run('main.js')).toBe(before);
  });

  test('a path elsewhere: the package that it lies in', async () => {
    const project = new Project(files);
    const before = project.run('main.js');
    const other = new Project(files);
    const elsewhere = await plan({ cwd: other.folder, paths: [join(project.folder, 'lib')] });
    await elsewhere.write();
    expect(elsewhere.root).toBe(project.folder);
    expect(project.run('main.js')).toBe(before);
  });

  test('paths that have nothing in common are reported', async () => {
    const [one, other] = [
      new Project({ 'a.js': 'exports.a = 1;\n' }),
      new Project({ 'b.js': 'exports.b = 1;\n' }),
    ];
    const { report } = await plan({ cwd: one.folder, paths: ['a.js', join(other.folder, 'b.js')] });
    expect(report.files.flatMap(({ diagnostics }) => diagnostics.map(({ code }) => code))).toContain(
      'outside-project',
    );
  });
});
