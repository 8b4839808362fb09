// @ts-check
/**
 * `npm run oracles`: what our facts say of the exports of installed packages, against cjs-module-lexer and against
 * `Object.keys(require(x))`. Each disagreement has to have a reason in known.json, and each of these has to be one still.
 */
import { fileURLToPath } from 'node:url';
import { corpusPackages, isInstalled } from '../../scripts/corpus-store.mjs';
import { doorsIn } from './installed.mjs';
import { askOracles, known } from './oracles.mjs';

// Not named in a static import: types are checked before anything is built.
/** @type {typeof import('../../src/checker/scan.ts')} */
const { scan } = await import(new URL('../../dist/src/checker/scan.js', import.meta.url).href);

const homes = corpusPackages()
  .filter(isInstalled)
  .map(({ home }) => `${home}/node_modules`);
const packages = doorsIn([fileURLToPath(new URL('../../node_modules', import.meta.url)), ...homes]);
const { counts, unknown, settled } = askOracles(packages, scan);
for (const text of unknown) console.log(`without a reason: ${text}`);
for (const text of settled) console.log(`agrees by now: ${text}`);
const reasons = Object.values(known.disagreements);
console.log(
  `${packages.size} packages, ${counts.doors} CommonJS doors; names are known of ${counts.claimed}, ` +
    `compared with the lexer for ${counts.lexed}, with what loads for ${counts.loaded}`,
);
for (const [name, text] of Object.entries(known.reasons))
  console.log(`${reasons.filter((reason) => reason === name).length} disagreements: ${text}`);
process.exitCode = unknown.length + settled.length > 0 ? 1 : 0;
