// @ts-check
import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { baseline } from './baseline.mjs';
import { instrument } from './instrument.mjs';
import { copies, root } from './place.mjs';

/**
 * @typedef {object} Prepared
 * @property {readonly import('@stryker-mutator/api/core').Mutant[]} mutants
 * @property {import('./baseline.mjs').Baseline} baseline
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

/** @returns {Promise<Prepared>} made now, or by an earlier run if nothing has changed since */
export async function prepared() {
  const fingerprint = fingerprintOf();
  const known = existsSync(stateFile) ? JSON.parse(readFileSync(stateFile, 'utf8')) : null;
  if (known?.fingerprint === fingerprint) return known;
  const mutants = await instrument();
  console.error(`${mutants.length} mutants; measuring the tests`);
  const state = { fingerprint, mutants, baseline: await baseline() };
  writeFileSync(stateFile, JSON.stringify(state));
  return state;
}

function fingerprintOf() {
  const hash = createHash('sha256');
  for (const part of parts)
    for (const path of readdirSync(join(root, part), { recursive: true, encoding: 'utf8' }).sort())
      if (/\.(?:[cm]?[jt]sx?|txt|json)$/.test(path) && statSync(join(root, part, path)).isFile())
        hash.update(path).update(readFileSync(join(root, part, path)));
  return hash.digest('hex');
}

/** @returns {Map<string, Verdict>} what is known already */
export function knownVerdicts() {
  const lines = existsSync(verdictsFile) ? readFileSync(verdictsFile, 'utf8').split('\n') : [];
  return new Map(lines.filter((line) => line !== '').map((line) => [JSON.parse(line).id, JSON.parse(line)]));
}

/** @param {Verdict} verdict */
export function keepVerdict(verdict) {
  appendFileSync(verdictsFile, `${JSON.stringify(verdict)}\n`);
}
