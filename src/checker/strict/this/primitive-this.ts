import type { StrictRow } from '../row.ts';
import { callsOfTelling } from './functions-telling.ts';
import { givenPrimitive } from './given-primitive.ts';
import { mendsOfObjectThis, objectThis } from './object-this.ts';

/** `String.prototype.isEmpty = function () { return this === ''; }`: sloppy code sees a String object there. */
export const primitiveThis: StrictRow = {
  rule: 'this of a method of a primitive value is that value, not an object around it',
  clause: 'Annex C; §10.2.1.2 OrdinaryCallBindThis',
  check(scan, report) {
    for (const [owner, { wrapper, uses }] of givenPrimitive(scan)) {
      const calls = callsOfTelling(scan).get(owner) ?? 'unknown';
      const object = objectThis(scan, owner, uses, calls !== 'unknown');
      if (object === null) report.refuse('strict-this-primitive', uses[0]!, { wrapper });
      else for (const { code, range, text } of mendsOfObjectThis(object)) report.mend(code, range, text);
    }
  },
};
