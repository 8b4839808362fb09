import type * as t from '@babel/types';
import { isPassedThrough } from '../../exports/this-telling.ts';
import { perScan } from '../../per-scan.ts';
import { callsOf } from './calls.ts';
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
    const isOpen = call !== null || (other && uses.some((use) => isTested(scan, use)));
    return [{ owner, uses, calls: isOpen ? 'perhaps' : 'unknown', call }];
  }),
);

export const callsOfTelling = perScan(
  (scan): ReadonlyMap<PlainOwner, Telling['calls']> =>
    new Map(functionsTelling(scan).map(({ owner, calls }) => [owner, calls])),
);
