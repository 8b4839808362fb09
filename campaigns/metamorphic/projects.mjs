// @ts-check
/** Whole projects: in every variant they get the same verdicts, and do after the conversion what they did before. */
import { compare } from '../combinations/compare.mjs';
import { isReal } from '../fuzz/campaign.mjs';
import { inFolder } from './folder.mjs';
import { variants } from './variants.mjs';
import { varied } from './varied.mjs';
import { verdictOf } from './verdict.mjs';

/**
 * @typedef {import('../combinations/combine.mjs').Project} Project
 * @typedef {import('./runs.mjs').Planner} Planner
 */

/**
 * @param {readonly Project[]} projects
 * @param {Planner} plan
 * @returns {Promise<string[]>} one line for each difference
 */
export async function differentProjects(projects, plan) {
  const expected = await verdicts(projects, plan);
  // What is wrong anyway is for `npm run fuzz` to tell.
  const wrong = await differing(projects, plan);
  const lines = [];
  for (const name of Object.keys(variants)) {
    const others = projects.map((project) => varied(project, name));
    const found = await verdicts(others, plan);
    for (const [path, verdict] of expected)
      if (found.get(path) !== verdict) lines.push(`${name}: ${path}: ${verdict} -> ${found.get(path)}`);
    for (const index of await differing(others, plan))
      if (!wrong.includes(index)) lines.push(`${name}: project ${index} behaves differently`);
  }
  return lines;
}

/**
 * @param {readonly Project[]} projects
 * @param {Planner} plan
 */
function verdicts(projects, plan) {
  return inFolder(projects, async (cwd) => {
    const { report } = await plan({ cwd });
    return new Map(report.files.map((row) => [row.path, `${row.output} ${verdictOf(row)}`]));
  });
}

/**
 * @param {readonly Project[]} projects
 * @param {Planner} plan
 * @returns {Promise<number[]>} the numbers of those that behave differently after their conversion
 */
async function differing(projects, plan) {
  const { differences } = await compare(projects, { plan });
  return differences.filter(isReal).map(({ project }) => projects.indexOf(project));
}
