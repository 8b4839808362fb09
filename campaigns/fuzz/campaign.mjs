// @ts-check
/** Generates projects, compares them in batches, and shrinks what differs. */
import fc from 'fast-check';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { compare, ON_PRIMITIVE, PRIMITIVE } from '../combinations/compare.mjs';
import { projects as generated } from './projects.mjs';
import { Refusals } from './refusals.mjs';

/**
 * @typedef {import('../combinations/combine.mjs').Project} Project
 * @typedef {import('../combinations/compare.mjs').Difference} Difference
 *
 * @typedef {import('./projects.mjs').Marked} Marked
 * @typedef {fc.Value<Marked>} Generated
 *
 * @typedef {object} Campaign
 * @property {import('../combinations/compare.mjs').Planner} plan
 * @property {number} seed of the first project; the next has the next
 * @property {number} projects
 * @property {AbortSignal} [signal] no further batch is begun once it is aborted
 * @property {number} [shrink] how many times what differs is made smaller: each takes up to some hundred runs
 * @property {(seed: number, difference: Difference) => void} [onDifference]
 */

const perBatch = 60;
/** The largest steps come first and often do. */
const firstSteps = 6;
const stepsPerRound = 600;

/**
 * @param {Campaign} campaign
 * @returns {Promise<{ counts: import('../combinations/compare.mjs').Counts, differences: number, limits: number,
 *   refusals: Refusals }>}
 */
export async function campaign({ plan, seed, projects, signal, shrink = 60, onDifference }) {
  const counts = { projects: 0, converted: 0, refused: 0 };
  let differences = 0;
  let limits = 0;
  const refusals = new Refusals();
  let begun = 0;
  const work = async () => {
    while (begun < projects && signal?.aborted !== true) {
      const first = seed + begun;
      const size = Math.min(perBatch, projects - begun);
      begun += size;
      const batch = Array.from({ length: size }, (_, index) => ({
        ...projectOf(first + index),
        seed: first + index,
      }));
      const compared = await compare(batch, {
        plan,
        onReport: (project, files) => refusals.note(/** @type {(typeof batch)[number]} */ (project), files),
      });
      for (const name of /** @type {const} */ (['projects', 'converted', 'refused']))
        counts[name] += compared.counts[name];
      limits += compared.differences.filter((each) => isReal(each) && isKnownLimit(each)).length;
      for (const difference of compared.differences.filter(isDefect)) {
        differences++;
        const { seed: own } = /** @type {Project & { seed: number }} */ (difference.project);
        onDifference?.(own, await shrunk(own, difference, plan, shrink));
      }
    }
  };
  // One batch is planned while another one runs.
  await Promise.all([work(), work()]);
  return { counts, differences, limits, refusals };
}

/**
 * What a program that dies while it loads has printed by then is not compared, nor what one prints whose stack is full: which
 * statement throws is not followed.
 *
 * @param {Difference} difference
 */
export function isReal({ before, after }) {
  const isFull = [before, after].some(({ stdout }) => stdout.includes('RangeError'));
  return !isFull && (before.status === 0 || after.status === 0);
}

/**
 * It is not always known that a value is a primitive one, whose properties only strict code fails to write: a known limit,
 * which is counted on its own.
 *
 * @param {Difference} difference
 */
export function isKnownLimit({ before, after }) {
  const count = (/** @type {string} */ text) => text.split(ON_PRIMITIVE).length;
  return after.stderr === PRIMITIVE || count(after.stdout) > count(before.stdout);
}

/**
 * Where what differs is paths that the program prints: the two copies lie in folders of their own, and files that stay
 * CommonJS get another ending.
 *
 * @param {Difference} difference
 */
function isOfPaths({ before, after }) {
  const [was, is] = [before, after].map(({ stdout }) => withoutPlaces(stdout));
  return was === is && before.stderr === after.stderr && before.status === after.status;
}

/** @param {string} text */
function withoutPlaces(text) {
  return text.replace(/\/(?:before|after)(?=\/)/g, '').replace(/(\/\d+\/\w+)\.[cm]js\b/g, '$1.js');
}

/** @param {Difference} difference */
function isDefect(difference) {
  return isReal(difference) && !isKnownLimit(difference) && !isOfPaths(difference);
}

/**
 * @param {number} seed
 * @returns {Marked}
 */
export function projectOf(seed) {
  return generate(seed).value;
}

/** @param {number} seed */
function generate(seed) {
  return generated.generate(new fc.Random(xoroshiro128plus(seed)), undefined);
}

/**
 * The smallest project found that differs: of those that are one step smaller, many at a time, the first that still
 * differs, and on from there.
 *
 * @param {number} seed
 * @param {Difference} difference
 * @param {Campaign['plan']} plan
 * @param {number} rounds
 * @returns {Promise<Difference>}
 */
async function shrunk(seed, difference, plan, rounds) {
  let smallest = difference;
  let from = generate(seed);
  for (let round = 0; round < rounds; round++) {
    const steps = [...generated.shrink(from.value, from.context).take(stepsPerRound)];
    const next = await firstDifferent(steps, plan);
    if (next === null) break;
    [from, smallest] = [next.step, next.difference];
  }
  return smallest;
}

/**
 * @param {readonly Generated[]} steps
 * @param {Campaign['plan']} plan
 */
async function firstDifferent(steps, plan) {
  for (let start = 0, size = firstSteps; start < steps.length; start += size, size = perBatch) {
    const batch = steps.slice(start, start + size);
    const { differences } = await compare(
      batch.map(({ value }, index) => ({ ...value, index })),
      { plan },
    );
    const [first] = differences.filter(isDefect).sort((a, b) => indexOf(a) - indexOf(b));
    if (first !== undefined)
      return { difference: first, step: /** @type {Generated} */ (batch[indexOf(first)]) };
  }
  return null;
}

/** @param {Difference} difference */
function indexOf({ project }) {
  return /** @type {Project & { index: number }} */ (project).index;
}
