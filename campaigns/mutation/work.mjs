// @ts-check
/**
 * A process that runs tests as its parent asks: first `{ files }`, which it loads, then `{ measure: true }`, or
 * `{ mutant, tests }` for each mutant. It answers each with one message, and tells before each test that it begins, so that
 * its parent knows when one does not end.
 */
import { register } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { enterFile, tests } from './collector.mjs';
import { idSet } from './id-set.mjs';
import { root } from './place.mjs';
import { begin, end, path, run } from './runner.mjs';

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
async function answer({ files, measure, mutant, tests: wanted }) {
  if (files !== undefined) return load(files);
  return measure ? measured() : underMutant(mutant, wanted);
}

/** @param {readonly string[]} files */
async function load(files) {
  for (const file of files) {
    enterFile(file);
    await import(pathToFileURL(join(root, file)).href);
  }
  return { failed: null };
}

/** Of each test that passes: the mutants that it reaches, and how long it and what comes before it take. */
async function measured() {
  const found = [];
  /** @type {Map<import('./collector.mjs').Block, number>} */
  const before = new Map();
  for (const test of tests.values()) {
    const blocks = path(test.block);
    try {
      for (const block of blocks) {
        const started = performance.now();
        stryker.currentTestId = `before ${block.name}`;
        await begin(block);
        if (!before.has(block)) before.set(block, performance.now() - started);
      }
      const started = performance.now();
      stryker.currentTestId = test.id;
      await run(test);
      const reached = [test.id, ...blocks.map(({ name }) => `before ${name}`)];
      found.push({
        id: test.id,
        ms: performance.now() - started,
        beforeMs: blocks.reduce((sum, block) => sum + (before.get(block) ?? 0), 0),
        mutants: idSet(reached.flatMap((id) => Object.keys(stryker.mutantCoverage?.perTest[id] ?? {}))),
      });
    } catch {
      // It fails here without any mutant, and so can tell nothing.
    }
  }
  await end();
  return { measured: found, atLoad: Object.keys(stryker.mutantCoverage?.static ?? {}) };
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
