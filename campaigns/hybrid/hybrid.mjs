// @ts-check
/** Projects in which much stays CommonJS: converted by the command line tool, and run before and after. */
import { execFile } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * @typedef {import('../../src/index.ts').Report} Report
 *
 * @typedef {object} Compared
 * @property {Report} report of the conversion
 * @property {Report} again of a second one
 * @property {readonly string[]} runs the commands that were run
 * @property {readonly { command: string, before: Run, after: Run }[]} different
 * @property {readonly string[]} touched files that the second conversion changed
 *
 * @typedef {object} Run
 * @property {string} stdout
 * @property {string} stderr
 * @property {number | string} status
 */

const cli = fileURLToPath(new URL('../../dist/src/cli/bin.js', import.meta.url));
const fixture = fileURLToPath(new URL('../../__testfixtures__/projects/hybrid/', import.meta.url));

/** The project in `__testfixtures__/projects/hybrid`: a file of each kind that stays, among files that convert. */
export function compareHybrid(/** @type {string} */ node) {
  return compareProject(node, (folder) => cpSync(fixture, folder, { recursive: true }), scriptsOf);
}

/**
 * Many small programs in one package, each in a folder of its own with a `main.js`.
 *
 * @param {string} node
 * @param {Readonly<Record<string, Readonly<Record<string, string>>>>} programs
 */
export function comparePrograms(node, programs) {
  const names = Object.keys(programs);
  const write = (/** @type {string} */ folder) => {
    writeAt(join(folder, 'package.json'), '{ "name": "programs", "private": true }\n');
    for (const [name, files] of Object.entries(programs))
      for (const [path, text] of Object.entries(files)) writeAt(join(folder, name, path), text);
  };
  return compareProject(node, write, (_, entryOf) => names.map((name) => [entryOf(`${name}/main.js`)]));
}

/**
 * @param {string} path
 * @param {string} text
 */
function writeAt(path, text) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/** @typedef {(folder: string, entryOf: (path: string) => string) => readonly (readonly string[])[]} Commands */

/**
 * @param {string} node the binary that runs the tool and the project
 * @param {(folder: string) => void} write
 * @param {Commands} commandsOf the arguments of Node for each run
 * @returns {Promise<Compared>}
 */
async function compareProject(node, write, commandsOf) {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'esmshift-hybrid-')));
  const [before, after] = [join(root, 'before'), join(root, 'after')];
  try {
    for (const folder of [before, after]) write(folder);
    const report = await convert(node, after);
    const outputs = new Map(report.files.map(({ path, output }) => [path, output]));
    const left = commandsOf(before, (path) => path);
    const right = commandsOf(after, (path) => outputs.get(path) ?? path);
    const different = [];
    for (const [index, args] of left.entries()) {
      const runs = await Promise.all([run(node, args, before), run(node, right[index] ?? [], after)]);
      // A run that fails before the conversion would show nothing.
      if (runs[0].status !== 0 || JSON.stringify(runs[0]) !== JSON.stringify(runs[1]))
        different.push({ command: args.join(' '), before: runs[0], after: runs[1] });
    }
    const texts = textsBelow(after);
    const again = await convert(node, after);
    const touched = differing(texts, textsBelow(after));
    return { report, again, runs: left.map((args) => args.join(' ')), different, touched };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** `node .`, and what the scripts of package.json start. */
function scriptsOf(/** @type {string} */ folder) {
  const { scripts } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const commands = Object.values(scripts).map((script) => String(script).split(' ').slice(1));
  return [['.'], ...commands];
}

/**
 * @param {string} node
 * @param {string} folder
 * @returns {Promise<Report>}
 * @throws where the tool fails
 */
async function convert(node, folder) {
  const { stdout, stderr, status } = await run(node, [cli, '--write', '--json', '--allow-no-vcs'], folder);
  if (status !== 0) throw new Error(`esmshift ended with ${status}:\n${stderr}`);
  return JSON.parse(stdout);
}

/**
 * @param {string} node
 * @param {readonly string[]} args
 * @param {string} cwd
 * @returns {Promise<Run>}
 */
function run(node, args, cwd) {
  const { NODE_OPTIONS: _, NODE_TEST_CONTEXT: __, ...env } = process.env;
  return new Promise((resolve) => {
    execFile(node, args, { cwd, env, timeout: 60_000, maxBuffer: 2 ** 26 }, (error, stdout, stderr) => {
      const status = error === null ? 0 : (error.code ?? error.signal ?? 'unknown');
      resolve({ stdout: steady(stdout), stderr: errorsIn(stderr), status });
    });
  });
}

/** What the test runner measures differs with every run. */
function steady(/** @type {string} */ stdout) {
  return stdout.replace(/duration_ms:? [\d.]+|\([\d.]+ms\)/g, '');
}

/**
 * Of an error that nobody caught its name and code count: stack traces and the engine's wording may differ. Node warns
 * that it loads an ES module by `require`; other warnings count.
 */
function errorsIn(/** @type {string} */ stderr) {
  const uncaught = /^(?:Uncaught )?(\w*Error(?: \[\w+\])?)(?::|$)/m.exec(stderr);
  if (uncaught !== null) return uncaught[1] ?? '';
  const warnings = stderr.split('\n').filter((line) => /^\(node:\d+\)/.test(line));
  return warnings
    .filter((line) => !line.includes('ExperimentalWarning'))
    .map((line) => line.replace(/\d+/, ''))
    .join('\n');
}

/** @returns {Map<string, string>} by path */
function textsBelow(/** @type {string} */ folder) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return new Map(files.map((file) => [relative(folder, file), readFileSync(file, 'utf8')]));
}

/**
 * @param {Map<string, string>} before
 * @param {Map<string, string>} after
 */
function differing(before, after) {
  return [...new Set([...before.keys(), ...after.keys()])].filter(
    (path) => before.get(path) !== after.get(path),
  );
}
