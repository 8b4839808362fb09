// @ts-check
/** What must not matter about a run: in which order files are named, how many threads work, whether it is the second. */
import { inFolder, textsBelow } from './folder.mjs';
import { verdictOf } from './verdict.mjs';

/**
 * @typedef {typeof import('../../src/plan.ts').plan} Planner
 * @typedef {Awaited<ReturnType<Planner>>} Plan
 */

/**
 * @param {readonly import('../combinations/combine.mjs').Project[]} projects
 * @param {Planner} plan
 * @returns {Promise<string[]>} one line for each rule that is broken
 */
export function brokenRuns(projects, plan) {
  return inFolder(projects, async (cwd) => {
    const planned = await plan({ cwd });
    const sources = planned.report.files.filter(({ kind }) => kind === 'source').map(({ path }) => path);
    // Both times by name: `.cjs` files are converted only where they are named.
    const forwards = await plan({ cwd, paths: sources });
    const backwards = await plan({ cwd, paths: sources.toReversed() });
    const alone = await plan({ cwd, jobs: 1 });
    const broken = [
      ...different('named backwards', forwards, backwards),
      ...different('one thread', planned, alone),
    ];
    const expected = textsAfter(textsBelow(cwd), planned);
    const written = await planned.write();
    if (JSON.stringify(written.files) !== JSON.stringify(planned.report.files))
      broken.push('write: its report is not that of the dry run');
    const texts = textsBelow(cwd);
    for (const path of new Set([...expected.keys(), ...texts.keys()]))
      if (expected.get(path) !== texts.get(path))
        broken.push(`write: ${path} is not what the dry run showed`);
    const again = await plan({ cwd });
    for (const { path, output, after } of again.files)
      if (after !== null || output !== path) broken.push(`twice: ${path} changes again`);
    return broken;
  });
}

/**
 * @param {string} how
 * @param {Plan} planned
 * @param {Plan} other
 */
function different(how, planned, other) {
  const told = tellingOf(other);
  const lines = [...tellingOf(planned)].filter(([path, text]) => told.get(path) !== text);
  return lines.map(([path, text]) => `${how}: ${path}: ${line(text)} -> ${line(told.get(path))}`);
}

/** @param {string} [text] */
function line(text) {
  return text?.split('\n')[0];
}

/** @param {Plan} planned */
function tellingOf({ files }) {
  return new Map(
    files.map(({ path, output, row, after }) => [path, `${output} ${verdictOf(row)}\n${after ?? ''}`]),
  );
}

/**
 * @param {ReadonlyMap<string, string>} before
 * @param {Plan} planned
 */
function textsAfter(before, { files }) {
  const texts = new Map(before);
  const changed = files.filter(({ after, path, output }) => after !== null || path !== output);
  for (const { path, added } of changed) if (!added) texts.delete(path);
  for (const { path, output, after } of changed) texts.set(output, after ?? before.get(path) ?? '');
  return texts;
}
