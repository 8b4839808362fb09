import type * as t from '@babel/types';

/** What is known of a value while the file loads: where it came from, so that a write or call can be judged. */
export type Value =
  /** A primitive, or an object made by this file that nobody else has; `holds` is what its elements may be. */
  | { readonly kind: 'own'; readonly holds?: Value }
  /** One of these functions or classes of the file. */
  | { readonly kind: 'function'; readonly nodes: readonly (t.Function | t.Class)[] }
  /** A member of a required value; with `result`, something that came out of calling one. */
  | {
      readonly kind: 'required';
      readonly require: number;
      readonly path: readonly string[];
      readonly result: boolean;
    }
  /** A global or a member of one: `process.env`. Also `require` and `module`, which belong to the loader. */
  | { readonly kind: 'global'; readonly name: string }
  /** What a caller hands over: an argument, or `this` where the index is -1; or a member of it. */
  | {
      readonly kind: 'parameter';
      readonly owner: t.Node;
      readonly index: number;
      readonly path: readonly string[];
    }
  | { readonly kind: 'unknown' };

export const own: Value = { kind: 'own' };
export const unknown: Value = { kind: 'unknown' };
export const THIS = -1;

/** What may be one or the other: an own value adds no danger, two foreign ones cannot be told apart. */
export function join(a: Value | null, b: Value): Value {
  if (a === null || a === b) return b;
  if (a.kind === 'own' && b.kind === 'own')
    return a.holds && b.holds ? { kind: 'own', holds: join(a.holds, b.holds) } : own;
  if (a.kind === 'own') return b;
  if (b.kind === 'own') return a;
  if (a.kind === 'function' && b.kind === 'function') {
    return { kind: 'function', nodes: [...new Set([...a.nodes, ...b.nodes])] };
  }
  return isSame(a, b) ? a : unknown;
}

export function joinAll(values: readonly Value[]): Value {
  return values.reduce<Value | null>(join, null) ?? own;
}

function isSame(a: Value, b: Value): boolean {
  return JSON.stringify(keyOf(a)) === JSON.stringify(keyOf(b));
}

function keyOf(value: Value): unknown {
  if (value.kind === 'parameter') return [value.owner.start, value.index, value.path];
  return value.kind === 'function' ? value.nodes.map((node) => node.start) : value;
}
