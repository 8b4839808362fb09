// What a package gives those who load it from outside, before and after.

import { compare, compareExports } from '../../observe/compare.mjs';
import { differencesAt, observeModules, steady } from '../observation.mjs';

/** @typedef {import('./site.mjs').Site} Site */
/** @typedef {import('../observation.mjs').ModuleRequest} Door */

const batchSize = 50;
const secondsForBatch = 90;

/** One cause makes many doors differ: when so many surely do, the rest of the suspects is not looked at alone. */
const enough = 12;

/**
 * @typedef {object} SurfaceResult
 * @property {number} compared  doors that were opened
 * @property {{ door: string, reason: string }[]} different
 */

/**
 * @param {Site} before
 * @param {Site} after
 * @param {import('./doors.mjs').Doors} doors
 * @returns {Promise<SurfaceResult>}
 */
export async function compareSurfaces(before, after, { main, deep }) {
  // The first to be loaded decides what others find loaded: `import` alone is another program than `require` first.
  const suspects = [
    { specifier: main, look: /** @type {const} */ ('both') },
    { specifier: main, look: /** @type {const} */ ('namespace') },
    ...(await suspectsAmong(before, after, deep)),
  ];
  const different = [];
  for (const [index, door] of suspects.entries()) {
    if (different.length >= enough) {
      const rest = suspects.slice(index).map(({ specifier }) => specifier);
      different.push({ door: `${rest.length} doors`, reason: `not looked at alone: ${rest.join(' ')}` });
      break;
    }
    different.push(...(await compareDoor(before, after, door)));
  }
  return { compared: 1 + deep.length, different };
}

/**
 * The doors that seem to differ where many are opened in one process.
 *
 * @param {Site} before
 * @param {Site} after
 * @param {readonly Door[]} doors
 */
async function suspectsAmong(before, after, doors) {
  const suspects = [];
  for (let start = 0; start < doors.length; start += batchSize) {
    const batch = doors.slice(start, start + batchSize);
    const [left, right] = await observeBoth(before, after, batch);
    suspects.push(
      ...batch.filter(
        (_, index) =>
          left.modules[index] === undefined || differencesAt(left, right, index, compareLoaded).length > 0,
      ),
    );
  }
  return suspects;
}

/**
 * @param {Site} before
 * @param {Site} after
 * @param {Door} door
 */
async function compareDoor(before, after, door) {
  const [left, right] = await observeBoth(before, after, [door]);
  const differences = differencesAt(left, right, 0, compareLoaded);
  if (differences.length === 0) return [];
  const [again] = await observeBoth(before, before, [door]);
  return steady(differences, differencesAt(left, again, 0, compareLoaded))
    .slice(0, 1)
    .map((reason) => ({ door: door.specifier, reason: `${door.look}: ${reason}` }));
}

/**
 * @param {Site} before
 * @param {Site} after
 * @param {readonly Door[]} doors
 */
function observeBoth(before, after, doors) {
  return Promise.all([
    observeModules(before.root, doors, secondsForBatch),
    observeModules(after.root, doors, secondsForBatch),
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
