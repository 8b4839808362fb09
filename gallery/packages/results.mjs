// What was found of each package, kept between runs in gallery/results.json, from which the tables are made.

import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/**
 * @typedef {object} Row
 * @property {import('./counts.mjs').Counts} counts
 * @property {number} doors
 * @property {number} differentDoors
 * @property {'same' | 'different' | null} work  null where the gallery has no script
 * @property {string[]} reasons  what differs, each in one line
 */

const file = new URL('../results.json', import.meta.url);

/** @returns {Record<string, Row>} by `name@version` */
export function keptResults() {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
}

/** @param {import('./packages.mjs').PackageResult} result */
export function keepResult({ spec, counts, doors, surface, work }) {
  const row = {
    counts,
    doors,
    differentDoors: surface.length,
    work: work === null ? null : work.length === 0 ? 'same' : 'different',
    reasons: [...surface.map(({ door, reason }) => `${door}, ${reason}`), ...(work ?? [])].map(inOneLine),
  };
  const rows = Object.entries({ ...keptResults(), [spec]: row }).sort(([a], [b]) => (a < b ? -1 : 1));
  writeFileSync(file, `${JSON.stringify(Object.fromEntries(rows), null, 2)}\n`);
}

/** @param {string} reason */
function inOneLine(reason) {
  return reason.replace(/\s+/g, ' ').slice(0, 300);
}
