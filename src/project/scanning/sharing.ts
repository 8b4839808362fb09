/** So many values of a kind are remembered, then all are forgotten: most are those of a file or of its neighbours. */
const MOST_KNOWN = 1 << 16;

/** Offsets beyond are not worth it: the larger they are, the fewer ranges are the same. */
const FARTHEST = 1 << 20;

const nothing: readonly never[] = Object.freeze([]);

/**
 * Makes what is equal in parsed JSON the same: strings, pairs of offsets, empty lists. Facts consist mostly of these, and
 * the facts of all files of a run are kept.
 */
export class Sharing {
  readonly #strings = new Map<string, string>();
  readonly #pairs = new Map<number, readonly unknown[]>();

  /** @param value fresh from `JSON.parse`: what it holds is replaced in place */
  shared(value: unknown): unknown {
    if (typeof value === 'string') return known(this.#strings, value, value);
    if (typeof value !== 'object' || value === null) return value;
    return Array.isArray(value) ? this.#sharedList(value) : this.#sharedFields(value as Fields);
  }

  #sharedFields(fields: Fields): Fields {
    for (const key in fields) {
      const field = fields[key];
      const same = this.shared(field);
      if (same !== field) fields[key] = same;
    }
    return fields;
  }

  #sharedList(list: unknown[]): readonly unknown[] {
    if (list.length === 0) return nothing;
    if (list.length === 2 && isOffset(list[0]) && isOffset(list[1]))
      return known(this.#pairs, list[0] * FARTHEST + list[1], list);
    for (let index = 0; index < list.length; index++) list[index] = this.shared(list[index]);
    return list;
  }
}

type Fields = Record<string, unknown>;

function isOffset(value: unknown): value is number {
  return typeof value === 'number' && (value & (FARTHEST - 1)) === value;
}

/** The first value that came under a key. */
function known<Key, Value>(values: Map<Key, Value>, key: Key, value: Value): Value {
  const first = values.get(key);
  if (first !== undefined) return first;
  if (values.size === MOST_KNOWN) values.clear();
  values.set(key, value);
  return value;
}
