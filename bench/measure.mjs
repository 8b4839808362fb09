import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/**
 * Runs a Node program as a whole process and tells what it cost, by the operating system's own accounting of that
 * process with all its threads.
 *
 * @typedef {{ wall: number, cpu: number, memory: number }} Cost seconds, seconds, MiB at the peak
 */

const reporter = fileURLToPath(new URL('./report-cost.mjs', import.meta.url));

/**
 * @param {readonly string[]} args Node's arguments: the program and its own.
 * @param {{ cwd?: string, status?: readonly number[] }} [options]
 * @returns {Cost}
 */
export function costOf(args, { cwd = process.cwd(), status = [0] } = {}) {
  const started = process.hrtime.bigint();
  const run = spawnSync(process.execPath, ['--import', reporter, ...args], {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    maxBuffer: 2 ** 28,
  });
  const wall = Number(process.hrtime.bigint() - started) / 1e9;
  if (run.status === null || !status.includes(run.status)) {
    throw new Error(`${args.join(' ')} ended with ${run.status ?? run.signal}:\n${run.stderr}`);
  }
  const { cpu, memory } = JSON.parse(String(run.output[3]));
  return { wall, cpu, memory };
}

/**
 * The middle value, or the mean of the two in the middle.
 *
 * @param {readonly number[]} values at least one
 */
export function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.slice((sorted.length - 1) >> 1, (sorted.length >> 1) + 1);
  return middle.reduce((sum, value) => sum + value, 0) / middle.length;
}
