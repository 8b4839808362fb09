// Whole packages, converted by one command as a user would, then loaded from outside and put to work.

import { runNode } from '../children.mjs';
import { doorsOf } from './doors.mjs';
import { buildSite, removeSite } from './site.mjs';
import { compareSurfaces } from './surface.mjs';
import { compareWork, workOf } from './work.mjs';

/** @typedef {import('../../scripts/corpus-store.mjs').CorpusPackage} CorpusPackage */
/** @typedef {import('../../src/index.ts').Report} Report */
/** @typedef {import('../tool.mjs').Tool} Tool */

/**
 * @typedef {object} PackageResult
 * @property {string} spec
 * @property {Report} report
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
  let different = 0;
  let worked = 0;
  for (const pkg of chosen) {
    const result = await comparePackage(pkg, tool);
    if (result.surface.length > 0 || result.work?.length) different += 1;
    if (result.work !== null) worked += 1;
    print(result);
  }
  console.log(`\n${chosen.length} packages compared, ${worked} of them put to work, ${different} different`);
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
    return { spec: pkg.spec, report, doors: compared, surface: different, work };
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
async function convertInPlace(folder, { cli }) {
  const { exitCode, stdout, stderr } = await runNode([cli, '--write', '--json'], {
    cwd: folder,
    seconds: 300,
  });
  if (exitCode !== 0) throw new Error(`esmshift ended with ${exitCode} in ${folder}:\n${stderr}`);
  return JSON.parse(stdout);
}

/** @param {PackageResult} result */
function print({ spec, report, doors, surface, work }) {
  const { converted, unchanged, refused, error } = report.summary;
  const counts = `${converted} converted, ${unchanged} unchanged, ${refused} refused, ${error} in error`;
  const outcome = [
    `${doors} doors ${surface.length === 0 ? 'same' : 'DIFFERENT'}`,
    work === null ? 'no work' : `work ${work.length === 0 ? 'same' : 'DIFFERENT'}`,
  ];
  console.log(`${spec}: ${counts}; ${outcome.join(', ')}`);
  for (const { door, reason } of surface) console.log(`  ${door}\n    ${reason.slice(0, 600)}`);
  for (const reason of work ?? []) console.log(`  work ${reason}`);
}
