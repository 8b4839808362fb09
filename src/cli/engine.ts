import { setFlagsFromString } from 'node:v8';

/** How the engine is to run this program. It complains of flags that it does not know, so newer versions get none. */

const line = Number.parseInt(process.versions.node, 10);
const isKnown = line <= 26;

/**
 * Much code runs for a few seconds: optimising it with less inlining, and only what runs much, costs less than it gains.
 * And what is made for a file dies with it: put where long-lived objects are, it would keep the syntax tree alive.
 */
export function tuneForShortRuns(): void {
  if (!isKnown) return;
  setFlagsFromString('--max-inlined-bytecode-size-cumulative=200');
  setFlagsFromString('--no-allocation-site-pretenuring');
  setFlagsFromString(line < 22 ? '--interrupt-budget=540000' : '--invocation-count-for-turbofan=12000');
}

/** From so many files on memory is dearer than time. */
const MANY = 20_000;

/** The engine lets garbage grow as large as what is in use; where that is much, less of it is worth some more collecting. */
export function tuneForFiles(count: number): void {
  if (isKnown && count >= MANY) setFlagsFromString('--heap-growing-percent=40');
}
