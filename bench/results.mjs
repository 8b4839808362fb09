// What was measured last, by corpus: bench/results.json is what the tables and plots are made of.

import { readFileSync, writeFileSync } from 'node:fs';

/**
 * @typedef {{ name: string, runs: number, cpu: number, wall: number, memory: number, note: string | null }} Measured
 * @typedef {Measured | { name: string, failure: string }} Row the first one is the limit that the others are compared with
 * @typedef {object} Result
 * @property {number} files
 * @property {number} converted
 * @property {{ node: string, cores: number, load: readonly number[] }} machine
 * @property {readonly Row[]} rows
 * @typedef {{ files: number, limit: number, cpu: number, wall: number, memory: number }} GrowthRow
 * @typedef {{ corpora: Record<string, Result>, growth: readonly GrowthRow[] }} Results
 */

const file = new URL('./results.json', import.meta.url);

/** @returns {Results} */
export function results() {
  return JSON.parse(readFileSync(file, 'utf8'));
}

/**
 * @param {string} corpus
 * @param {Result} result
 */
export function saveResult(corpus, result) {
  const known = results();
  save({ ...known, corpora: { ...known.corpora, [corpus]: rounded(result) } });
}

/** @param {readonly GrowthRow[]} growth */
export function saveGrowth(growth) {
  save({ ...results(), growth: rounded(growth) });
}

/** @param {Results} all */
function save(all) {
  writeFileSync(file, `${JSON.stringify(all, null, 2)}\n`);
}

/**
 * @template Value
 * @param {Value} value
 * @returns {Value}
 */
function rounded(value) {
  return JSON.parse(
    JSON.stringify(value, (_, each) => (typeof each === 'number' ? Number(each.toFixed(2)) : each)),
  );
}
