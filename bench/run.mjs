// npm run bench -- [--corpus NAME]... [--peers all|none|NAME]... [--runs N] [--limit SECONDS] [--no-save]
//
// What a dry run costs, as a ratio to reading and parsing the same files and nothing else: whole processes, one after the
// other, again and again, so that a change in the machine's speed meets all alike. The results go to bench/results.json,
// and from there to the tables and plots (bench/report.mjs).

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, constants, loadavg, setPriority, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { copyWithoutDependencies, corpora, layOut } from './corpora.mjs';
import { costOf, Failed, median } from './measure.mjs';
import { installPeer, peers } from './peers.mjs';
import { describeCorpus, writeReport } from './report.mjs';
import { saveResult } from './results.mjs';

const { values: options } = parseArgs({
  options: {
    corpus: { type: 'string', multiple: true, default: Object.keys(corpora) },
    peers: { type: 'string', multiple: true, default: ['all'] },
    runs: { type: 'string', default: '5' },
    limit: { type: 'string', default: '300' },
    save: { type: 'boolean', default: true },
  },
  allowNegative: true,
});
const runs = Number(options.runs);
const limit = Number(options.limit);
/** After so many seconds of runs a program is not run again. */
const enough = 60;

const cli = fileURLToPath(new URL('../dist/src/cli/bin.js', import.meta.url));
const parseOnly = fileURLToPath(new URL('./parse-only.mjs', import.meta.url));

/**
 * @typedef {object} Program
 * @property {string} name
 * @property {readonly string[]} args
 * @property {string} cwd
 * @property {() => void} prepare before each run
 * @typedef {import('./results.mjs').Row} Row
 */

// Whoever works on the machine goes first; CPU time does not depend on it.
setPriority(constants.priority.PRIORITY_LOW);
for (const name of options.corpus) {
  const corpus = corpora[name];
  if (corpus === undefined) throw new Error(`--corpus takes ${Object.keys(corpora).join(', ')}`);
  const scratch = mkdtempSync(join(tmpdir(), 'esmshift-bench-'));
  try {
    const tree = join(scratch, 'tree');
    await layOut(corpus, tree);
    const result = await measured(tree, scratch);
    console.log(describeCorpus(name, result));
    if (options.save) saveResult(name, result);
  } finally {
    rmSync(scratch, { recursive: true });
  }
}
if (options.save) writeReport();

/**
 * @param {string} tree
 * @param {string} scratch
 */
async function measured(tree, scratch) {
  const { paths, summary } = sourcesIn(tree);
  const copy = join(scratch, 'copy');
  const list = listOf(paths, tree, join(scratch, 'files.json'));
  const copied = listOf(paths, copy, join(scratch, 'copied.json'));
  const load = loadavg()[0] ?? 0;
  const rows = await measureInTurn([
    ...ownPrograms(tree, copy, list),
    ...wantedPeers().map((name) => peerProgram(name, tree, copy, copied)),
  ]);
  const loads = [load, loadavg()[0] ?? 0].map((each) => Number(each.toFixed(1)));
  const machine = { node: process.version, cores: availableParallelism(), load: loads };
  return { files: paths.length, converted: summary.converted, machine, rows };
}

/**
 * @param {string} tree
 * @param {string} copy
 * @param {string} list
 * @returns {readonly Program[]}
 */
function ownPrograms(tree, copy, list) {
  const nothing = () => {};
  const freshCopy = () => {
    rmSync(copy, { recursive: true, force: true });
    spawnSync('cp', ['-a', tree, copy]);
  };
  const write = [cli, '--write', '--quiet', '--allow-no-vcs', '--allow-dirty'];
  return [
    { name: 'read and parse only', args: [parseOnly, list], cwd: tree, prepare: nothing },
    { name: 'esmshift, dry run', args: [cli, '--quiet', '--no-diff'], cwd: tree, prepare: nothing },
    { name: 'esmshift, with diffs', args: [cli], cwd: tree, prepare: nothing },
    { name: 'esmshift --write', args: write, cwd: copy, prepare: freshCopy },
  ];
}

/**
 * Peers change the files of a copy that nothing is installed in: what they would read there would count against them.
 *
 * @param {string} name
 * @param {string} tree
 * @param {string} copy
 * @param {string} list
 * @returns {Program}
 */
function peerProgram(name, tree, copy, list) {
  const peer = peers[name];
  if (peer === undefined) throw new Error(`--peers takes all, none, ${Object.keys(peers).join(', ')}`);
  const prepare = () => {
    rmSync(copy, { recursive: true, force: true });
    copyWithoutDependencies(tree, copy);
  };
  return { name, args: peer.args(installPeer(peer), list), cwd: copy, prepare };
}

function wantedPeers() {
  if (options.peers.includes('none')) return [];
  return options.peers.includes('all') ? Object.keys(peers) : options.peers;
}

/**
 * The files that a dry run takes, so that the parser alone gets the same ones.
 *
 * @param {string} tree
 */
function sourcesIn(tree) {
  const run = spawnSync(process.execPath, [cli, '--json'], {
    cwd: tree,
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
  if (run.status !== 0) throw new Error(`the dry run ended with ${run.status}:\n${run.stderr}`);
  const { files, summary } = JSON.parse(run.stdout);
  /** @type {readonly { kind: string, path: string }[]} */
  const rows = files;
  return { paths: rows.filter(({ kind }) => kind === 'source').map(({ path }) => path), summary };
}

/**
 * @param {readonly string[]} paths
 * @param {string} folder
 * @param {string} file
 */
function listOf(paths, folder, file) {
  writeFileSync(file, JSON.stringify(paths.map((path) => join(folder, path))));
  return file;
}

/**
 * @param {readonly Program[]} programs
 * @returns {Promise<readonly Row[]>}
 */
async function measureInTurn(programs) {
  const rows = programs.map((program) => ({
    program,
    costs: /** @type {import('./measure.mjs').Cost[]} */ ([]),
    failure: /** @type {string | null} */ (null),
  }));
  for (let run = 0; run < runs; run++)
    for (const row of rows) {
      const spent = row.costs.reduce((sum, { wall }) => sum + wall, 0);
      if (row.failure !== null || spent > enough) continue;
      const { prepare, args, cwd, name } = row.program;
      prepare();
      try {
        const cost = await costOf(args, { cwd, limit });
        row.costs.push(cost);
        console.error(`${name}: ${cost.cpu.toFixed(2)} s CPU, ${cost.wall.toFixed(2)} s`);
      } catch (error) {
        if (!(error instanceof Failed)) throw error;
        row.failure = error.message;
        console.error(`${name}: ${error.message}`);
      }
    }
  return rows.map(({ program: { name }, costs, failure }) =>
    failure !== null || costs.length === 0
      ? { name, failure: failure ?? 'not run' }
      : {
          name,
          runs: costs.length,
          cpu: median(costs.map(({ cpu }) => cpu)),
          wall: median(costs.map(({ wall }) => wall)),
          memory: Math.max(...costs.map(({ memory }) => memory)),
          note: costs[0]?.note ?? null,
        },
  );
}
