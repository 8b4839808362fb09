// @ts-check
/**
 * `npm run fuzz -- [--seconds 600] [--seed N] [--projects N] [--no-shrink]`: generates projects, runs each before and after its
 * conversion, and prints any that comes out differently, made as small as it gets. An interrupt (Ctrl-C) ends it after the
 * batches that run, with what was counted until then.
 *
 * Project number i of a campaign has the seed N + i, so that it can be made again on its own. Exit status 1 where
 * anything came out differently.
 *
 * @typedef {import('../combinations/combine.mjs').Project} Project
 */
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { campaign } from './campaign.mjs';

// Not named in a static import: types are checked before anything is built.
/** @type {typeof import('../../src/index.ts')} */
const { plan } = await import(new URL('../../dist/src/index.js', import.meta.url).href);

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '600' },
    seed: { type: 'string', default: '1' },
    projects: { type: 'string', default: '1000000000' },
    'no-shrink': { type: 'boolean', default: false },
  },
});
// A file system in memory, where there is one: the projects are many small files.
if (process.env.TMPDIR === undefined && existsSync('/dev/shm')) process.env.TMPDIR = '/dev/shm';
const started = performance.now();
const interrupted = new AbortController();
for (const name of ['SIGINT', 'SIGTERM']) process.once(name, () => interrupted.abort());
// Not `AbortSignal.any` of a timeout, which Node 20 may collect before it comes (observed: 1,200 seconds became 1,700).
setTimeout(() => interrupted.abort(), Number(values.seconds) * 1000).unref();
const { counts, differences, limits, refusals } = await campaign({
  plan,
  seed: Number(values.seed),
  projects: Number(values.projects),
  signal: interrupted.signal,
  ...(values['no-shrink'] ? { shrink: 0 } : {}),
  onDifference: show,
});
const share = ((100 * counts.refused) / Math.max(1, counts.refused + counts.converted)).toFixed(1);
const seconds = ((performance.now() - started) / 1000).toFixed(0);
console.log(
  `seeds ${values.seed} to ${Number(values.seed) + counts.projects - 1}: ${counts.projects} projects in ${seconds} s, ` +
    `${counts.converted} files converted, ${counts.refused} refused (${share} %), ${differences} different, ${limits} by the known limit`,
);
const needless = ((100 * refusals.refused) / Math.max(1, refusals.judged)).toFixed(1);
console.log(
  `of ${refusals.judged} files without a hazard put in on purpose ${refusals.refused} are refused (${needless} %)`,
);
for (const { code, files, sample } of refusals.byCode())
  console.log(`  ${String(files).padStart(6)}  ${code}  (seed ${sample.seed}: ${sample.path})`);
process.exitCode = differences > 0 ? 1 : 0;

/**
 * Ready to be put into a test: the files, and what they did before and after.
 *
 * @param {number} seed
 * @param {import('../combinations/compare.mjs').Difference} difference
 */
function show(seed, { project, before, after, output }) {
  console.log(`\n=== seed ${seed}`);
  for (const [path, text] of Object.entries(project.files))
    if (path.endsWith('js') && !path.includes('node_modules')) console.log(`--- ${path}\n${text}`);
  for (const [path, text] of Object.entries(output))
    if (path.endsWith('js') && !path.includes('node_modules')) console.log(`+++ ${path}\n${text}`);
  console.log('before', before);
  console.log('after', after);
}
