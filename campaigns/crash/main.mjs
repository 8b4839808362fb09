// @ts-check
/**
 * `npm run crash`: kills `esmshift --write` over a thousand files at random moments, lets disks be full and calls fail,
 * and looks each time whether the tree is whole, or becomes so by `esmshift undo`. Compared by hash.
 *
 *   node campaigns/crash/main.mjs [--kills 500] [--faults 100] [--files 1000] [--seed 1]
 *
 * Exit status 1 at the first tree that is not whole; it is then left for inspection.
 *
 * @typedef {import('./rounds.mjs').Bench} Bench
 * @typedef {import('./run.mjs').Fault} Fault
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { smallDisk } from './full-disk.mjs';
import { writeProject } from './project.mjs';
import { randomFrom } from './random.mjs';
import { NOBODY, readOnlyRound, round, setUp } from './rounds.mjs';

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '500' },
    faults: { type: 'string', default: '100' },
    files: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
  },
});
const random = randomFrom(Number(values.seed));
const folder = mkdtempSync(join(tmpdir(), 'esmshift-crash-'));
const original = join(folder, 'original');
writeProject(original, Number(values.files));
const bench = await setUp(original, join(folder, 'root'));
console.log(
  `${values.files} files, seed ${values.seed}; writing takes ${Math.round(bench.writing)} ms undisturbed`,
);

await many('killed', Number(values.kills), () => round(bench, { kill: someKill() }, random));
await many('a call fails', Number(values.faults), () => round(bench, { fault: someFault() }, random));
await fullDisks(Math.ceil(Number(values.faults) / 4));
await readOnlyFolders(Math.ceil(Number(values.faults) / 4));
rmSync(folder, { recursive: true, force: true });

/** Most while it writes, which is the shorter part of a run; some at any moment. */
function someKill() {
  if (random() < 0.1) return { when: /** @type {const} */ ('start'), after: random() * 3000 };
  return { when: /** @type {const} */ ('writing'), after: random() * bench.writing };
}

/** @returns {Fault} */
function someFault() {
  const code = /** @type {string} */ (['ENOSPC', 'EIO', 'EACCES', 'EROFS'][Math.floor(random() * 4)]);
  return { code, at: 1 + Math.floor(random() * Number(values.files) * 6), lasting: random() < 0.5 };
}

/**
 * @param {string} title
 * @param {number} count
 * @param {() => ReturnType<typeof round>} once
 */
async function many(title, count, once) {
  const ends = { old: 0, new: 0, undone: 0 };
  let disturbed = 0;
  let undosKilled = 0;
  for (let index = 0; index < count; index++) {
    const result = await once();
    ends[result.end]++;
    if (result.disturbed) disturbed++;
    if (result.undoKilled) undosKilled++;
    if ((index + 1) % 50 === 0) console.error(`${title}: ${index + 1}/${count}`);
  }
  console.log(
    `${title}: ${count} runs, ${disturbed} of them cut short; as before ${ends.old}, as after ${ends.new}, made whole by undo ${ends.undone}; ${undosKilled} undos killed and done again`,
  );
}

/** @param {number} count */
async function fullDisks(count) {
  for (let index = 0; index < count; index++) {
    const disk = smallDisk(original, Math.floor(random() * Number(values.files) * 6000));
    if (disk === null) return console.log('full disk: left out, nobody may mount one here');
    await round({ ...bench, root: disk.root }, {}, random);
    disk.release();
  }
  console.log(`full disk: ${count} runs on disks with 0 to 6 kB to spare for each file; all whole`);
}

/** @param {number} count */
async function readOnlyFolders(count) {
  if (process.getuid?.() === 0) execFileSync('chown', ['-R', String(NOBODY), folder]);
  for (let index = 0; index < count; index++) await readOnlyRound(bench, random);
  console.log(`read-only folders: ${count} runs; all as before`);
}
