// @ts-check
/**
 * `npm run hostile -- [--files 2000] [--seed N]`: scripts of the corpus, mutated, must neither crash nor hang the
 * converter, nor make it hand out what does not parse. Exit status 1 where one does.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { corpusScripts } from '../corpus-scripts.mjs';
import { randomFrom } from '../crash/random.mjs';
import { harm } from './harm.mjs';
import { mutated } from './mutate.mjs';

// Not named in a static import: types are checked before anything is built.
/** @type {typeof import('../../src/index.ts')} */
const { convert } = await import(new URL('../../dist/src/index.js', import.meta.url).href);

const { values } = parseArgs({
  options: { files: { type: 'string', default: '2000' }, seed: { type: 'string', default: '1' } },
});
const random = randomFrom(Number(values.seed));
const scripts = corpusScripts(20_000);
if (scripts.length === 0) throw new Error('No package is installed: npm run corpus');
let harmful = 0;
for (let index = 0; index < Number(values.files); index++) {
  const path = /** @type {string} */ (scripts[Math.floor(random() * scripts.length)]);
  const text = mutated(readFileSync(path, 'utf8'), random);
  const found = harm(convert, text);
  if (found === null) continue;
  harmful++;
  console.log(`=== mutation ${index} of ${path}: ${found}\n${JSON.stringify(text.slice(0, 2000))}`);
}
console.log(`seed ${values.seed}: ${values.files} mutated files, ${harmful} harmful`);
process.exitCode = harmful > 0 ? 1 : 0;
