import type * as t from '@babel/types';
import type { ScanContext } from './context.ts';
import { firstRunsOf } from './exports/first-runs.ts';
import { placesOf } from './exports/places.ts';

/** When a node is evaluated while the file loads: at its place, perhaps, or later. */
export interface Evaluation {
  /** The innermost function (or instance field) around it that may run later than where it stands. */
  readonly region: t.Node | null;
  /** There is such a function. */
  readonly deferred: boolean;
  /** There is one, but it may be called while the file loads. */
  readonly early: boolean;
  /** In a branch, loop or `try`, after `&&`, `?.` or a possible `return`: it may not happen, or more than once. */
  readonly conditional: boolean;
}

export type Evaluate = (node: t.Node) => Evaluation;

/** @returns a function that tells when a node is evaluated; a function called on the spot runs with the code around. */
export function evaluator(context: ScanContext): Evaluate {
  const places = placesOf(context);
  const runs = firstRunsOf(context);
  return (node) => {
    const { region, conditional } = places.of(node);
    return {
      region,
      deferred: region !== null,
      get early() {
        return region !== null && runs.of(region) < Number.POSITIVE_INFINITY;
      },
      conditional,
    };
  };
}
