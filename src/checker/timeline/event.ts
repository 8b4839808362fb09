import type * as t from '@babel/types';
import type { EffectFact, OriginFact, StateFact } from '../facts.ts';
import type { CallbackTaken } from './known-globals.ts';
import { keyOf as keyOfValue, type Value } from './value.ts';

/** Something that happens when code runs, as far as others could notice it or it decides about an effect. */
export type LoadEvent =
  | { readonly kind: 'require'; readonly require: number; readonly node: t.Node }
  | { readonly kind: 'effect'; readonly effect: EffectFact }
  | ReadEvent
  /** Writes to what the caller handed over: the call tells whether that is an effect. */
  | { readonly kind: 'write'; readonly to: Parameter; readonly key: string | null; readonly node: t.Node }
  /** Calls what the caller handed over; with a `method`, that member of the receiver; `taken` where a builtin calls it. */
  | {
      readonly kind: 'call';
      readonly callee: Parameter;
      readonly method: string | undefined;
      readonly given: readonly Value[];
      readonly receiver: Value;
      readonly taken?: CallbackTaken;
      readonly node: t.Node;
    };

/** Reads a global, or a member of what may be another module's: all that is in it where the key is null. */
interface ReadEvent {
  readonly kind: 'read';
  readonly of: Foreign | StateFact;
  readonly key: string | null;
  readonly node: t.Node;
}

export type Foreign = Extract<Value, { kind: 'global' | 'required' | 'parameter' | 'unknown' }>;

export type Parameter = Extract<Value, { kind: 'parameter' }>;

export function isState(of: ReadEvent['of']): of is StateFact {
  return of.kind === 'files' || of.kind === 'setting';
}

/** The first of each kind of event: what happens in several calls counts once. */
export function withoutRepeats(events: readonly LoadEvent[]): readonly LoadEvent[] {
  if (events.length < 2) return events;
  const seen = new Set<string>();
  return events.filter((event) => {
    const key = keyOf(event);
    const isFirst = !seen.has(key);
    seen.add(key);
    return isFirst;
  });
}

/** The first read of each thing tells as much as all of them. */
export function withoutRepeatedReads(events: readonly LoadEvent[]): readonly LoadEvent[] {
  const reads = new Set(withoutRepeats(events.filter(({ kind }) => kind === 'read')));
  return events.filter((event) => event.kind !== 'read' || reads.has(event));
}

function keyOfOrigin(origin: OriginFact): string {
  if (origin.kind === 'unknown') return origin.kind;
  return origin.kind === 'global' ? `global ${origin.name}` : JSON.stringify(origin);
}

function keyOf(event: LoadEvent): string {
  switch (event.kind) {
    case 'require':
      return `require ${event.require}`;
    case 'read':
      return `read ${event.key} ${isState(event.of) ? JSON.stringify(event.of) : keyOfValue(event.of)}`;
    case 'effect':
      return `${event.effect.kind} ${event.effect.literals ?? ''} ${keyOfOrigin(event.effect.callee)}`;
    case 'write':
      return JSON.stringify(['write', event.key, event.to.owner.start, event.to.index, event.to.path]);
    case 'call':
      return `call ${event.node.start} ${keyOfValue(event.callee)}`;
  }
}
