// @ts-check
import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { baseline } from './baseline.mjs';
import { drawMutants } from './drawn.mjs';
import { copies, root } from './place.mjs';

/**
 * @typedef {import('./drawn.mjs').Drawn & { tests: readonly import('./baseline.mjs').Known[] }} Prepared
 *
 * @typedef {object} Verdict
 * @property {string} id of the mutant
 * @property {'killed' | 'survived' | 'timeout' | 'unreached'} status
 * @property {string | null} by the test that failed
 * @property {number} ms
 */

const stateFile = join(copies, 'state.json');
const verdictsFile = join(copies, 'verdicts.jsonl');
const parts = ['src', '__tests__', '__testfixtures__', '__testprograms__'];

/**
 * @param {number} sample
 * @param {number} seed
 * @returns {Promise<Prepared>} made now, or by an earlier run if nothing has changed since
 */
export async function prepared(sample, seed) {
  const fingerprint = fingerprintOf(sample, seed);
  const known = existsSync(stateFile) ? JSON.parse(readFileSync(stateFile, 'utf8')) : null;
  const drawn = known?.fingerprint === fingerprint ? known.drawn : await drawMutants(sample, seed);
  writeFileSync(stateFile, JSON.stringify({ fingerprint, drawn }));
  return { ...drawn, tests: await baseline(drawn) };
}

/**
 * @param {number} sample
 * @param {number} seed
 */
function fingerprintOf(sample, seed) {
  const hash = createHash('sha256').update(`${sample} of seed ${seed}`);
  hash.update(readFileSync(join(root, 'package-lock.json')));
  for (const part of parts)
    for (const path of readdirSync(join(root, part), { recursive: true, encoding: 'utf8' }).sort())
      if (/\.(?:[cm]?[jt]sx?|txt|json)$/.test(path) && statSync(join(root, part, path)).isFile())
        hash.update(path).update(readFileSync(join(root, part, path)));
  return hash.digest('hex');
}

/**
 * @param {number} patience
 * @returns {Map<string, Verdict>} what is known already; who survived less patience than this may not do so now
 */
export function knownVerdicts(patience) {
  const lines = existsSync(verdictsFile) ? readFileSync(verdictsFile, 'utf8').split('\n') : [];
  const known = lines.filter((line) => line !== '').map((line) => JSON.parse(line));
  return new Map(
    known
      .filter((verdict) => verdict.status !== 'survived' || verdict.patience >= patience)
      .map((verdict) => [verdict.id, verdict]),
  );
}

/** @param {Verdict & { patience: number }} verdict */
export function keepVerdict(verdict) {
  appendFileSync(verdictsFile, `${JSON.stringify(verdict)}\n`);
}
