import type { ScanContext } from '../../context.ts';
import { perScan } from '../../per-scan.ts';
import { namesOf } from '../function-names.ts';
import type { StrictRow } from '../row.ts';
import { denotedFunctions } from './denoted-functions.ts';
import { givenPrimitives } from './primitive-receivers.ts';
import { tellingPrimitive } from './primitive-uses.ts';
import { type PlainOwner, thisUses } from './this-uses.ts';

/** `String.prototype.isEmpty = function () { return this === ''; }`: sloppy code sees a String object there. */
export const primitiveThis: StrictRow = {
  rule: 'this of a method of a primitive value is that value, not an object around it',
  clause: 'Annex C; §10.2.1.2 OrdinaryCallBindThis',
  check(scan, report) {
    for (const [owner, uses] of thisUses(scan)) {
      const wrapper = wrapperGivenTo(scan, owner);
      const telling = wrapper === null ? undefined : tellingPrimitive(scan, uses);
      if (telling !== undefined) report.refuse('strict-this-primitive', telling, { wrapper: wrapper! });
    }
  },
};

function wrapperGivenTo(scan: ScanContext, owner: PlainOwner): string | null {
  const { ofFunction, ofKey } = wrappersGiven(scan);
  const own = ofFunction.get(owner);
  if (own !== undefined || ofKey.size === 0) return own ?? null;
  const name = namesOf(scan, owner).keys.find((key) => ofKey.has(key));
  return name === undefined ? null : ofKey.get(name)!;
}

/** Around which primitive values sloppy functions of the file get objects, by themselves or by the keys that they go by. */
const wrappersGiven = perScan((scan) => {
  const ofFunction = new Map<object, string>();
  const ofKey = new Map<string, string>();
  for (const { value, wrapper } of givenPrimitives(scan)) {
    const { functions, keys } = denotedFunctions(scan, value);
    for (const fn of functions) ofFunction.set(fn, wrapper);
    for (const key of keys) ofKey.set(key, wrapper);
  }
  return { ofFunction, ofKey };
});
