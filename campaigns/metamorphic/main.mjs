// @ts-check
/**
 * `npm run metamorphic -- [--seconds 300] [--seed N]`: generated projects and files of real packages, said in other ways
 * (campaigns/metamorphic/variants.mjs), must get the same verdicts and behave the same. Exit status 1 where anything
 * differs.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { corpusScripts } from '../corpus-scripts.mjs';
import { randomFrom } from '../crash/random.mjs';
import { projectOf } from '../fuzz/campaign.mjs';
import { differentVerdicts } from './files.mjs';
import { differentProjects } from './projects.mjs';
import { brokenRuns } from './runs.mjs';

// Not named in a static import: types are checked before anything is built.
/** @type {typeof import('../../src/index.ts')} */
const { convert, plan } = await import(new URL('../../dist/src/index.js', import.meta.url).href);

const { values } = parseArgs({
  options: { seconds: { type: 'string', default: '300' }, seed: { type: 'string', default: '1' } },
});
const perBatch = 30;
const filesPerBatch = 40;
/** So many projects have more files than one thread takes; they run once, before the clock starts. */
const manyProjects = 600;

const random = randomFrom(Number(values.seed));
const scripts = corpusScripts();
let seed = Number(values.seed);
const counts = { projects: 0, files: 0, different: 0 };

show(await brokenRuns(projectsFrom(seed, manyProjects), plan), seed);
const until = performance.now() + Number(values.seconds) * 1000;
while (performance.now() < until) {
  const projects = projectsFrom(seed, perBatch);
  show(await differentProjects(projects, plan), seed);
  show(await brokenRuns(projects, plan), seed);
  counts.projects += projects.length;
  seed += perBatch;
  for (let index = 0; index < filesPerBatch && scripts.length > 0; index++) {
    const path = /** @type {string} */ (scripts[Math.floor(random() * scripts.length)]);
    for (const line of differentVerdicts(convert, readFileSync(path, 'utf8'), path)) show([line], path);
    counts.files++;
  }
}
console.log(
  `seeds ${values.seed} to ${seed - 1}: ${counts.projects} projects, ${counts.files} real files, ${counts.different} different`,
);
process.exitCode = counts.different > 0 ? 1 : 0;

/**
 * @param {number} first
 * @param {number} count
 */
function projectsFrom(first, count) {
  return Array.from({ length: count }, (_, index) => projectOf(first + index));
}

/**
 * @param {readonly string[]} lines
 * @param {number | string} where the first seed of the batch, or the file
 */
function show(lines, where) {
  counts.different += lines.length;
  for (const line of lines) console.log(`${where}: ${line}`);
}
