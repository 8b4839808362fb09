import type * as t from '@babel/types';
import { own, unknown, type Value } from './value.ts';

/** More parameters than these has no function. */
const MOST_PARAMETERS = 64;

interface Expressions {
  of(node: t.Node): Value;
}

/** What a list of arguments, or an array literal, gives: from a spread element on that is not known. */
export function valuesIn(list: readonly (t.Node | null)[], expressions: Expressions): readonly Value[] {
  const spread = list.findIndex((node) => node?.type === 'SpreadElement');
  const given = spread < 0 ? list : list.slice(0, spread);
  const values = given.map((node) => (node === null ? own : expressions.of(node)));
  return spread < 0 ? values : [...values, ...elementsAsGiven(unknown)];
}

/** What `f.apply(x, list)` hands over, wherever in the list it stands. */
export function elementsAsGiven(element: Value): readonly Value[] {
  return Array.from({ length: MOST_PARAMETERS }, () => element);
}
