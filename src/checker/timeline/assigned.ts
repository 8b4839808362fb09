import type { ScanContext } from '../context.ts';
import { perScan } from '../per-scan.ts';
import { type Put, putsOf } from './puts.ts';

/** Stands for a key that only running the program would tell; no identifier or string of a program is it. */
export const COMPUTED = Symbol('computed').toString();

/** Everything that the file puts into objects, by key. */
export const assignedByKey = perScan((scan: ScanContext): ReadonlyMap<string, readonly Put[]> => {
  const found = new Map<string, Put[]>();
  for (const put of putsOf(scan)) {
    const puts = found.get(put.key ?? COMPUTED);
    if (puts) puts.push(put);
    else found.set(put.key ?? COMPUTED, [put]);
  }
  return found;
});
