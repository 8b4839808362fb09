// What a package gives those who load it from outside, before and after.

import { compare, compareExports } from '../../observe/compare.mjs';
import { differencesAt, observeModules, steady } from '../observation.mjs';

/** @typedef {import('./site.mjs').Site} Site */
/** @typedef {import('../observe-modules.cjs').Look} Look */

const batchSize = 60;
const secondsForBatch = 90;

/**
 * @typedef {object} SurfaceResult
 * @property {number} compared  doors that were opened, each by `require` and by `import`
 * @property {{ door: string, reason: string }[]} different
 */

/**
 * @param {Site} before
 * @param {Site} after
 * @param {{ main: string, deep: string[] }} doors
 * @returns {Promise<SurfaceResult>}
 */
export async function compareSurfaces(before, after, { main, deep }) {
  const result = { compared: 1 + deep.length, different: await compareDoors(before, after, [main], 'both') };
  // The first to be loaded decides what others find loaded: `import` alone is another program than `require` first.
  result.different.push(...(await compareDoors(before, after, [main], 'namespace')));
  for (let start = 0; start < deep.length; start += batchSize) {
    result.different.push(
      ...(await compareDoors(before, after, deep.slice(start, start + batchSize), 'both')),
    );
  }
  return result;
}

/**
 * Looks at doors in one process; those that differ, each in a process of its own.
 *
 * @param {Site} before
 * @param {Site} after
 * @param {readonly string[]} doors
 * @param {Look} look
 * @returns {Promise<{ door: string, reason: string }[]>}
 */
async function compareDoors(before, after, doors, look) {
  const [left, right] = await observeBoth(before, after, doors, look);
  const suspects = doors.filter(
    (_, index) =>
      left.modules[index] === undefined || differencesAt(left, right, index, compareLoaded).length > 0,
  );
  if (suspects.length === 0) return [];
  if (doors.length > 1) {
    const each = [];
    for (const door of suspects) each.push(...(await compareDoors(before, after, [door], look)));
    return each;
  }
  const [again] = await observeBoth(before, before, doors, look);
  const unsteady = differencesAt(left, again, 0, compareLoaded);
  return steady(differencesAt(left, right, 0, compareLoaded), unsteady)
    .slice(0, 3)
    .map((reason) => ({ door: `${doors[0]}`, reason: `${look}: ${reason}` }));
}

/**
 * @param {Site} before
 * @param {Site} after
 * @param {readonly string[]} doors
 * @param {Look} look
 */
function observeBoth(before, after, doors, look) {
  const modules = doors.map((specifier) => ({ specifier, look }));
  return Promise.all([
    observeModules(before.root, modules, secondsForBatch),
    observeModules(after.root, modules, secondsForBatch),
  ]);
}

/**
 * @param {any} left
 * @param {any} right
 * @returns {string[]}
 */
function compareLoaded(left, right) {
  if (left?.namespace === undefined || right?.namespace === undefined) {
    return compareExports(left, right, 'namespace');
  }
  return [
    ...compare(left.exports, right.exports, 'required'),
    ...compareExports(left.namespace, right.namespace, 'namespace'),
    ...compare(left.sameAsDefault, right.sameAsDefault, 'required === default'),
  ];
}
