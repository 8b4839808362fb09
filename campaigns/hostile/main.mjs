// @ts-check
/**
 * `npm run hostile -- [--files 2000] [--seed N]`: what is deep or long, what is made of itself, the syntax
 * tests of test262, and scripts of the corpus, mutated, must neither crash nor hang the converter, nor make it hand out
 * what does not parse. Exit status 1 where one does.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { corpusScripts } from '../corpus-scripts.mjs';
import { randomFrom } from '../crash/random.mjs';
import { harmByCircles } from './circles.mjs';
import { harm } from './harm.mjs';
import { mutated } from './mutate.mjs';
import { nestedTexts } from './nesting.mjs';
import { isCommonJs, runsAsCommonJs, runsAsModule, syntaxTests } from './syntax.mjs';

// Not named in a static import: types are checked before anything is built.
/** @type {typeof import('../../src/index.ts')} */
const { convert, plan } = await import(new URL('../../dist/src/index.js', import.meta.url).href);

const { values } = parseArgs({
  options: { files: { type: 'string', default: '2000' }, seed: { type: 'string', default: '1' } },
});
let harmful = 0;
let count = 0;

/**
 * @param {string} name
 * @param {string} text
 * @param {string | null} [found]
 */
function judge(name, text, found = harm(convert, text)) {
  count++;
  if (found === null) return;
  harmful++;
  console.log(`=== ${name}: ${found}\n${JSON.stringify(text.slice(0, 2000))}`);
}

for (const [name, text] of Object.entries(nestedTexts(10_000))) judge(`10,000 ${name}`, text);
console.log(`${count} deep or long texts, ${harmful} harmful`);
count = 0;
for (const { name, source } of syntaxTests()) {
  judge(name, source);
  const { status, code } = convert(source);
  if ((status !== 'converted' && status !== 'unchanged') || !isCommonJs(source)) continue;
  const [before, after] = [await runsAsCommonJs(source), await runsAsModule(code)].map((one) =>
    JSON.stringify(one),
  );
  judge(name, source, before === after ? null : `${before} became ${after}`);
}
console.log(`${count} syntax tests parsed and run, ${harmful} harmful in all`);
const random = randomFrom(Number(values.seed));
const circles = 4 * Number(values.files);
const found = await harmByCircles(plan, circles, random);
for (const one of found) console.log(`=== circle: ${one}`);
harmful += found.length;
console.log(`${circles} texts made of themselves, ${harmful} harmful in all`);
const scripts = corpusScripts(20_000);
if (scripts.length === 0) throw new Error('No package is installed: npm run corpus');
for (let index = 0; index < Number(values.files); index++) {
  const path = /** @type {string} */ (scripts[Math.floor(random() * scripts.length)]);
  judge(`mutation ${index} of ${path}`, mutated(readFileSync(path, 'utf8'), random));
  if ((index + 1) % 10_000 === 0) console.log(`${index + 1} mutated files, ${harmful} harmful in all`);
}
console.log(`seed ${values.seed}: ${values.files} mutated files, ${harmful} harmful in all`);
process.exitCode = harmful > 0 ? 1 : 0;
