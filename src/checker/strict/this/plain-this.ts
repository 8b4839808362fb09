import type * as t from '@babel/types';
import { rangeOf } from '../../nodes.ts';
import type { StrictRow } from '../row.ts';
import { functionsTelling } from './functions-telling.ts';
import { givenPrimitive } from './given-primitive.ts';
import { mendsOfThis } from './mended-this.ts';

/**
 * `(function () { return this; })()` -> `(function () { return globalThis; })()`
 *
 * A function that the file calls without a `this`, and only so, always had the global object. One that it also calls
 * as a method, or that leaves the file, may have either: `(this ?? globalThis)`. Where it may have a primitive value, too,
 * `primitiveThis` sees to both.
 */
export const plainThis: StrictRow = {
  rule: 'this is undefined in a plain call, not the global object',
  clause: 'Annex C; §10.2.1.2 OrdinaryCallBindThis',
  check(scan, report) {
    for (const { owner, uses, calls, call } of functionsTelling(scan)) {
      if (calls === 'unknown') continue;
      const mends = mendsOfThis(scan, uses);
      if (mends === null) report.refuse('strict-this', uses[0]!, {}, relatedTo(call));
      else if (givenPrimitive(scan).has(owner)) continue;
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
