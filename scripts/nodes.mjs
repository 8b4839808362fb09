// @ts-check
/**
 * Runs a script on the oldest and the newest Node of each supported line: `node scripts/nodes.mjs [--floors] SCRIPT
 * [ARGS..]`; with `--floors` only on the oldest. The script finds the path of one in `ESMSHIFT_NODE`. Exit status 1 where
 * the script failed on any.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { binaryOf, floors, newest } from './node-binaries.mjs';

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
