// npm run bench:growth -- [COUNT...]    what a dry run costs per file over synthetic trees of 100 to 100,000 small files

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { constants, setPriority, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { costOf, median } from './measure.mjs';
import { writeReport } from './report.mjs';
import { saveGrowth } from './results.mjs';
import { syntheticFiles, writeSyntheticTree } from './synthetic.mjs';

const cli = fileURLToPath(new URL('../dist/src/cli/bin.js', import.meta.url));
const parseOnly = fileURLToPath(new URL('./parse-only.mjs', import.meta.url));
const given = process.argv.slice(2).map(Number);
const counts = given.length > 0 ? given : [100, 1_000, 10_000, 100_000];

setPriority(constants.priority.PRIORITY_LOW);
const scratch = mkdtempSync(join(tmpdir(), 'esmshift-growth-'));
try {
  const rows = [];
  for (const count of counts) {
    rows.push(await growthAt(count));
    console.log(rows.at(-1));
    saveGrowth(rows);
  }
  writeReport();
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

/** @param {number} count */
async function growthAt(count) {
  const tree = join(scratch, String(count));
  writeSyntheticTree(tree, count);
  const list = join(scratch, 'files.json');
  writeFileSync(list, JSON.stringify(syntheticFiles(count).map((path) => join(tree, path))));
  const limits = [];
  const costs = [];
  for (let run = 0; run < (count >= 10_000 ? 1 : 3); run++) {
    limits.push(await costOf([parseOnly, list], { cwd: tree }));
    costs.push(await costOf([cli, '--quiet', '--no-diff'], { cwd: tree }));
  }
  rmSync(tree, { recursive: true });
  return {
    files: count,
    limit: median(limits.map(({ cpu }) => cpu)),
    cpu: median(costs.map(({ cpu }) => cpu)),
    wall: median(costs.map(({ wall }) => wall)),
    memory: Math.max(...costs.map(({ memory }) => memory)),
  };
}
