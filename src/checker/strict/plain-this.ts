import type * as t from '@babel/types';
import type { ScanContext } from '../context.ts';
import { rangeOf } from '../nodes.ts';
import { callsOf } from './calls.ts';
import { detachedCalls } from './detached.ts';
import { isNeverBound } from './free-names.ts';
import { namesOf } from './function-names.ts';
import type { StrictRow } from './row.ts';
import { type PlainOwner, tellingUses, thisUses } from './this-uses.ts';

/**
 * `(function () { return this; })()` -> `(function () { return globalThis; })()`
 *
 * A function that the file calls without a `this`, and only so, always had the global object. One that it also calls
 * as a method, or that leaves the file, may have either.
 */
export const plainThis: StrictRow = {
  rule: 'this is undefined in a plain call, not the global object',
  clause: 'Annex C; §10.2.1.2 OrdinaryCallBindThis',
  check(scan, report) {
    for (const [owner, uses] of thisUses(scan)) {
      const telling = tellingUses(scan, owner, uses);
      if (telling.length === 0) continue;
      const { plain, other } = callsOf(scan, owner);
      const call = plain[0] ?? detachedCall(scan, owner);
      if (call === undefined) continue;
      if (plain.length > 0 && !other && isNeverBound(scan, 'globalThis')) {
        for (const use of uses) report.mend('strict-global-this', rangeOf(use), 'globalThis');
      } else {
        report.refuse('strict-this', telling[0]!, {}, [
          { path: null, range: rangeOf(call), note: 'called here without an object' },
        ]);
      }
    }
  },
};

/** `const { f } = o; f();` where the function goes by that name in this file, and the object may be one of it. */
function detachedCall(scan: ScanContext, owner: PlainOwner): t.Node | undefined {
  const detached = detachedCalls(scan).filter(({ from }) => from === null);
  if (detached.length === 0) return undefined;
  const { keys } = namesOf(scan, owner);
  return detached.find(({ key }) => key !== null && keys.includes(key))?.call;
}
