import type * as t from '@babel/types';
import type { EffectFact } from '../facts.ts';
import type { Value } from './value.ts';

/** Something that happens when code runs, as far as others could notice it or it decides about an effect. */
export type LoadEvent =
  | { readonly kind: 'require'; readonly require: number; readonly node: t.Node }
  | { readonly kind: 'effect'; readonly effect: EffectFact }
  /** Reads state that others may change. */
  | { readonly kind: 'read'; readonly node: t.Node }
  /** Writes to what the caller handed over: the call tells whether that is an effect. */
  | { readonly kind: 'write'; readonly to: Parameter; readonly key: string | null; readonly node: t.Node }
  /** Calls what the caller handed over. */
  | {
      readonly kind: 'call';
      readonly callee: Parameter;
      readonly given: readonly Value[];
      readonly receiver: Value;
      readonly node: t.Node;
    };

export type Parameter = Extract<Value, { kind: 'parameter' }>;
