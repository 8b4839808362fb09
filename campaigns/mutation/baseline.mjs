// @ts-check
/** What each test of the fixed slice reaches and takes, without any mutant. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './place.mjs';
import { TestProcess } from './processes.mjs';

/**
 * @typedef {import('./processes.mjs').Measured & { file: string }} Known
 *
 * @typedef {object} Baseline
 * @property {readonly Known[]} tests
 * @property {readonly string[]} atLoad the mutants that are reached while a file loads: any test may tell
 */

/** These start what is built, in which there are no mutants. */
const onBuilt = /^__tests__\/(?:apply|browser|cli|doctor|gallery|verify|pack\.|package\.|corpus\.)/;
/** What these take is beyond any patience: what only they notice counts as alive. */
const slow =
  /^__tests__\/(?:bytes|combinations|examples|fuzz|hostile|hybrid|metamorphic|oracles|programs\/programs|transforms)\b/;
const mostMs = 900_000;

/** @returns {Promise<Baseline>} */
export async function baseline() {
  const entries = readdirSync(join(root, '__tests__'), { recursive: true, encoding: 'utf8' });
  const files = entries
    .filter((path) => path.endsWith('.test.ts'))
    .map((path) => join('__tests__', path))
    .filter((path) => !onBuilt.test(path) && !slow.test(path));
  /** @type {Known[]} */
  const tests = [];
  /** @type {Set<string>} */
  const atLoad = new Set();
  for (const file of files.sort()) {
    const own = new TestProcess();
    const loaded = await own.ask({ files: [file] }, () => mostMs);
    const result = loaded?.failed === null ? await own.ask({ measure: true }, () => mostMs) : null;
    own.end();
    for (const test of result?.measured ?? []) tests.push({ ...test, file });
    for (const mutant of result?.atLoad ?? []) atLoad.add(mutant);
    console.error(`${file}: ${result?.measured?.length ?? 'no'} tests`);
  }
  return { tests, atLoad: [...atLoad] };
}
