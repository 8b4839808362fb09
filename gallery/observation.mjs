// What modules give their importers, looked at in child processes and compared.

import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compare } from '../observe/compare.mjs';
import { runNode } from './children.mjs';

/**
 * @typedef {import('./observe-modules.cjs').Look} Look
 * @typedef {{ specifier: string, look: Look }} ModuleRequest
 * @typedef {object} Observation
 * @property {(ObservedModule | undefined)[]} modules  undefined where the process ended before it came to the module
 * @property {string[]} stdout  what it printed while it was at each of them
 * @property {string[]} stderr
 *
 * @typedef {object} ObservedModule
 * @property {unknown} [exports]
 * @property {unknown} [loadingThrew]
 * @property {unknown} globals
 */

/** Enough for every package on its own; a batch of modules would make reports of hundreds of megabytes. */
const limits = { alone: 5000, inBatch: 800 };

const observer = fileURLToPath(new URL('./observe-modules.cjs', import.meta.url));

/**
 * Loads modules one after the other in one child process.
 *
 * @param {string} root  the folder to resolve in, which must hold `import-here.mjs` where packages are imported
 * @param {readonly ModuleRequest[]} modules
 * @param {number} seconds  the time they have together
 * @returns {Promise<Observation>}
 */
export async function observeModules(root, modules, seconds) {
  const folder = mkdtempSync(join(tmpdir(), 'esmshift-observed-'));
  const report = join(folder, 'report.json');
  const divider = `\n${randomUUID()}\n`;
  try {
    const { stdout, stderr } = await runNode([observer], {
      cwd: root,
      seconds,
      input: JSON.stringify({
        root,
        report,
        modules,
        divider,
        limit: modules.length > 1 ? limits.inBatch : limits.alone,
      }),
    });
    const printed = (/** @type {string} */ text) => hideRoot(text, root).split(divider).slice(1);
    return { modules: readReport(report), stdout: printed(stdout), stderr: printed(stderr) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * @param {string} file
 * @returns {ObservedModule[]}
 */
function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).modules;
  } catch {
    // The process was ended from outside.
    return [];
  }
}

/**
 * What a program printed, without the time and what the runtime says about it: warnings, and where it is on disk.
 *
 * @param {string} text
 * @param {string} root
 */
export function hideRoot(text, root) {
  return text
    .replaceAll(root, '<root>')
    .replaceAll('.as-esm.mjs', '.js')
    .replace(/\w{3}, \d\d \w{3} \d{4} [\d:]{8} GMT/g, '<time>')
    .split('\n')
    .filter((line) => !/^\(node:\d+\) |^\(Use `node --trace-|^ {4}at /.test(line))
    .join('\n');
}

/**
 * What differs of one module that two processes loaded.
 *
 * @param {Observation} before
 * @param {Observation} after
 * @param {number} index
 * @param {(before: any, after: any) => string[]} compareLoaded  for what it gives its importers
 * @returns {string[]} one line for each difference
 */
export function differencesAt(before, after, index, compareLoaded) {
  const [left, right] = [before.modules[index], after.modules[index]];
  const failed = compare(left?.loadingThrew, right?.loadingThrew, 'thrown while loading');
  return [
    ...(failed.length > 0 ? failed : compareLoaded(left?.exports, right?.exports)),
    ...compare(left?.globals, right?.globals, 'globals'),
    ...compare(before.stdout[index], after.stdout[index], 'stdout'),
    ...compare(before.stderr[index], after.stderr[index], 'stderr'),
  ];
}

/**
 * The differences that do not show between two runs of the original, too: random numbers, times.
 *
 * @param {readonly string[]} differences
 * @param {readonly string[]} unsteady  between those two runs
 */
export function steady(differences, unsteady) {
  const places = new Set(unsteady.map(placeOf));
  return differences.filter((difference) => !places.has(placeOf(difference)));
}

/** @param {string} difference */
function placeOf(difference) {
  return difference.split(': ')[0];
}
