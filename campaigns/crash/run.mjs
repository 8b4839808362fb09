// @ts-check
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const bin = fileURLToPath(new URL('../../dist/src/cli/bin.js', import.meta.url));
const faults = new URL('./faults.mjs', import.meta.url).href;

/**
 * @typedef {object} Fault
 * @property {string} code
 * @property {number} at
 * @property {boolean} lasting
 * @property {string} [call] of which function of `fs`; else any that changes something
 *
 * @typedef {object} Options
 * @property {Fault} [fault]
 * @property {number} [uid] Whom it runs as.
 * @property {{when: 'start' | 'writing', after: number}} [kill] Milliseconds after it started, or began to write.
 */

/**
 * Runs `esmshift`, perhaps with a fault, perhaps killed.
 *
 * @param {string} cwd
 * @param {readonly string[]} args
 * @param {Options} [options]
 */
export async function run(cwd, args, { fault, uid, kill } = {}) {
  const child = spawn(process.execPath, [...(fault ? ['--import', faults] : []), bin, ...args], {
    cwd,
    env: { ...process.env, ...(fault ? { ESMSHIFT_FAULT: JSON.stringify(fault) } : {}) },
    stdio: ['ignore', 'ignore', 'pipe'],
    ...(uid === undefined ? {} : { uid, gid: uid }),
  });
  let stderr = '';
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  let ended = false;
  /** @type {Promise<number | null>} */
  const end = new Promise((resolve) => {
    child.on('close', (status) => {
      ended = true;
      resolve(status);
    });
  });
  let writingSince = 0;
  const lock = join(cwd, '.esmshift/lock');
  while (!ended && writingSince === 0) {
    if (existsSync(lock)) writingSince = performance.now();
    else if (kill?.when === 'start' && kill.after <= 0) break;
    else {
      await sleep(1);
      if (kill?.when === 'start') kill = { ...kill, after: kill.after - 1 };
    }
  }
  if (kill !== undefined && !ended) {
    if (kill.when === 'writing') await sleep(kill.after);
    child.kill('SIGKILL');
  }
  const status = await end;
  const took = writingSince === 0 ? 0 : performance.now() - writingSince;
  return { status, stderr, took, killed: child.signalCode === 'SIGKILL' };
}
