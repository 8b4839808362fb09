// @ts-check
/** The tests of the fixed slice. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './place.mjs';

/** These start what is built, in which there are no mutants. */
const onBuilt = /^__tests__\/(?:apply|browser|cli|doctor|gallery|verify|pack\.|package\.|corpus\.)/;
/** What these take is beyond any patience: what only they notice counts as alive. */
const slow =
  /^__tests__\/(?:bytes|combinations|examples|fuzz|hostile|hybrid|metamorphic|oracles|programs\/programs|transforms)\b/;

/** What runs in these tests is the very text that another one compares byte for byte. */
export const tellsNoMore = /> the conversion runs the same >/;

/** @returns {readonly string[]} paths */
export function testFiles() {
  const entries = readdirSync(join(root, '__tests__'), { recursive: true, encoding: 'utf8' });
  return entries
    .filter((path) => path.endsWith('.test.ts'))
    .map((path) => join('__tests__', path))
    .filter((path) => !onBuilt.test(path) && !slow.test(path))
    .sort();
}
