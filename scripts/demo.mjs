// Shows esmshift at work on a real package: a copy of picomatch, as it was installed.

import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const bin = fileURLToPath(new URL('../dist/src/cli/bin.js', import.meta.url));
const original = fileURLToPath(new URL('../node_modules/picomatch/', import.meta.url));
const copy = mkdtempSync(join(tmpdir(), 'esmshift-demo-'));
const SCRIPT = "import picomatch from './index.js'; console.log(picomatch('lib/*.js')('lib/scan.js'));";

try {
  cpSync(original, copy, { recursive: true });
  const succeeded =
    show('esmshift', [bin]) &&
    show('esmshift --write --allow-no-vcs', [bin, '--write', '--allow-no-vcs']) &&
    show(`node --input-type=module --eval "${SCRIPT}"`, ['--input-type=module', '--eval', SCRIPT]);
  if (!succeeded) process.exitCode = 1;
} finally {
  rmSync(copy, { recursive: true, force: true });
}

/**
 * @param {string} shown The command as a person would type it.
 * @param {readonly string[]} args
 * @returns {boolean} Whether it succeeded.
 */
function show(shown, args) {
  console.log(`\n$ ${shown}\n`);
  return spawnSync(process.execPath, args, { cwd: copy, stdio: 'inherit' }).status === 0;
}
