// node bench/growth.mjs [COUNT...]    what a dry run costs per file over synthetic trees of 1,000 to 100,000 small files

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { costOf } from './measure.mjs';
import { writeSyntheticTree } from './synthetic.mjs';

const cli = fileURLToPath(new URL('../dist/src/cli/bin.js', import.meta.url));
const given = process.argv.slice(2).map(Number);
const counts = given.length > 0 ? given : [1_000, 5_000, 20_000, 100_000];

const scratch = mkdtempSync(join(tmpdir(), 'esmshift-growth-'));
try {
  console.log('| files | CPU s | CPU ms per file | wall s | peak MiB |');
  console.log('|--:|--:|--:|--:|--:|');
  for (const count of counts) {
    const tree = join(scratch, String(count));
    writeSyntheticTree(tree, count);
    const { cpu, wall, memory } = costOf([cli, '--quiet', '--no-diff'], { cwd: tree });
    const cells = [
      count,
      cpu.toFixed(1),
      ((cpu / count) * 1000).toFixed(2),
      wall.toFixed(1),
      memory.toFixed(0),
    ];
    console.log(`| ${cells.join(' | ')} |`);
    rmSync(tree, { recursive: true });
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
