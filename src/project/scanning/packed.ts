import { deflateSync, inflateSync } from 'node:zlib';

/** Data as compressed JSON. */
export function pack(value: object): Uint8Array {
  // A copy: the buffer that comes out is part of a larger one.
  return new Uint8Array(deflateSync(JSON.stringify(value), { level: 1 }));
}

/** Data that is kept for later, when it is read several times in a row: packed, it takes a fiftieth of the memory. */
export class Packed<Value extends object> {
  readonly #bytes: Uint8Array;
  #unpacked: WeakRef<Value> | null = null;

  /** @param bytes from `pack` */
  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  read(): Value {
    const known = this.#unpacked?.deref();
    if (known !== undefined) return known;
    const value: Value = JSON.parse(inflateSync(this.#bytes).toString());
    this.#unpacked = new WeakRef(value);
    return value;
  }
}

const ITEMS_TOGETHER = 256;

/** A list of data that is packed as it grows: but for the last items, all of it. */
export class PackedList<Item> {
  readonly #packed: Packed<readonly Item[]>[] = [];
  #last: Item[] = [];

  /** @returns the index of the item */
  add(item: Item): number {
    if (this.#last.length === ITEMS_TOGETHER) {
      this.#packed.push(new Packed(pack(this.#last)));
      this.#last = [];
    }
    this.#last.push(item);
    return this.#packed.length * ITEMS_TOGETHER + this.#last.length - 1;
  }

  at(index: number): Item {
    const items = this.#packed[Math.floor(index / ITEMS_TOGETHER)]?.read() ?? this.#last;
    return items[index % ITEMS_TOGETHER]!;
  }
}
