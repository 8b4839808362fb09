// @ts-check
import { chmodSync, cpSync, existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprint } from './fingerprint.mjs';
import { run } from './run.mjs';

/**
 * @typedef {object} Bench
 * @property {string} original The project, never touched.
 * @property {string} root Its copy that is converted.
 * @property {string} before The fingerprint of the one,
 * @property {string} after and of the converted other.
 * @property {number} writing Milliseconds that an undisturbed run spends on writing,
 * @property {number} undoing and an undo on its own.
 *
 * @typedef {'old' | 'new' | 'undone'} End How the tree was found: as before, as after, or made whole by `esmshift undo`.
 *
 * @typedef {import('./run.mjs').Options} Options
 */

const WRITE = ['--write', '--allow-no-vcs', '--quiet'];
const UNDO = ['undo'];

/**
 * Converts the project once without disturbance, and takes that back.
 *
 * @param {string} original
 * @param {string} root
 * @returns {Promise<Bench>}
 */
export async function setUp(original, root) {
  cpSync(original, root, { recursive: true, verbatimSymlinks: true });
  const before = fingerprint(root, { journals: true });
  const written = await run(root, WRITE);
  if (written.status !== 0) throw new Error(written.stderr);
  const after = fingerprint(root, { journals: false });
  if (after === before) throw new Error('the project is not converted');
  const undone = await run(root, UNDO);
  if (fingerprint(root, { journals: true }) !== before) throw new Error('undo is not exact');
  return { original, root, before, after, writing: written.took, undoing: undone.took };
}

/**
 * One disturbed run, and what a person does then. Throws where the tree cannot be made whole.
 *
 * @param {Bench} bench
 * @param {Options} disturbance
 * @param {() => number} random
 * @returns {Promise<{end: End, disturbed: boolean, undoKilled: boolean}>}
 */
export async function round(bench, disturbance, random) {
  const { root } = bench;
  const { status, killed, stderr } = await run(root, WRITE, disturbance);
  if (!killed && status !== 0 && status !== 2) throw new Error(`status ${status}: ${stderr}`);
  const disturbed = killed || status !== 0;
  const found = fingerprint(root, { journals: false });
  const isWhole = found === bench.before || found === bench.after;
  const isInterrupted = journalsIn(root).some((name) => !existsSync(join(root, '.esmshift', name, 'done')));
  if (!isWhole && !isInterrupted) throw new Error(`neither old nor new, and nobody says so\n${stderr}`);
  // Now and then the next run is asked, which takes its time.
  if (random() < 0.1 && (await saysInterrupted(root)) !== isInterrupted)
    throw new Error('the next run takes it for something else');
  if (!isInterrupted && status === 0 && found !== bench.after) throw new Error('said to be done, but is not');
  const hasJournal = journalsIn(root).length > 0;
  // A third of the undos are killed, too, and done again.
  const killsUndo = hasJournal && random() < 1 / 3;
  if (killsUndo) await run(root, UNDO, { kill: { when: 'writing', after: random() * bench.undoing } });
  if (journalsIn(root).length > 0) await mustUndo(root);
  leaveNothing(bench);
  const end = isWhole && !isInterrupted ? (found === bench.before ? 'old' : 'new') : 'undone';
  return { end, disturbed, undoKilled: killsUndo };
}

/** @param {string} root */
async function mustUndo(root) {
  const { status, stderr } = await run(root, UNDO);
  if (status !== 0) throw new Error(`undo failed: ${stderr}`);
}

/**
 * After an undo, or a run that changed nothing, everything is as before; what a kill left in `.esmshift/` before the
 * journal counted is cleared by the next run that writes.
 *
 * @param {Bench} bench
 */
function leaveNothing({ root, before }) {
  if (fingerprint(root, { journals: false }) !== before) throw new Error('not as before after undo');
  rmSync(join(root, '.esmshift'), { recursive: true, force: true });
}

/** @param {string} root */
async function saysInterrupted(root) {
  const { status, stderr } = await run(root, ['check', '--quiet', 'package.json']);
  return status === 2 && stderr.includes('was interrupted');
}

/** @param {string} root */
function journalsIn(root) {
  const folder = join(root, '.esmshift');
  return existsSync(folder) ? readdirSync(folder).filter((name) => /^\d+$/.test(name)) : [];
}

/**
 * A run in which some folders cannot be written to, by somebody who is not root.
 *
 * @param {Bench} bench
 * @param {() => number} random
 */
export async function readOnlyRound(bench, random) {
  const folders = readdirSync(join(bench.root, 'lib')).filter(() => random() < 0.2);
  const chosen = folders.length > 0 ? folders : ['1'];
  const uid = process.getuid?.() === 0 ? { uid: NOBODY } : {};
  for (const folder of chosen) chmodSync(join(bench.root, 'lib', folder), 0o555);
  const { status } = await run(bench.root, WRITE, uid);
  for (const folder of chosen) chmodSync(join(bench.root, 'lib', folder), 0o755);
  if (status !== 2) throw new Error(`status ${status} although folders are read-only`);
  if (fingerprint(bench.root, { journals: true }) !== bench.before) throw new Error('not as before');
}

export const NOBODY = 65534;
