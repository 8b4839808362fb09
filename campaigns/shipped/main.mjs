// @ts-check
/**
 * `npm run shipped -- [names]`: the tests that published packages ship, each file run by Node before and after the whole
 * package was converted, its tests included. What they print must be the same, and so must the exit status.
 *
 * Test files that fail before say nothing: most of them lack what they need. Exit status 1 where a difference is not among
 * the known ones, or where a known one is gone.
 */
import { execFileSync, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { byChance, known } from './known.mjs';
import { normalised } from './normalised.mjs';

const home = fileURLToPath(new URL('../../.shipped/', import.meta.url));
const bin = fileURLToPath(new URL('../../dist/src/cli/bin.js', import.meta.url));
/** @type {{ packages: string[], with: string[] }} */
const manifest = JSON.parse(readFileSync(new URL('./packages.json', import.meta.url), 'utf8'));
const patience = 60_000;

/** @typedef {{ status: number | null, text: string }} Outcome */
/** @typedef {{ name: string, converted: number, refused: number, tests: number, different: string[] }} Row */

install();
const wanted = process.argv.slice(2);
const queue = manifest.packages
  .map((spec) => spec.slice(0, spec.lastIndexOf('@')))
  .filter((name) => wanted.length === 0 || wanted.includes(name));
/** @type {Row[]} */
const rows = [];
await Promise.all(Array.from({ length: availableParallelism() }, work));
process.exitCode = report() ? 0 : 1;

/** Everything in one folder: the packages, and what their tests need. */
function install() {
  const dependencies = Object.fromEntries(
    [...manifest.packages, ...manifest.with].map((spec) => {
      const at = spec.lastIndexOf('@');
      return [spec.slice(0, at), spec.slice(at + 1)];
    }),
  );
  const text = `${JSON.stringify({ private: true, dependencies }, null, 2)}\n`;
  const file = `${home}package.json`;
  if (existsSync(`${home}installed`) && readFileSync(file, 'utf8') === text) return;
  rmSync(home, { recursive: true, force: true });
  mkdirSync(home, { recursive: true });
  writeFileSync(file, text);
  const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--legacy-peer-deps'];
  execFileSync('npm', ['install', ...flags], { cwd: home, shell: process.platform === 'win32' });
  writeFileSync(`${home}installed`, '');
}

async function work() {
  for (let name = queue.shift(); name !== undefined; name = queue.shift()) {
    const [before, after] = ['before', 'after'].map((side) => copyOf(/** @type {string} */ (name), side));
    const { converted, refused } = convert(/** @type {string} */ (after));
    /** @type {Row} */
    const row = { name, converted, refused, tests: 0, different: [] };
    for (const test of testsIn(/** @type {string} */ (before))) {
      const expected = await run(/** @type {string} */ (before), test);
      if (expected.status !== 0) continue;
      row.tests += 1;
      if (!(await behavesSo(expected, /** @type {string} */ (before), /** @type {string} */ (after), test)))
        row.different.push(test);
    }
    rows.push(row);
  }
}

/**
 * @param {string} name
 * @param {string} side
 */
function copyOf(name, side) {
  const folder = `${home}${side}/${name}`;
  rmSync(folder, { recursive: true, force: true });
  cpSync(`${home}node_modules/${name}`, folder, { recursive: true });
  return folder;
}

/** @param {string} folder */
function convert(folder) {
  const flags = ['--write', '--allow-no-vcs', '--allow-dirty', '--json', '--no-gitignore'];
  const output = execFileSync(process.execPath, [bin, ...flags], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
  /** @type {{ kind: string, status: string }[]} */
  const files = JSON.parse(output).files;
  const count = (/** @type {string} */ status) =>
    files.filter((file) => file.kind === 'source' && file.status === status).length;
  return { converted: count('converted'), refused: count('refused') };
}

/** @param {string} folder */
function testsIn(folder) {
  const inFolders = ['test', 'tests'].flatMap((name) =>
    existsSync(`${folder}/${name}`) ? readdirSync(`${folder}/${name}`).map((file) => `${name}/${file}`) : [],
  );
  return [...inFolders, ...(existsSync(`${folder}/test.js`) ? ['test.js'] : [])].filter((file) =>
    file.endsWith('.js'),
  );
}

/**
 * Tests that print what time or chance makes of it get another try.
 *
 * @param {Outcome} expected
 * @param {string} before
 * @param {string} after
 * @param {string} test
 */
async function behavesSo(expected, before, after, test) {
  let latest = expected;
  for (let left = 3; left > 0; left--) {
    const found = await run(after, test);
    if (found.status === latest.status && found.text === latest.text) return true;
    latest = await run(before, test);
  }
  return false;
}

/**
 * @param {string} folder
 * @param {string} test
 * @returns {Promise<Outcome>}
 */
function run(folder, test) {
  const names = ['js', 'cjs', 'mjs'].map((ending) => test.replace(/js$/, ending));
  const name = names.find((file) => existsSync(`${folder}/${file}`)) ?? test;
  return new Promise((resolve) => {
    let text = '';
    const child = spawn(process.execPath, ['--no-warnings', name], { cwd: folder, timeout: patience });
    child.stdout.on('data', (data) => (text += data));
    child.stderr.on('data', (data) => (text += data));
    child.on('close', (status) => resolve({ status, text: normalised(text, home) }));
  });
}

/** @returns {boolean} whether all is as it was known to be */
function report() {
  rows.sort((a, b) => a.name.localeCompare(b.name));
  for (const { name, converted, refused, tests, different } of rows)
    console.log(
      `${name}: ${converted} converted, ${refused} refused, ${tests} tests, ${different.length} different`,
    );
  const found = rows
    .flatMap(({ name, different }) => different.map((test) => `${name} ${test}`))
    .filter((key) => !byChance.has(key));
  const expected = Object.keys(known).filter((key) => rows.some(({ name }) => key.startsWith(`${name} `)));
  const unknown = found.filter((key) => !(key in known));
  const gone = expected.filter((key) => !found.includes(key));
  const total = (/** @type {(row: Row) => number} */ of) => rows.reduce((sum, row) => sum + of(row), 0);
  console.log(
    `${rows.length} packages, ${total((row) => row.converted)} files converted, ${total((row) => row.refused)} refused; ` +
      `${total((row) => row.tests)} test files, ${unknown.length} different, ${found.length - unknown.length} known to be`,
  );
  for (const key of unknown) console.log(`different: ${key}`);
  for (const key of gone) console.log(`no longer different: ${key}`);
  return unknown.length + gone.length === 0;
}
