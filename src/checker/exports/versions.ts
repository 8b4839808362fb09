import type * as t from '@babel/types';
import type { Holder, Value } from './holders.ts';

/** Version of a value that is not certain: only a variable can stand for it. */
export const UNCERTAIN = -1;

export interface Versions {
  readonly count: number;
  /** The version that a value is: 0 is E0; `UNCERTAIN` where it may be several; null where it is none of them. */
  of(value: Value): number | null;
}

/** Numbers the objects that `module.exports` held, in the order in which it got them. */
export function numberVersions(cell: Holder): Versions {
  const numbers = new Map<t.Node | null, number>([[null, 0]]);
  for (const { result } of cell.writes) {
    if (result.kind === 'object' && !numbers.has(result.origin)) numbers.set(result.origin, numbers.size);
  }
  return {
    count: numbers.size,
    of: (value) => {
      if (value.kind === 'unknown') return UNCERTAIN;
      return value.kind === 'object' ? (numbers.get(value.origin) ?? null) : null;
    },
  };
}
