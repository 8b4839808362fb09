// @ts-check
/**
 * A process that runs tests as its parent asks: first `{ files }`, which it loads, then `{ countAs }`, to measure
 * them, or `{ mutant, tests }` for each mutant. It answers each with one message, and tells before each test that it begins, so that
 * its parent knows when one does not end.
 */
import { register } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { enterFile, tests } from './collector.mjs';
import { root } from './place.mjs';
import { begin, end, path, run } from './runner.mjs';
import { tellsNoMore } from './slice.mjs';

/** What the mutated copies and this process share. @type {any} */
const stryker = {};
Object.assign(globalThis, { __stryker__: stryker });
register('./hooks.mjs', import.meta.url);

const tell = (/** @type {unknown} */ message) => process.send?.(message);
process.on('message', async (/** @type {any} */ task) => {
  tell({ result: await answer(task).catch((error) => ({ failed: 'loading', error: String(error) })) });
});
process.on('disconnect', () => process.exit(0));
// What a mutant leaves behind is no concern of the next one.
process.on('uncaughtException', () => {});
process.on('unhandledRejection', () => {});

/** @param {any} task */
async function answer({ files, countAs, mutant, tests: wanted }) {
  if (files !== undefined) return load(files);
  return countAs !== undefined ? measured(countAs) : underMutant(mutant, wanted);
}

/** @param {readonly string[]} files */
async function load(files) {
  for (const file of files) {
    enterFile(file);
    await import(pathToFileURL(join(root, file)).href);
  }
  return { failed: null, atLoad: Object.keys(stryker.mutantCoverage?.static ?? {}) };
}

/**
 * Of each test that passes and can tell anything: what it reaches, and how long it and what comes before it take.
 *
 * @param {import('./drawn.mjs').Drawn['countAs']} countAs
 */
async function measured(countAs) {
  /** @type {import('./processes.mjs').Measured[]} */
  const found = [];
  /** @type {Map<import('./collector.mjs').Block, Spent>} */
  const before = new Map();
  for (const test of tests.values()) {
    if (tellsNoMore.test(test.id)) continue;
    const blocks = path(test.block);
    try {
      for (const block of blocks) {
        const spent = spentSince();
        stryker.currentTestId = `before ${block.name}`;
        await begin(block);
        if (!before.has(block)) before.set(block, spent());
      }
      const spent = spentSince();
      stryker.currentTestId = test.id;
      await run(test);
      const own = spent();
      const earlier = blocks.flatMap((block) => before.get(block) ?? []);
      found.push({
        id: test.id,
        ms: own.ms,
        beforeMs: sum(earlier.map(({ ms }) => ms)),
        longestMs: sum([own, ...earlier].map(({ longestMs }) => longestMs)),
        reached: reachedBy([test.id, ...blocks.map(({ name }) => `before ${name}`)], countAs),
      });
    } catch {
      // It fails here without any mutant, and so can tell nothing.
    }
  }
  await end();
  return found;
}

/** @typedef {{ ms: number, longestMs: number }} Spent of the processor, and of the clock */

/** @returns {() => Spent} */
function spentSince() {
  const started = performance.now();
  const used = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(used);
    return { ms: (user + system) / 1000, longestMs: performance.now() - started };
  };
}

/** @param {readonly number[]} numbers */
function sum(numbers) {
  return numbers.reduce((all, number) => all + number, 0);
}

/**
 * @param {readonly string[]} ids of tests and of what comes before them
 * @param {import('./drawn.mjs').Drawn['countAs']} countAs
 */
function reachedBy(ids, countAs) {
  /** @type {Record<string, number>} */
  const reached = {};
  for (const id of ids)
    for (const [mutant, hits] of Object.entries(stryker.mutantCoverage?.perTest[id] ?? {}))
      for (const key of countAs[mutant] ?? []) reached[key] = (reached[key] ?? 0) + Number(hits);
  return reached;
}

/**
 * @param {string} mutant
 * @param {readonly string[]} wanted
 */
async function underMutant(mutant, wanted) {
  stryker.activeMutant = mutant;
  const failed = await firstFailure(wanted);
  await end();
  stryker.activeMutant = undefined;
  // The test that tells has to pass again without the mutant: else it is this process that is spoilt.
  const isSpoilt = failed !== null && (await firstFailure([failed])) !== null;
  if (failed !== null) await end();
  return { failed, isSpoilt };
}

/** @param {readonly string[]} wanted */
async function firstFailure(wanted) {
  for (const id of wanted) {
    tell({ begun: id });
    const test = tests.get(id);
    // A test that a mutant keeps from being declared tells nothing.
    if (test === undefined) continue;
    try {
      await begin(test.block);
      await run(test);
    } catch {
      return id;
    }
  }
  return null;
}
