// @ts-check
/** Runs small projects before and after their conversion and compares what they do. */
import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * @typedef {import('./combine.mjs').Project} Project
 * @typedef {typeof import('../../src/plan.ts').plan} Planner
 *
 * @typedef {import('../../src/project/report.ts').FileReport} FileReport
 *
 * @typedef {object} Run
 * @property {string} stdout
 * @property {string} stderr
 * @property {number | string} status
 *
 * @typedef {object} Difference
 * @property {Project} project
 * @property {Run} before
 * @property {Run} after
 * @property {Readonly<Record<string, string>>} output the converted files
 *
 * @typedef {object} Options
 * @property {Planner} plan
 * @property {string} [node] the binary that runs the projects
 * @property {boolean} [alone] a process for each run: `node main.js`; else one imports the entries of many projects,
 *   and only those that differ run alone
 * @property {(difference: Difference) => void} [onDifference]
 * @property {(project: Project, files: readonly FileReport[]) => void} [onReport] what became of the files of each
 *
 * @typedef {object} Counts
 * @property {number} projects
 * @property {number} converted files
 * @property {number} refused files
 */

/** Projects that are planned together, each a package of its own in one folder. */
const perPlan = 60;

/**
 * @param {readonly Project[]} projects
 * @param {Options} options
 * @returns {Promise<{ counts: Counts, differences: Difference[] }>}
 */
export async function compare(
  projects,
  { plan, node = process.execPath, alone = false, onDifference, onReport },
) {
  const counts = { projects: 0, converted: 0, refused: 0 };
  /** @type {Difference[]} */
  const differences = [];
  for (let start = 0; start < projects.length; start += perPlan) {
    const batch = projects.slice(start, start + perPlan);
    const root = mkdtempSync(join(tmpdir(), 'esmshift-combinations-'));
    try {
      const { outputs, faults } = await convertAll(batch, root, { plan, counts, onReport });
      const entries = {
        before: batch.map((_, index) => join(root, 'before', `${index}`, 'main.js')),
        after: batch.map((_, index) => join(root, 'after', `${index}`, outputs[index] ?? 'main.js')),
      };
      const suspects = alone
        ? [...batch.keys()]
        : [...new Set([...faults.keys(), ...(await differing(node, entries))])];
      await eachOf(suspects, async (index) => {
        const [before, after] = await Promise.all([
          run(node, entries.before[index] ?? ''),
          faults.get(index) ?? run(node, entries.after[index] ?? ''),
        ]);
        if (same(before, after)) return;
        const output = filesBelow(join(root, 'after', `${index}`));
        const difference = { project: /** @type {Project} */ (batch[index]), before, after, output };
        differences.push(difference);
        onDifference?.(difference);
      });
    } finally {
      rmSync(root, { recursive: true, force: true });
    }
  }
  return { counts, differences };
}

/**
 * Writes each project twice and converts the second one.
 *
 * @param {readonly Project[]} projects
 * @param {string} root
 * @param {{ plan: Planner, counts: Counts, onReport: Options['onReport'] }} options
 * @returns {Promise<{ outputs: string[], faults: Map<number, Run> }>} the entry of each project after the conversion, and
 *   those in which a file came to nothing by a fault of ours, in place of a run
 */
async function convertAll(projects, root, { plan, counts, onReport }) {
  for (const [index, { files }] of projects.entries()) {
    for (const [path, text] of Object.entries(files)) {
      const file = join(root, 'before', `${index}`, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
  }
  cpSync(join(root, 'before'), join(root, 'after'), { recursive: true });
  const report = await (await plan({ cwd: join(root, 'after') })).write();
  counts.projects += projects.length;
  counts.converted += report.summary.converted;
  counts.refused += report.summary.refused;
  if (onReport)
    for (const [index, project] of projects.entries()) onReport(project, filesOf(report, `${index}/`));
  const outputs = new Map(report.files.map(({ path, output }) => [path, output]));
  return {
    outputs: projects.map((_, index) => (outputs.get(`${index}/main.js`) ?? '').slice(`${index}/`.length)),
    faults: faultsIn(report),
  };
}

/** What none of the projects gives a reason for. */
const faulty = new Set(['internal-output-invalid', 'nested-too-deeply']);

/**
 * @param {import('../../src/project/report.ts').Report} report
 * @returns {Map<number, Run>} by project
 */
function faultsIn({ files }) {
  const found = files.flatMap(({ path, diagnostics }) =>
    diagnostics.filter(({ code }) => faulty.has(code)).map(({ code }) => ({ path, code })),
  );
  return new Map(
    found.map(({ path, code }) => [
      parseInt(path, 10),
      { stdout: '', stderr: `${code}: ${path}`, status: 'fault' },
    ]),
  );
}

/**
 * The rows of one project's sources, with paths in it.
 *
 * @param {import('../../src/project/report.ts').Report} report
 * @param {string} folder
 */
function filesOf({ files }, folder) {
  return files
    .filter(({ kind, path }) => kind === 'source' && path.startsWith(folder))
    .map((file) => ({ ...file, path: file.path.slice(folder.length) }));
}

/**
 * @param {string} folder
 * @returns {Record<string, string>}
 */
function filesBelow(folder) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(files.map((file) => [relative(folder, file), readFileSync(file, 'utf8')]));
}

/**
 * @template T
 * @param {readonly T[]} items
 * @param {(item: T) => Promise<void>} work done for two at a time
 */
async function eachOf(items, work) {
  const queue = items.values();
  const worker = async () => {
    for (const item of queue) await work(item);
  };
  await Promise.all([worker(), worker()]);
}

/**
 * @param {string} node
 * @param {{ before: readonly string[], after: readonly string[] }} entries
 * @returns {Promise<number[]>} the projects that behave differently, and those of which a run together tells nothing since
 *   one of them ended it
 */
async function differing(node, entries) {
  const [before, after] = await Promise.all([runMany(node, entries.before), runMany(node, entries.after)]);
  return [...entries.before.keys()].filter((index) => !before[index] || before[index] !== after[index]);
}

/**
 * @param {string} node
 * @param {readonly string[]} entries
 * @returns {Promise<string[]>} a line for each
 */
async function runMany(node, entries) {
  const script = fileURLToPath(new URL('run-many.mjs', import.meta.url));
  const { stdout } = await execute(node, [script, ...entries], process.cwd());
  return stdout.split('\n');
}

/**
 * @param {string} node
 * @param {string} entry
 * @returns {Promise<Run>}
 */
async function run(node, entry) {
  const { stdout, stderr, status } = await execute(node, [entry], dirname(entry));
  return { stdout, stderr: errorsIn(stderr), status };
}

/**
 * @param {string} node
 * @param {readonly string[]} args
 * @param {string} cwd
 * @returns {Promise<Run>}
 */
function execute(node, args, cwd) {
  return new Promise((resolve) => {
    execFile(node, args, { cwd, timeout: 60_000 }, (error, stdout, stderr) => {
      resolve({ stdout, stderr, status: error === null ? 0 : (error.code ?? error.signal ?? 'unknown') });
    });
  });
}

export const PRIMITIVE = 'TypeError: property of a primitive value';
/** What programs may print of such an error that they catch. */
export const ON_PRIMITIVE = 'write to a primitive value';

/**
 * Of an error that nobody caught its name and code count: stack traces and the engine's wording may differ. That a
 * property was written on a primitive value is added, for this is not always seen beforehand.
 *
 * @param {string} stderr
 */
function errorsIn(stderr) {
  const uncaught = /^(?:Uncaught )?(\w*Error(?: \[\w+\])?)(?::|$)/m.exec(stderr);
  const onPrimitive = /^TypeError: Cannot create property .* on (?:boolean|number|string) /m.test(stderr);
  if (onPrimitive) return PRIMITIVE;
  return uncaught?.[1] ?? stderr.replace(ofCycles, '').replace(/^\(node:\d+\)/gm, '(node)');
}

/** What Node says of CommonJS files in a cycle that read a key which is not there yet. */
const ofCycles =
  /^\(node:\d+\) Warning: Accessing non-existent property .* inside circular dependency\n(?:\(Use .*\n)?/gm;

/**
 * @param {Run} a
 * @param {Run} b
 */
function same(a, b) {
  return a.stdout === b.stdout && a.stderr === b.stderr && a.status === b.status;
}
