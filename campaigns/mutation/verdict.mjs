// @ts-check
import { inTurns } from './order.mjs';
import { TestProcess } from './processes.mjs';

/**
 * @typedef {import('@stryker-mutator/api/core').Mutant} Mutant
 * @typedef {import('./baseline.mjs').Known} Known
 * @typedef {import('./prepared.mjs').Verdict} Verdict
 */

const loadingMs = 300_000;
/** How much longer than without a mutant a test may take; the machine may be busy. */
const slowdown = 20;
const leastMs = 20_000;

/** Judges one mutant after the other, in one process with all tests for as long as that is not spoilt. */
export class Judge {
  #patienceMs;
  #tests;
  #atLoad;
  #files;
  /** @type {TestProcess | null} */
  #common = null;

  /**
   * @param {import('./prepared.mjs').Prepared} prepared
   * @param {number} patienceMs what the tests of one mutant may take of the processor, as they were measured
   */
  constructor({ tests, atLoad }, patienceMs) {
    this.#patienceMs = patienceMs;
    this.#tests = tests;
    this.#atLoad = new Set(atLoad);
    this.#files = [...new Set(tests.map(({ file }) => file))];
  }

  /**
   * Runs the tests that reach a mutant, until one fails.
   *
   * @param {Mutant} mutant
   * @returns {Promise<Verdict>}
   */
  async verdictOn({ id, fileName }) {
    const started = performance.now();
    const isAtLoad = this.#atLoad.has(id);
    // What loading a file does with a mutant shows in the tests that reach anything of that file; a table has nothing.
    const key = isAtLoad ? fileName : id;
    const found = this.#tests.filter(({ reached }) => reached[key] !== undefined);
    const reaching = this.#affordable(inTurns(isAtLoad && found.length === 0 ? this.#tests : found, key));
    const [status, by] =
      reaching.length === 0 ? ['unreached', null] : await this.#run(id, reaching, isAtLoad);
    return /** @type {Verdict} */ ({ id, status, by, ms: Math.round(performance.now() - started) });
  }

  /**
   * @param {string} mutant
   * @param {readonly Known[]} reaching
   * @param {boolean} isAtLoad
   * @returns {Promise<[Verdict['status'], string | null]>}
   */
  async #run(mutant, reaching, isAtLoad) {
    const longest = new Map(reaching.map(({ id, longestMs }) => [id, longestMs]));
    let latest = /** @type {string | null} */ (null);
    const tests = reaching.map(({ id }) => id);
    const running = isAtLoad ? await this.#loaded(mutant) : await this.#ready();
    // It does not even load.
    if (running === null) return ['killed', null];
    const result = await running.ask({ mutant, tests }, (begun) => {
      latest = begun ?? latest;
      return leastMs + slowdown * (longest.get(begun ?? '') ?? 0);
    });
    if (isAtLoad || result === null || result.isSpoilt) running.end();
    if (!isAtLoad && (result === null || result.isSpoilt)) this.#common = null;
    if (result === null) return ['timeout', latest];
    if (result.isSpoilt && !isAtLoad) {
      // In a new process, and without the test that fails of its own now and then.
      const others = reaching.filter(({ id }) => id !== result.failed);
      return others.length > 0 ? this.#run(mutant, others, isAtLoad) : ['survived', null];
    }
    return result.failed === null ? ['survived', null] : ['killed', result.failed];
  }

  /** @param {readonly Known[]} tests */
  #affordable(tests) {
    const begun = new Set();
    let left = this.#patienceMs;
    return tests.filter(({ id, ms, beforeMs }) => {
      const block = id.slice(0, id.lastIndexOf(' > '));
      left -= begun.has(block) ? ms : ms + beforeMs;
      begun.add(block);
      return left > 0;
    });
  }

  async #ready() {
    this.#common ??= await this.#loaded();
    if (this.#common === null) throw new Error('The tests do not load without any mutant.');
    return this.#common;
  }

  /** @param {string} [mutant] */
  async #loaded(mutant) {
    const own = new TestProcess(mutant);
    const result = await own.ask({ files: this.#files }, () => loadingMs);
    if (result?.failed === null) return own;
    own.end();
    return null;
  }

  end() {
    this.#common?.end();
  }
}
