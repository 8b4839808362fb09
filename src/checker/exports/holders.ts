import type * as t from '@babel/types';
import type { Binding } from '../../syntax/scope.ts';
import { compareMoments, type Moment } from './moment.ts';
import type { Place } from './places.ts';

/**
 * A variable whose content is followed: the wrapper's `exports` and `module`, the property `module.exports` (the
 * `cell`), or a name of the file that is bound once to what one of them holds.
 */
export interface Holder {
  readonly kind: 'exports' | 'module' | 'cell' | 'alias' | 'this';
  /** What it holds, for a time at least: `module`, or an object that is or was `module.exports`. */
  readonly of: 'module' | 'object';
  readonly name: string;
  readonly binding: Binding | null;
  readonly initial: Value;
  readonly writes: HolderWrite[];
}

/** What a holder may hold. An object is told by the expression that made it; E0, which Node made, by null. */
export type Value =
  | { readonly kind: 'module' }
  | { readonly kind: 'object'; readonly origin: t.Node | null }
  /** One of several. */
  | { readonly kind: 'unknown' };

export const MODULE: Value = { kind: 'module' };
export const E0: Value = { kind: 'object', origin: null };
export const UNKNOWN: Value = { kind: 'unknown' };

export interface HolderWrite {
  readonly target: t.Node;
  readonly expression: t.Node;
  readonly operator: string;
  /** What is assigned; null where that is not one expression. */
  readonly value: t.Node | null;
  /** `{ exports: x } = value`: what is bound is that property. */
  readonly property: string | null;
  readonly place: Place;
  /** When it is done. */
  readonly moment: Moment;
  /** Set when the writes are evaluated, in order. */
  result: Value;
}

export function sameValue(a: Value, b: Value): boolean {
  if (a.kind === 'unknown' || b.kind === 'unknown') return false;
  if (a.kind === 'object' && b.kind === 'object') return a.origin === b.origin;
  return a.kind === b.kind;
}

/** Sorts writes by the time at which they are done; of nested assignments the inner one comes first. */
export function byCompletion(a: HolderWrite, b: HolderWrite): number {
  return compareMoments(a.moment, b.moment) || b.expression.start! - a.expression.start!;
}

/** Answers what a holder holds at a given time. */
export interface History {
  /** At a moment while the file loads. */
  at(moment: Moment, place: Place): Value;
  /** At any time from a moment on: the one value that it has all that time, or `UNKNOWN`. */
  from(moment: Moment): Value;
  /** After the file was loaded. */
  final(): Value;
}

const END: Moment = [Number.POSITIVE_INFINITY];

/** The writes must be complete and in order of completion; those of functions count at any time. */
export function historyOf({ initial, writes }: Holder): History {
  const inPlace = writes.filter(({ place }) => place.region === null);
  const later = writes.length > inPlace.length;
  const looped = inPlace.filter(({ place }) => place.loop !== null);

  return {
    at: (moment, place) => {
      if (later || looped.some((write) => write.place.loop === place.loop)) return UNKNOWN;
      return at(moment);
    },
    from: (moment) => {
      if (writes.length === 0) return initial;
      if (later) return UNKNOWN;
      const first = at(moment);
      const changes = inPlace.slice(countBefore(moment));
      return changes.every(({ result }) => sameValue(result, first)) ? first : UNKNOWN;
    },
    final: () => (later ? UNKNOWN : at(END)),
  };

  function at(moment: Moment): Value {
    let value: Value | null = null;
    for (let index = countBefore(moment) - 1; index >= 0; index -= 1) {
      const { place, result } = inPlace[index]!;
      if (value !== null && !sameValue(value, result)) return UNKNOWN;
      if (!place.conditional) return result;
      value = result;
    }
    return value === null || sameValue(value, initial) ? initial : UNKNOWN;
  }

  /** How many writes are done by a moment. */
  function countBefore(moment: Moment): number {
    let low = 0;
    let high = inPlace.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (compareMoments(inPlace[middle]!.moment, moment) <= 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
