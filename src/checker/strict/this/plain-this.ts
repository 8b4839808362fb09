import type * as t from '@babel/types';
import { isPassedThrough } from '../../exports/this-telling.ts';
import { rangeOf } from '../../nodes.ts';
import { perScan } from '../../per-scan.ts';
import type { StrictRow } from '../row.ts';
import { callsOf } from './calls.ts';
import { mendsOfThis } from './mended-this.ts';
import { plainlyCalled } from './plainly-called.ts';
import { isTested } from './this-tests.ts';
import { type PlainOwner, tellingUses, thisUses } from './this-uses.ts';

/** A sloppy function that behaves in another way where its `this` is `undefined`, not the global object. */
export interface Telling {
  readonly owner: PlainOwner;
  readonly uses: readonly t.ThisExpression[];
  /** `plain`: the file calls it without an object, and only so. `perhaps`: that, or otherwise. `unknown`: others may. */
  readonly calls: 'plain' | 'perhaps' | 'unknown';
  readonly call: t.Node | null;
}

/**
 * What hands its `this` on to functions that it was given changes nothing by itself: these are functions without an
 * object then.
 */
export const functionsTelling = perScan((scan): readonly Telling[] =>
  [...thisUses(scan)].flatMap(([owner, all]): Telling[] => {
    const uses = tellingUses(scan, owner, all);
    if (uses.every((use) => isPassedThrough(scan, owner, use))) return [];
    const call = plainlyCalled(scan).functions.get(owner) ?? null;
    const { plain, other } = callsOf(scan, owner);
    if (plain.length > 0 && !other) return [{ owner, uses: all, calls: 'plain', call }];
    // Whoever asks expects both.
    const isOpen = call !== null || (other && uses.some(isTested));
    return [{ owner, uses, calls: isOpen ? 'perhaps' : 'unknown', call }];
  }),
);

/**
 * `(function () { return this; })()` -> `(function () { return globalThis; })()`
 *
 * A function that the file calls without a `this`, and only so, always had the global object. One that it also calls
 * as a method, or that leaves the file, may have either: `(this ?? globalThis)`.
 */
export const plainThis: StrictRow = {
  rule: 'this is undefined in a plain call, not the global object',
  clause: 'Annex C; §10.2.1.2 OrdinaryCallBindThis',
  check(scan, report) {
    for (const { uses, calls, call } of functionsTelling(scan)) {
      if (calls === 'unknown') continue;
      const mends = mendsOfThis(scan, uses);
      if (mends === null) report.refuse('strict-this', uses[0]!, {}, relatedTo(call));
      else if (calls === 'plain')
        for (const use of uses) report.mend('strict-global-this', rangeOf(use), 'globalThis');
      else for (const { range, text } of mends) report.mend('strict-this-or-global', range, text);
    }
  },
};

function relatedTo(call: t.Node | null): Parameters<Parameters<StrictRow['check']>[1]['refuse']>[3] {
  if (call === null) return [];
  return [{ path: null, range: rangeOf(call), note: 'called here without an object' }];
}
