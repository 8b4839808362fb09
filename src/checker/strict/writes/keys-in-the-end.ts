import type * as t from '@babel/types';
import type { ScanContext } from '../../context.ts';
import type { SloppyFacts } from '../../facts.ts';
import { keysOfOrigins } from './closed-origins.ts';
import { closesOutOfSight } from './closing-in-sight.ts';
import { anyOf, type KeySet, listed, none } from './fixed-keys.ts';
import { closedInConstructors, followedInTheEnd, handedOut, hasFixing } from './followed-keys.ts';

/** Which keys of what the file's functions return, or make with `new`, reject writes. */
export function fixedInResults(scan: ScanContext): SloppyFacts['fixedInResults'] {
  if (!hasFixing(scan) && !closesOutOfSight(scan)) return [];
  return listed(anyOf([keysInTheEnd(scan, handedOut(scan)), ...closedInConstructors(scan).values()]));
}

/** The same of what expressions denote when all of the file has run. */
export function keysInTheEnd(scan: ScanContext, expressions: readonly t.Node[]): KeySet {
  if (!hasFixing(scan) && !closesOutOfSight(scan)) return none;
  const followed = followedInTheEnd(scan, expressions);
  if (!closesOutOfSight(scan)) return anyOf(followed);
  return anyOf([
    ...followed,
    ...expressions.map((expression) => keysOfOrigins(scan, expression, 'written', null)),
  ]);
}
