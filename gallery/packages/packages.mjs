// Whole packages, converted by one command as a user would, then loaded from outside and put to work.

import { runNode } from '../children.mjs';
import { countsOf } from './counts.mjs';
import { doorsOf } from './doors.mjs';
import { keepResult } from './results.mjs';
import { buildSite, removeSite } from './site.mjs';
import { compareSurfaces } from './surface.mjs';
import { compareWork, workOf } from './work.mjs';

/** @typedef {import('../../scripts/corpus-store.mjs').CorpusPackage} CorpusPackage */
/** @typedef {import('../../src/index.ts').Report} Report */
/** @typedef {import('../tool.mjs').Tool} Tool */
/** @typedef {import('./counts.mjs').Counts} Counts */

/**
 * @typedef {object} PackageResult
 * @property {string} spec
 * @property {Counts} counts
 * @property {number} doors  that were opened from outside
 * @property {{ door: string, reason: string }[]} surface  what differs
 * @property {string[] | null} work  what differs; null where the gallery has no script for the package
 */

/**
 * @param {readonly CorpusPackage[]} chosen
 * @param {Tool} tool
 * @returns {Promise<boolean>} whether none differs
 */
export async function packages(chosen, tool) {
  const results = [];
  for (const pkg of chosen) {
    const result = await comparePackage(pkg, tool);
    results.push(result);
    print(result);
    // One by one: a run over the whole corpus takes long, and may be interrupted.
    if (tool.as === 'package') keepResult(result);
  }
  const worked = results.filter(({ work }) => work !== null).length;
  const different = results.filter(({ surface, work }) => surface.length > 0 || work?.length).length;
  console.log(`\n${results.length} packages compared, ${worked} of them put to work, ${different} different`);
  return different === 0;
}

/**
 * @param {CorpusPackage} pkg
 * @param {Tool} tool
 * @returns {Promise<PackageResult>}
 */
export async function comparePackage(pkg, tool) {
  const [before, after] = [buildSite(pkg), buildSite(pkg)];
  try {
    const report = await convertInPlace(after.folder, tool);
    const { compared, different } = await compareSurfaces(before, after, doorsOf(before));
    const script = workOf(pkg.name);
    const work = script === null ? null : await compareWork(before, after, script);
    const counts = countsOf(report);
    return { spec: pkg.spec, counts, doors: compared, surface: different, work };
  } finally {
    removeSite(before);
    removeSite(after);
  }
}

/**
 * @param {string} folder
 * @param {Tool} tool
 * @returns {Promise<Report>}
 * @throws where the command fails
 */
async function convertInPlace(folder, { cli, as }) {
  const { exitCode, stdout, stderr } = await runNode(
    [cli, '--write', '--as', as, '--allow-no-vcs', '--json'],
    {
      cwd: folder,
      seconds: 300,
    },
  );
  if (exitCode !== 0) throw new Error(`esmshift ended with ${exitCode} in ${folder}:\n${stderr}`);
  return JSON.parse(stdout);
}

/** @param {PackageResult} result */
function print({ spec, counts, doors, surface, work }) {
  const { converted, unchanged, refused, error } = counts;
  const files = `${converted} converted, ${unchanged} unchanged, ${refused} refused, ${error} in error`;
  const outcome = [
    `${doors} doors ${surface.length === 0 ? 'same' : 'DIFFERENT'}`,
    work === null ? 'no work' : `work ${work.length === 0 ? 'same' : 'DIFFERENT'}`,
  ];
  console.log(`${spec}: ${files}; ${outcome.join(', ')}`);
  for (const { door, reason } of surface) console.log(`  ${door}\n    ${reason.slice(0, 600)}`);
  for (const reason of work ?? []) console.log(`  work ${reason}`);
}
