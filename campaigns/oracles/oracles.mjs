// @ts-check
import { readFileSync } from 'node:fs';
import { judge } from './judge.mjs';

/**
 * The disagreements that are understood, each with its reason.
 *
 * @type {{ reasons: Record<string, string>, disagreements: Record<string, string> }}
 */
export const known = JSON.parse(readFileSync(new URL('known.json', import.meta.url), 'utf8'));

/**
 * @param {ReadonlyMap<string, readonly import('./installed.mjs').Door[]>} packages
 * @param {import('./judge.mjs').Scan} scan
 * @returns {{ counts: import('./judge.mjs').Judged['counts'], unknown: string[], settled: string[] }} `unknown`: what has
 *   no reason; `settled`: what has one but is a disagreement no more
 */
export function askOracles(packages, scan) {
  const counts = { doors: 0, claimed: 0, lexed: 0, loaded: 0 };
  /** @type {Set<string>} */
  const found = new Set();
  for (const doors of packages.values()) {
    const judged = judge(doors, scan);
    for (const text of judged.disagreements) found.add(text);
    for (const name of /** @type {const} */ (['doors', 'claimed', 'lexed', 'loaded']))
      counts[name] += judged.counts[name];
  }
  const names = new Set([...packages.values()].flat().map(({ name }) => name));
  const expected = Object.keys(known.disagreements).filter((text) => names.has(text.split(': ')[0] ?? ''));
  return {
    counts,
    unknown: [...found].filter((text) => !Object.hasOwn(known.disagreements, text)),
    settled: expected.filter((text) => !found.has(text)),
  };
}
