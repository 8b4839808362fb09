import { chmodSync, existsSync, symlinkSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { plan } from '../../src/plan.ts';
import { filesBelow } from '../support/files-below.ts';
import { codes, Project, statuses } from './support/project.ts';

const manifest = '{ "name": "bad", "private": true }\n';

describe('projects with something wrong', () => {
  test('a module that is missing fails as before, and where it is caught it is caught', async () => {
    const project = new Project({
      'package.json': manifest,
      'main.js':
        "try { require('./gone'); } catch (error) { console.log(error.code); }\nconsole.log(require('./a').a);\n",
      'a.js': 'exports.a = 1;\n',
    });
    await project.convertSame('main.js');
  });

  test('an invalid package.json is an error, and the files keep working', async () => {
    const project = new Project({
      'sub/package.json': '{ "name": \n',
      'sub/a.js': 'exports.a = 1;\n',
      'package.json': manifest,
      'main.js': 'exports.main = 1;\nconsole.log(exports.main);\n',
    });
    const planned = await project.convert();
    expect(codes(planned, 'sub/package.json')).toEqual(['invalid-package-json']);
    expect(project.read('sub/package.json')).toBe('{ "name": \n');
    expect(project.run('main.js')).toBe('1\n');
  });

  test('two packages that claim one name', async () => {
    const project = new Project({
      'package.json': '{ "name": "root", "private": true, "workspaces": ["one", "two"] }\n',
      'one/package.json': '{ "name": "same" }\n',
      'one/index.js': "exports.which = 'one';\n",
      'two/package.json': '{ "name": "same" }\n',
      'two/index.js': "exports.which = 'two';\n",
      'main.js': "console.log(require('./one').which, require('./two').which);\n",
    });
    await project.convertSame('main.js');
  });

  test('two packages that claim one file', async () => {
    const manifest = JSON.stringify({
      name: 'same',
      private: true,
      main: '../shared.js',
      scripts: { start: 'node ../../tools/start.js' },
    });
    const project = new Project({
      'package.json': '{ "name": "root", "private": true, "workspaces": ["packages/*"] }\n',
      'packages/a/package.json': manifest,
      'packages/a/index.js': "exports.of = 'a';\n",
      'packages/b/package.json': manifest,
      'packages/b/index.js': "exports.of = 'b';\n",
      'packages/shared.js': '// esmshift: keep\nexports.shared = true;\n',
      'tools/start.js': "// esmshift: keep\nconsole.log('started');\n",
      'main.js':
        "const { a, b } = { a: require('./packages/a'), b: require('./packages/b') };\nconsole.log(a === b, a.shared, a.of);\n",
      'outside/ask.cjs': "console.log(require('../packages/a').shared, require('../packages/b').of);\n",
    });
    const before = [project.run('main.js'), project.run('outside/ask.cjs')];
    expect(before).toEqual(['true true undefined\n', 'true undefined\n']);
    await project.convert();
    expect(project.has('packages/shared.cjs')).toBe(true);
    expect([project.run('main.js'), project.run('outside/ask.cjs')]).toEqual(before);
    for (const name of ['a', 'b']) {
      const { main, scripts } = JSON.parse(project.read(`packages/${name}/package.json`));
      expect([main, scripts.start]).toEqual(['../shared.cjs', 'node ../../tools/start.cjs']);
    }
  });

  test('a new name that is taken, by case only as well', async () => {
    const project = new Project({
      'package.json': manifest,
      'main.js':
        "console.log(require('./a').a, require('./a.cjs').a, require('./B').b, require('./b.cjs').b);\nexports.x = 1;\n",
      'a.js': '// esmshift: keep\nexports.a = 1;\n',
      'a.cjs': 'exports.a = 2;\n',
      'B.js': '// esmshift: keep\nexports.b = 3;\n',
      'b.cjs': 'exports.b = 4;\n',
    });
    await project.convertSame('main.js');
    expect(['a_1.cjs', 'B_1.cjs'].filter((name) => !project.has(name))).toEqual([]);
  });

  test('a new name that a file has which is not part of the run', async () => {
    const project = new Project({
      'package.json': manifest,
      '.gitignore': 'a.cjs\n',
      'main.js': "console.log(require('./a').a, require('./a.cjs').a);\nexports.x = 1;\n",
      'a.js': '// esmshift: keep\nexports.a = 1;\n',
      'a.cjs': 'exports.a = 2;\n',
    });
    await project.convertSame('main.js');
    expect(project.read('a.cjs')).toBe('exports.a = 2;\n');
  });

  test('links that lead to each other or above', async () => {
    const project = new Project({ 'package.json': manifest, 'lib/a.js': 'exports.a = 1;\n' });
    symlinkSync('..', join(project.folder, 'lib/up'));
    symlinkSync('loop.js', join(project.folder, 'loop.js'));
    const planned = await project.convert();
    expect(statuses(planned)).toEqual({ 'lib/a.js': 'converted', 'loop.js': 'error' });
  });

  test('a file that vanishes after planning: nothing is written', async () => {
    const project = new Project({
      'package.json': manifest,
      'a.js': 'exports.a = 1;\n',
      'b.js': 'exports.b = 1;\n',
    });
    const planned = await plan({ cwd: project.folder });
    unlinkSync(join(project.folder, 'b.js'));
    await expect(planned.write()).rejects.toThrow('b.js');
    expect(project.read('a.js')).toBe('exports.a = 1;\n');
    expect(existsSync(join(project.folder, 'b.js'))).toBe(false);
  });

  const isRoot = process.getuid?.() === 0;
  test('a folder that cannot be written to', async () => {
    const project = new Project({
      'package.json': manifest,
      'lib/a.js': 'exports.a = 1;\n',
      'b.js': 'exports.b = 1;\n',
    });
    const before = filesBelow(project.folder);
    const planned = await plan({ cwd: project.folder });
    chmodSync(join(project.folder, 'lib'), 0o555);
    const written = await planned.write().then(
      () => true,
      () => false,
    );
    chmodSync(join(project.folder, 'lib'), 0o755);
    // The superuser may write anywhere.
    expect(written).toBe(isRoot);
    if (!written) expect(filesBelow(project.folder)).toEqual(before);
  });
});
