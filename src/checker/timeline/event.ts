import type * as t from '@babel/types';
import type { EffectFact } from '../facts.ts';
import type { Value } from './value.ts';

/** Something that happens when code runs, as far as others could notice it or it decides about an effect. */
export type LoadEvent =
  | { readonly kind: 'require'; readonly require: number; readonly node: t.Node }
  | { readonly kind: 'effect'; readonly effect: EffectFact }
  /** Reads state that others may change. */
  | { readonly kind: 'read'; readonly name: string; readonly node: t.Node }
  /** Writes to what the caller handed over: the call tells whether that is an effect. */
  | { readonly kind: 'write'; readonly to: Parameter; readonly key: string | null; readonly node: t.Node }
  /** Calls what the caller handed over; with a `method`, that member of the receiver. */
  | {
      readonly kind: 'call';
      readonly callee: Parameter;
      readonly method: string | undefined;
      readonly given: readonly Value[];
      readonly receiver: Value;
      readonly node: t.Node;
    };

export type Parameter = Extract<Value, { kind: 'parameter' }>;

/** The first of each kind of event: what happens in several calls counts once. */
export function withoutRepeats(events: readonly LoadEvent[]): readonly LoadEvent[] {
  const seen = new Set<string>();
  return events.filter((event) => {
    const key = keyOf(event);
    const isFirst = !seen.has(key);
    seen.add(key);
    return isFirst;
  });
}

function keyOf(event: LoadEvent): string {
  switch (event.kind) {
    case 'require':
      return `require ${event.require}`;
    case 'read':
      return `read ${event.name}`;
    case 'effect':
      return JSON.stringify([event.effect.kind, event.effect.callee]);
    case 'write':
      return JSON.stringify(['write', event.key, event.to.owner.start, event.to.index, event.to.path]);
    case 'call':
      return `call ${event.node.start} ${event.callee.owner.start}`;
  }
}
