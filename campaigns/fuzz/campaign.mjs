// @ts-check
/** Generates projects, compares them in batches, and shrinks what differs. */
import fc from 'fast-check';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { compare, PRIMITIVE } from '../combinations/compare.mjs';
import { projects as generated } from './projects.mjs';

/**
 * @typedef {import('../combinations/combine.mjs').Project} Project
 * @typedef {import('../combinations/compare.mjs').Difference} Difference
 *
 * @typedef {fc.Value<Project>} Generated
 *
 * @typedef {object} Campaign
 * @property {import('../combinations/compare.mjs').Planner} plan
 * @property {number} seed of the first project; the next has the next
 * @property {number} projects
 * @property {number} [seconds]
 * @property {number} [shrink] how many times what differs is made smaller: each takes up to some hundred runs
 * @property {(seed: number, difference: Difference) => void} [onDifference]
 */

const perBatch = 60;
/** The largest steps come first and often do. */
const firstSteps = 6;
const stepsPerRound = 600;

/**
 * @param {Campaign} campaign
 * @returns {Promise<{ counts: import('../combinations/compare.mjs').Counts, differences: number }>}
 */
export async function campaign({ plan, seed, projects, seconds = Infinity, shrink = 60, onDifference }) {
  const until = performance.now() + seconds * 1000;
  const counts = { projects: 0, converted: 0, refused: 0 };
  let differences = 0;
  let begun = 0;
  const work = async () => {
    while (begun < projects && performance.now() < until) {
      const first = seed + begun;
      const size = Math.min(perBatch, projects - begun);
      begun += size;
      const batch = Array.from({ length: size }, (_, index) => ({
        ...projectOf(first + index),
        seed: first + index,
      }));
      const compared = await compare(batch, { plan });
      for (const name of /** @type {const} */ (['projects', 'converted', 'refused']))
        counts[name] += compared.counts[name];
      for (const difference of compared.differences.filter(isReal)) {
        differences++;
        const { seed: own } = /** @type {Project & { seed: number }} */ (difference.project);
        onDifference?.(own, await shrunk(own, difference, plan, shrink));
      }
    }
  };
  // One batch is planned while another one runs.
  await Promise.all([work(), work()]);
  return { counts, differences };
}

/** More output than this comes from a function that calls itself: how often it does is up to the size of the stack. */
const mostOutput = 10_000;

/**
 * A program that dies while it loads has to die, but it may do so before it has printed all that it did: which statement
 * throws is not followed. Nor is it always known that a value is a primitive one, whose properties cannot be written.
 *
 * @param {Difference} difference
 */
export function isReal({ before, after }) {
  const isEndless = before.stdout.length > mostOutput && after.stdout.length > mostOutput;
  if (isEndless || after.stderr === PRIMITIVE) return false;
  return before.status === 0 || after.status === 0;
}

/**
 * @param {number} seed
 * @returns {Project}
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
    const [first] = differences.filter(isReal).sort((a, b) => indexOf(a) - indexOf(b));
    if (first !== undefined)
      return { difference: first, step: /** @type {Generated} */ (batch[indexOf(first)]) };
  }
  return null;
}

/** @param {Difference} difference */
function indexOf({ project }) {
  return /** @type {Project & { index: number }} */ (project).index;
}
