import type * as t from '@babel/types';

/** What is known of a value while the file loads: where it came from, so that a write or call can be judged. */
export type Value =
  /** A primitive, or an object made by this file that nobody else has; `holds` is what its elements may be. */
  | { readonly kind: 'own'; readonly holds?: Value }
  /** A function or class of the file. */
  | { readonly kind: 'function'; readonly node: t.Function | t.Class }
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
  | { readonly kind: 'either'; readonly options: readonly Value[] }
  | { readonly kind: 'unknown' };

export const own: Value = { kind: 'own' };
export const unknown: Value = { kind: 'unknown' };
export const THIS = -1;

/** More foreign possibilities than these are as good as none known. */
const MOST_FOREIGN = 6;
/** More functions than these are not worth following. */
const MOST = 8;

export function optionsOf(value: Value): readonly Value[] {
  return value.kind === 'either' ? value.options : [value];
}

/** What may be any of these. */
export function either(values: readonly Value[]): Value {
  const [only] = values;
  if (only !== undefined && values.every((value) => value === only)) return only;
  const options = new Map<string, Value>();
  for (const option of values.flatMap(optionsOf)) {
    if (option.kind === 'unknown') return unknown;
    const key = keyOf(option);
    options.set(key, mergeOwn(options.get(key), option));
  }
  const foreign = [...options.values()].filter(({ kind }) => kind !== 'own' && kind !== 'function');
  if (foreign.length > MOST_FOREIGN || options.size > MOST) return unknown;
  const [first, ...rest] = options.values();
  return rest.length > 0 ? { kind: 'either', options: [...options.values()] } : (first ?? own);
}

/** Elements that are not known make those of the whole unknown, too. */
function mergeOwn(known: Value | undefined, added: Value): Value {
  if (known?.kind !== 'own' || added.kind !== 'own') return added;
  return known.holds && added.holds ? { kind: 'own', holds: either([known.holds, added.holds]) } : own;
}

/** The same for values that are the same as far as it is known. */
export function keyOf(value: Value): string {
  if (value.kind === 'own') return 'own';
  if (value.kind === 'function') return `function ${value.node.start}`;
  if (value.kind === 'parameter') return JSON.stringify([value.owner.start, value.index, value.path]);
  if (value.kind === 'required')
    return `${value.result ? 'result' : 'required'} ${value.require} ${value.path.join('\n')}`;
  return value.kind === 'global' ? `global ${value.name}` : value.kind;
}
