// Leaf files run before and after: many in one process, and what differs there once more in processes of its own.

import { compareExports } from '../../observe/compare.mjs';
import { differencesAt, observeModules, steady } from '../observation.mjs';

/** @typedef {import('./leaves.mjs').Leaf} Leaf */

const batchSize = 50;
const secondsForBatch = 60;
const secondsAlone = 15;

/**
 * @param {string} root
 * @param {readonly Leaf[]} leaves
 * @returns {Promise<import('./leaves.mjs').LeafResult>}
 */
export async function compareLeaves(root, leaves) {
  const result = { compared: 0, threw: 0, different: /** @type {{ path: string, reason: string }[]} */ ([]) };
  for (let start = 0; start < leaves.length; start += batchSize) {
    const batch = leaves.slice(start, start + batchSize);
    const together = await run(root, batch, secondsForBatch);
    for (const [index, leaf] of batch.entries()) {
      // What one module does to the process may show in another one: only what differs alone is a difference.
      const outcome = isSettled(together, index, leaf) ? together : await run(root, [leaf], secondsAlone);
      const at = outcome === together ? index : 0;
      const reasons = outcome === together ? [] : await steadyDifferences(root, outcome, leaf);
      result.compared += 1;
      if (outcome.before.modules[at]?.loadingThrew !== undefined) result.threw += 1;
      result.different.push(...reasons.slice(0, 3).map((reason) => ({ path: leaf.path, reason })));
    }
  }
  return result;
}

/**
 * @typedef {{ before: import('../observation.mjs').Observation, after: import('../observation.mjs').Observation }} Runs
 *
 * @param {string} root
 * @param {readonly Leaf[]} leaves
 * @param {number} seconds
 * @returns {Promise<Runs>}
 */
async function run(root, leaves, seconds) {
  const [before, after] = await Promise.all([
    observeModules(
      root,
      leaves.map(({ path, shape }) => ({
        specifier: `./${path}`,
        look: shape === 'default' ? 'exports' : 'exported keys',
      })),
      seconds,
    ),
    observeModules(
      root,
      leaves.map(({ convertedPath, shape }) => ({
        specifier: `./${convertedPath}`,
        look: shape === 'default' ? 'default' : 'namespace',
      })),
      seconds,
    ),
  ]);
  return { before, after };
}

/**
 * Whether the processes that ran many leaves show that this one is the same.
 *
 * @param {Runs} runs
 * @param {number} index
 * @param {Leaf} leaf
 */
function isSettled(runs, index, leaf) {
  return runs.before.modules[index] !== undefined && differencesOf(runs, index, leaf).length === 0;
}

/**
 * @param {string} root
 * @param {Runs} runs  of the leaf alone
 * @param {Leaf} leaf
 */
async function steadyDifferences(root, { before, after }, leaf) {
  const reasons = differencesOf({ before, after }, 0, leaf);
  if (reasons.length === 0) return [];
  const again = await run(root, [leaf], secondsAlone);
  return steady(reasons, differencesOf({ before, after: again.before }, 0, leaf));
}

/**
 * @param {Runs} runs
 * @param {number} index
 * @param {Leaf} leaf
 */
function differencesOf({ before, after }, index, { conditionalKeys }) {
  const announced = new Set(conditionalKeys);
  return differencesAt(before, after, index, (left, right) =>
    compareExports(left, right, 'exports', announced),
  );
}
