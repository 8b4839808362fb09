// @ts-check
/**
 * `npm run combinations`: every export idiom meets every import idiom, at several positions, with either side kept or
 * not; then cycles and load orders. Each is a small project that runs before and after its conversion.
 *
 *   node campaigns/combinations/main.mjs [--rounds N] [--only TEXT] [--every N [--from K]] [--late N] [--alone]
 *
 * Each pair meets in `--rounds` of its 39 positions and sides; `--every` takes each Nth project, from the Kth on.
 * `--late` takes each Nth of the tens of thousands of objects that load a module when they are converted or read.
 * `ESMSHIFT_NODE` names the Node binary that runs the projects. Exit status 1 where anything came out differently.
 *
 * @typedef {import('./combine.mjs').Project} Project
 */
import { parseArgs } from 'node:util';
import { combinations, projectOf } from './combine.mjs';
import { compare } from './compare.mjs';
import { cycleProjects } from './cycles.mjs';
import { lateObjectProjects } from './late-objects.mjs';
import { orderProjects } from './load-order.mjs';

// Not named in a static import: types are checked before anything is built.
/** @type {typeof import('../../src/index.ts')} */
const { plan } = await import(new URL('../../dist/src/index.js', import.meta.url).href);

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '3' },
    only: { type: 'string', default: '' },
    late: { type: 'string', default: '50' },
    every: { type: 'string', default: '1' },
    from: { type: 'string', default: '0' },
    alone: { type: 'boolean', default: false },
  },
});
const node = process.env.ESMSHIFT_NODE ?? process.execPath;
const [every, from] = [Number(values.every), Number(values.from)];

const failed = [
  await report('cycles', cycleProjects(), true),
  await report('load orders', orderProjects(), true),
  await report('late objects', everyNth(lateObjectProjects(), Number(values.late)), true),
  await report('combinations', combinations(Number(values.rounds)).map(projectOf), values.alone),
];
process.exitCode = failed.includes(true) ? 1 : 0;

/**
 * @param {string} title
 * @param {readonly Project[]} projects
 * @param {boolean} alone
 * @returns {Promise<boolean>} whether anything came out differently
 */
async function report(title, projects, alone) {
  const options = { plan, node, alone, onDifference: show };
  const selected = projects
    .filter(({ name }) => name.includes(values.only))
    .filter((_, index) => index >= from && (index - from) % every === 0);
  const { counts, differences } = await compare(selected, options);
  const files = `${counts.converted} files converted, ${counts.refused} refused`;
  console.log(`${title}: ${counts.projects} projects (${files}), ${differences.length} behave differently`);
  return differences.length > 0;
}

/**
 * @param {readonly Project[]} items
 * @param {number} step
 */
function everyNth(items, step) {
  return items.filter((_, index) => index % step === 0);
}

/** @param {import('./compare.mjs').Difference} difference */
function show({ project, before, after, output }) {
  console.log(`\n=== ${project.name}`);
  for (const [path, text] of Object.entries(project.files)) console.log(`--- ${path}\n${text}`);
  for (const [path, text] of Object.entries(output)) console.log(`+++ ${path}\n${text}`);
  console.log('before', before);
  console.log('after', after);
}
