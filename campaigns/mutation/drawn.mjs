// @ts-check
/** The mutants of a run: drawn by its seed from all that there are, and put into the copies. */
import { randomFrom } from '../crash/random.mjs';
import { allMutants, mutatedPaths, writeCopies } from './instrument.mjs';
import { TestProcess } from './processes.mjs';

/**
 * @typedef {import('@stryker-mutator/api/core').Mutant} Mutant
 *
 * @typedef {object} Drawn
 * @property {number} of how many mutants there are
 * @property {readonly Mutant[]} mutants those that were drawn, in that order
 * @property {readonly string[]} atLoad those of them that are reached while the sources load: any test may tell
 * @property {Readonly<Record<string, readonly string[]>>} countAs by the id of each mutant in the copies: the mutants and
 *   files for which it counts as reached
 */

const mostMs = 900_000;

/**
 * @param {number} sample
 * @param {number} seed
 * @returns {Promise<Drawn>}
 */
export async function drawMutants(sample, seed) {
  const all = await allMutants();
  const random = randomFrom(seed);
  const drawn = all
    .map((mutant) => ({ mutant, at: random() }))
    .sort((a, b) => a.at - b.at)
    .slice(0, sample)
    .map(({ mutant }) => mutant);
  // What loading a file does with a mutant shows in the tests that reach anything of that file: all of it has to tell.
  const found = withNewIds(drawn, await writeCopies(drawn, new Set()));
  const wholly = new Set((await reachedAtLoad(found)).map(({ fileName }) => fileName));
  const held = await writeCopies(drawn, wholly);
  const mutants = withNewIds(drawn, held);
  const ids = new Set(mutants.map(({ id }) => id));
  const countAs = held.map(({ id, fileName }) => [
    id,
    [...(ids.has(id) ? [id] : []), ...(wholly.has(fileName) ? [fileName] : [])],
  ]);
  const atLoad = (await reachedAtLoad(mutants)).map(({ id }) => id);
  return { of: all.length, mutants, atLoad, countAs: Object.fromEntries(countAs) };
}

/**
 * @param {readonly Mutant[]} drawn
 * @param {readonly Mutant[]} held
 */
function withNewIds(drawn, held) {
  const byPlace = new Map(held.map((mutant) => [placeOf(mutant), mutant]));
  return drawn.map((mutant) => {
    const same = byPlace.get(placeOf(mutant));
    if (same === undefined) throw new Error(`Not in the copies: ${placeOf(mutant)}`);
    return same;
  });
}

/** @param {Mutant} mutant */
function placeOf({ fileName, location, mutatorName, replacement }) {
  return JSON.stringify([fileName, location.start, location.end, mutatorName, replacement]);
}

/** @param {readonly Mutant[]} mutants */
async function reachedAtLoad(mutants) {
  const own = new TestProcess();
  const loaded = await own.ask({ files: mutatedPaths() }, () => mostMs);
  own.end();
  if (loaded?.failed !== null)
    throw new Error(`The sources do not load without any mutant: ${loaded?.error}`);
  const ids = new Set(loaded.atLoad);
  return mutants.filter(({ id }) => ids.has(id));
}
