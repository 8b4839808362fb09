// @ts-check
/** What each test of the fixed slice reaches and takes, without any mutant. */
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { copies } from './place.mjs';
import { TestProcess } from './processes.mjs';
import { testFiles } from './slice.mjs';

/** @typedef {import('./processes.mjs').Measured & { file: string }} Known */

const mostMs = 900_000;
/** A line for each file that has been measured: a run that is cut short goes on with the next. */
const measuredFile = join(copies, 'measured.jsonl');

/**
 * @param {import('./drawn.mjs').Drawn} drawn
 * @returns {Promise<readonly Known[]>}
 */
export async function baseline({ countAs }) {
  const lines = existsSync(measuredFile) ? readFileSync(measuredFile, 'utf8').split('\n') : [];
  const known = new Map(lines.filter((line) => line !== '').map((line) => JSON.parse(line)));
  for (const file of testFiles()) {
    if (known.has(file)) continue;
    const own = new TestProcess();
    const loaded = await own.ask({ files: [file] }, () => mostMs);
    const measured = loaded?.failed === null ? await own.ask({ countAs }, () => mostMs) : null;
    own.end();
    known.set(file, measured ?? []);
    appendFileSync(measuredFile, `${JSON.stringify([file, measured ?? []])}\n`);
    console.error(`${file}: ${measured?.length ?? 'no'} tests`);
  }
  return [...known].flatMap(([file, tests]) =>
    tests.map((/** @type {object} */ test) => ({ ...test, file })),
  );
}
