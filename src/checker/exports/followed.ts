import { perScan } from '../per-scan.ts';
import { evaluateWrites } from './evaluate.ts';
import { firstRunsOf } from './first-runs.ts';
import { placesOf } from './places.ts';
import { trace } from './trace.ts';

/** Every expression that may denote `module` or what it exports, and what each holds at which time. */
export const followed = perScan((scan) => {
  const [places, runs] = [placesOf(scan), firstRunsOf(scan)];
  const traced = trace(scan, places, runs);
  return { traced, values: evaluateWrites(traced, scan.scopes, places, runs) };
});
