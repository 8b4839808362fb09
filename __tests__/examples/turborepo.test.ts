import { execFileSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';

const repository = fileURLToPath(new URL('../../', import.meta.url));
const sources = ['core/index.js', 'text/index.js', 'app/index.js', 'app/settings.js'];
const scratch = realpathSync(mkdtempSync(join(tmpdir(), 'esmshift-turborepo-')));
const planned = join(scratch, 'planned');
const whole = join(scratch, 'whole');

beforeAll(() => {
  for (const folder of [planned, whole]) {
    cpSync(join(repository, 'examples/turborepo'), folder, { recursive: true });
    install(folder);
  }
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** What `npm install` would put there. */
function install(folder: string): void {
  mkdirSync(join(folder, 'node_modules/.bin'), { recursive: true });
  for (const name of ['core', 'text', 'app'])
    symlinkSync(`../packages/${name}`, join(folder, 'node_modules', name));
  const command = `#!/bin/sh\nexec "${process.execPath}" "${repository}dist/src/cli/bin.js" "$@"\n`;
  writeFileSync(join(folder, 'node_modules/.bin/esmshift'), command, { mode: 0o755 });
  symlinkSync(join(repository, 'node_modules/.bin/turbo'), join(folder, 'node_modules/.bin/turbo'));
  run(folder, 'git', 'init', '--quiet');
}

function run(folder: string, command: string, ...args: readonly string[]): string {
  const env = { ...process.env, TURBO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1', TURBO_UI: 'false' };
  return execFileSync(command, args, {
    cwd: folder,
    encoding: 'utf8',
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

function textsIn(folder: string): readonly string[] {
  const manifests = ['core', 'text', 'app'].map((name) => `${name}/package.json`);
  return [...sources, ...manifests].map((path) => readFileSync(join(folder, 'packages', path), 'utf8'));
}

test('the example for Turborepo: planned package by package, cached, and the same as in one run', () => {
  const before = run(planned, 'npm', 'run', '--silent', 'start');
  expect(before).toBe('6 EUR EUR verbose,locale\n');

  expect(run(planned, 'npm', 'run', '--silent', 'esmshift')).toMatch(/0 cached, 6 total/);
  expect(run(planned, 'npm', 'run', '--silent', 'esmshift')).toMatch(/6 cached, 6 total/);
  run(planned, 'npm', 'run', '--silent', 'esmshift:apply');
  run(whole, 'node_modules/.bin/esmshift', '--write', '--allow-no-vcs', '--allow-dirty', '--quiet');

  expect(textsIn(planned)).toEqual(textsIn(whole));
  expect(textsIn(planned)[1]).toContain("import * as core from 'core';");
  expect(run(planned, 'npm', 'run', '--silent', 'start')).toBe(before);
});
