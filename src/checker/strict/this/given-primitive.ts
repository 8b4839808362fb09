import type * as t from '@babel/types';
import { staticKey } from '../../../syntax/keys.ts';
import { parentOf } from '../../../syntax/tree.ts';
import type { ScanContext } from '../../context.ts';
import { perScan } from '../../per-scan.ts';
import { namesOf } from '../function-names.ts';
import { denotedFunctions } from './denoted-functions.ts';
import { givenPrimitives } from './primitive-receivers.ts';
import { tellingPrimitive } from './primitive-uses.ts';
import { type PlainOwner, thisUses } from './this-uses.ts';

export interface GivenPrimitive {
  /** What sloppy code has around the value. */
  readonly wrapper: string;
  /** All uses of `this`. */
  readonly uses: readonly t.ThisExpression[];
}

/**
 * Functions that the file calls on primitive values, and in which that makes a difference: by what they do with `this`, or
 * by what they read of it, where that may be a function which then has another object.
 */
export const givenPrimitive = perScan((scan): ReadonlyMap<PlainOwner, GivenPrimitive> => {
  const given: [PlainOwner, GivenPrimitive][] = [];
  for (const [owner, uses] of givenPrimitives(scan).length === 0 ? [] : thisUses(scan)) {
    const wrapper = wrapperGivenTo(scan, owner);
    if (wrapper !== null) given.push([owner, { wrapper, uses }]);
  }
  if (given.every(([, { uses }]) => tellingPrimitive(scan, uses) === undefined)) return new Map();
  return new Map(
    given.filter(([, { uses }]) => tellingPrimitive(scan, uses) !== undefined || uses.some(mayCallOwn)),
  );
});

/** `this.own`, `this[key]`: what no builtin has, for all that the file shows. */
function mayCallOwn(use: t.ThisExpression): boolean {
  const parent = parentOf(use)!;
  if (parent.type !== 'MemberExpression') return false;
  const key = staticKey(parent);
  return parent.object === use && (key === null || !(builtinKeys.has(key) || /^\d+$/.test(key)));
}

const builtinKeys: ReadonlySet<string> = new Set(
  [BigInt, Boolean, Number, Object, String, Symbol].flatMap(({ prototype }) =>
    Object.getOwnPropertyNames(prototype),
  ),
);

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
