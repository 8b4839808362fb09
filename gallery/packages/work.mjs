// Puts a package to work, before and after, by a script of its own.

import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runNode } from '../children.mjs';
import { hideRoot } from '../observation.mjs';

/** @typedef {import('./site.mjs').Site} Site */

const worker = fileURLToPath(new URL('./worker.mjs', import.meta.url));
const seconds = 120;

/**
 * @param {string} name  of a package
 * @returns {string | null} the script's file
 */
export function workOf(name) {
  const file = fileURLToPath(new URL(`../tasks/${name.replace('/', '+')}.mjs`, import.meta.url));
  return existsSync(file) ? file : null;
}

/**
 * Works with a package that was required, then with one that was imported.
 *
 * @param {Site} before
 * @param {Site} after
 * @param {string} script
 * @returns {Promise<string[]>} what differs, or what makes the comparison worthless
 */
export async function compareWork(before, after, script) {
  const reasons = [];
  for (const door of ['require', 'import']) {
    const [left, right] = await Promise.all([run(before, script, door), run(after, script, door)]);
    const reason = isTelling(left)
      ? firstDifference(left, right)
      : `tells nothing before the conversion: ${text(left).slice(-1000)}`;
    if (reason !== null) reasons.push(`${door}: ${reason}`);
  }
  return reasons;
}

/**
 * @param {Site} site
 * @param {string} script
 * @param {string} door
 */
async function run({ root, name, folder }, script, door) {
  const { exitCode, signal, stdout, stderr } = await runNode([worker, root, name, folder, script, door], {
    cwd: root,
    seconds,
  });
  return { exitCode, signal, stdout: hideRoot(stdout, root), stderr: hideRoot(stderr, root) };
}

/** @typedef {import('../children.mjs').Ended} Ended */

/**
 * Whether a script that does as much afterwards has shown anything.
 *
 * @param {Ended} run
 */
function isTelling({ exitCode, stdout }) {
  return exitCode === 0 && stdout !== '';
}

/**
 * @param {Ended} before
 * @param {Ended} after
 * @returns {string | null} the first line that differs, with what stands around it
 */
function firstDifference(before, after) {
  const [left, right] = [text(before), text(after)];
  if (left === right) return null;
  const [lines, others] = [left.split('\n'), right.split('\n')];
  const at = lines.findIndex((line, index) => line !== others[index]);
  const around = (/** @type {string[]} */ all) => all.slice(Math.max(0, at - 2), at + 8).join('\n');
  return `\n${around(lines)}\n  became\n${around(others)}`;
}

/** @param {Ended} run */
function text({ exitCode, signal, stdout, stderr }) {
  return `${stdout}\n-- stderr\n${stderr}\n-- exit ${exitCode ?? signal}\n`;
}
