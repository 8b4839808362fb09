import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { version } from '../src/version.ts';
import { writeFiles } from './support/run.ts';

// What people get: the package is packed, installed in an empty folder and used there, apart from this repository.

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'esmshift-pack-'));
const project = join(folder, 'project');
const source = "const path = require('path');\n\nexports.sep = path.sep;\n";
const converted = "import path from 'path';\n\nexport const sep = path.sep;\n";

beforeAll(() => {
  // Packing builds: in a copy, since other tests run what is built here.
  const copy = join(folder, 'copy');
  const isSource = (path: string): boolean =>
    !/^(?:node_modules|dist|coverage|\.git|\.corpus)\b/.test(relative(root, path));
  cpSync(root, copy, { recursive: true, filter: isSource });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  execFileSync('npm', ['pack', '--silent', '--pack-destination', folder], { cwd: copy, stdio: 'pipe' });
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz'));
  writeFiles(project, {
    'package.json': '{ "name": "user", "version": "1.0.0", "private": true }',
    'lib/sep.js': source,
  });
  const quiet = ['--prefer-offline', '--ignore-scripts', '--no-audit', '--no-fund', '--silent'];
  execFileSync('npm', ['install', ...quiet, join(folder, String(tarball))], { cwd: project, stdio: 'pipe' });
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function esmshift(...args: string[]): { status: number | null; stdout: string } {
  const { status, stdout } = spawnSync('npx', ['--no-install', 'esmshift', ...args], {
    cwd: project,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
  });
  return { status, stdout };
}

test('the installed command says its version', () => {
  expect(esmshift('--version')).toEqual({ status: 0, stdout: `${version}\n` });
});

test('the installed command shows what it would do, and writes nothing', () => {
  const { status, stdout } = esmshift('lib');
  expect(status).toBe(0);
  expect(stdout).toContain('+export const sep = path.sep;');
  expect(readFileSync(join(project, 'lib/sep.js'), 'utf8')).toBe(source);
});

test('the installed command reports as JSON', () => {
  const { status, stdout } = esmshift('lib', '--json');
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    version: 1,
    written: false,
    files: expect.arrayContaining([
      expect.objectContaining({ path: 'lib/sep.js', status: 'converted', shape: 'named' }),
    ]),
    summary: { converted: 1, unchanged: 0, refused: 0, error: 0 },
  });
});

test('the installed package has an API', () => {
  const script = `import { convert } from 'esmshift'; process.stdout.write(convert(${JSON.stringify(source)}).code)`;
  const args = ['--input-type=module', '--eval', script];
  expect(execFileSync(process.execPath, args, { cwd: project, encoding: 'utf8' })).toBe(converted);
});

test.each(['node16', 'bundler'])('the types of the installed package compile (%s)', (resolution) => {
  const script =
    "import { check, convert, plan } from 'esmshift';\n\nexport const all = [check, convert, plan];\n";
  writeFiles(project, { 'use.mts': script });
  const module = resolution === 'node16' ? 'node16' : 'esnext';
  const args = ['--strict', '--noEmit', '--module', module, '--moduleResolution', resolution, 'use.mts'];
  const compiler = join(root, 'node_modules/typescript/bin/tsc');
  const { status, stdout } = spawnSync(process.execPath, [compiler, ...args], {
    cwd: project,
    encoding: 'utf8',
  });
  expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
});

test.each([['--babel'], ['--no-babel']])('jscodeshift %s runs the installed transform', (flag) => {
  const transform = join(project, 'node_modules/esmshift/dist/transforms/cjs-to-esm.js');
  const binary = join(root, 'node_modules/jscodeshift/bin/jscodeshift.js');
  const args = [binary, '-t', transform, flag, '--dry', '--print', '--run-in-band', 'lib/sep.js'];
  expect(execFileSync(process.execPath, args, { cwd: project, encoding: 'utf8' })).toContain(converted);
});

test('the package carries what its users need, and nothing of how it is made', () => {
  const installed = join(project, 'node_modules/esmshift');
  for (const path of [
    'dist/src/index.js',
    'dist/src/index.d.ts',
    'dist/transforms/cjs-to-esm.d.ts',
    'LICENSE',
  ]) {
    expect({ path, there: existsSync(join(installed, path)) }).toEqual({ path, there: true });
  }
  for (const path of ['__tests__', '__testfixtures__', 'src', 'scripts']) {
    expect({ path, there: existsSync(join(installed, path)) }).toEqual({ path, there: false });
  }
});
