// npm run bench    what a dry run costs, as a ratio to reading and parsing the same files and nothing else

import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { corpusPackages, installPackage, isInstalled } from '../scripts/corpus-store.mjs';
import { costOf, median } from './measure.mjs';

const runs = 5;
const cli = fileURLToPath(new URL('../dist/src/cli/bin.js', import.meta.url));
const parseOnly = fileURLToPath(new URL('./parse-only.mjs', import.meta.url));

const scratch = mkdtempSync(join(tmpdir(), 'esmshift-bench-'));
try {
  const tree = join(scratch, 'tree');
  await copyPackages(tree);
  const list = join(scratch, 'files.json');
  const files = sourcesIn(tree);
  writeFileSync(list, JSON.stringify(files.map((path) => join(tree, path))));
  const rows = measureInTurn(
    [
      { name: 'read and parse only', args: [parseOnly, list] },
      { name: 'dry run, summary', args: [cli, '--quiet', '--no-diff'] },
      { name: 'dry run, with diffs', args: [cli] },
    ],
    tree,
  );
  print(files.length, rows);
} finally {
  rmSync(scratch, { recursive: true });
}

/**
 * The published files of the packages of the README's table, side by side, each with its dependencies in reach.
 *
 * @param {string} tree
 */
async function copyPackages(tree) {
  for (const pkg of corpusPackages().filter(({ inReadme }) => inReadme)) {
    if (!isInstalled(pkg)) await installPackage(pkg);
    const copy = join(tree, pkg.spec);
    cpSync(pkg.path, copy, { recursive: true, filter: (path) => basename(path) !== 'node_modules' });
    symlinkSync(join(pkg.home, 'node_modules'), join(copy, 'node_modules'));
  }
}

/**
 * The files that a dry run takes, so that the parser alone gets the same ones.
 *
 * @param {string} tree
 * @returns {readonly string[]}
 */
function sourcesIn(tree) {
  const run = spawnSync(process.execPath, [cli, '--json'], {
    cwd: tree,
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
  if (run.status !== 0) throw new Error(`the dry run ended with ${run.status}:\n${run.stderr}`);
  const { files } = JSON.parse(run.stdout);
  return files
    .filter((/** @type {{ kind: string }} */ row) => row.kind === 'source')
    .map((/** @type {{ path: string }} */ row) => row.path);
}

/**
 * Runs the programs one after the other, again and again, so that a change in the machine's speed meets all alike.
 *
 * @param {readonly { name: string, args: readonly string[] }[]} programs
 * @param {string} cwd
 */
function measureInTurn(programs, cwd) {
  const costs = programs.map(({ name }) => ({
    name,
    costs: /** @type {import('./measure.mjs').Cost[]} */ ([]),
  }));
  for (let run = 0; run < runs; run++) {
    for (const [index, { args }] of programs.entries()) costs[index]?.costs.push(costOf(args, { cwd }));
  }
  return costs;
}

/**
 * @param {number} files
 * @param {ReturnType<typeof measureInTurn>} rows the first one is the limit that the others are compared with
 */
function print(files, rows) {
  console.log(`${files} files, medians of ${runs} runs of whole processes; ratios to the first row\n`);
  console.log('| program | CPU s | ratio | wall s | ratio | peak MiB |');
  console.log('|---|--:|--:|--:|--:|--:|');
  const limit = rows[0]?.costs ?? [];
  for (const { name, costs } of rows) {
    const cpu = median(costs.map((cost) => cost.cpu));
    const wall = median(costs.map((cost) => cost.wall));
    const memory = Math.max(...costs.map((cost) => cost.memory));
    const cells = [
      cpu.toFixed(2),
      (cpu / median(limit.map((cost) => cost.cpu))).toFixed(2),
      wall.toFixed(2),
      (wall / median(limit.map((cost) => cost.wall))).toFixed(2),
      memory.toFixed(0),
    ];
    console.log(`| ${name} | ${cells.join(' | ')} |`);
  }
}
