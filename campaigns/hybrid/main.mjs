// @ts-check
/**
 * `npm run floors`: projects in which much stays CommonJS, converted and run on the oldest and the newest Node of each
 * line: one with a file of each kind, and one with the example of every refusal.
 *
 * `ESMSHIFT_NODE` names the Node binary. Exit status 1 where anything came out differently.
 */
import { refusalPrograms } from './examples.mjs';
import { compareHybrid, comparePrograms } from './hybrid.mjs';

const node = process.env.ESMSHIFT_NODE ?? process.execPath;

const failed = [
  report('a file of each kind', await compareHybrid(node)),
  report('an example of each refusal', await comparePrograms(node, await refusalPrograms())),
];
process.exitCode = failed.includes(true) ? 1 : 0;

/**
 * @param {string} title
 * @param {import('./hybrid.mjs').Compared} compared
 * @returns {boolean} whether anything came out differently
 */
function report(title, { report: { summary }, runs, different, touched }) {
  const files = `${summary.converted} files converted, ${summary.refused} refused`;
  console.log(`${title}: ${files}; ${runs.length} runs, ${different.length} different`);
  for (const { command, before, after } of different) console.log(`  node ${command}`, before, after);
  if (touched.length > 0) console.log(`  a second run changed ${touched.join(', ')}`);
  return different.length > 0 || touched.length > 0;
}
