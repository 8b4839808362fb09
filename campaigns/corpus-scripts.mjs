// @ts-check
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { corpusPackages, isInstalled } from '../scripts/corpus-store.mjs';

/**
 * The scripts of the installed packages of the corpus, always in the same order.
 *
 * @param {number} [largest] size in bytes
 */
export function corpusScripts(largest = 60_000) {
  return corpusPackages()
    .filter(isInstalled)
    .flatMap(({ path }) => readdirSync(path, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && /\.jsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => statSync(path).size <= largest)
    .sort();
}
