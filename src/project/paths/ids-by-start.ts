/** Ids of files in their order, to be asked for those that begin in a certain way: few of many, as a rule. */
export class IdsByStart {
  readonly #ids: readonly string[];
  /** Indexes of the ids, in the order of their texts. */
  #sorted: readonly number[] | null = null;

  constructor(ids: readonly string[]) {
    this.#ids = ids;
  }

  has(start: string): boolean {
    if (start === '') return this.#ids.length > 0;
    return this.#idAt(this.#firstFrom(start))?.startsWith(start) === true;
  }

  /** In the order of the ids. */
  of(start: string): readonly string[] {
    if (start === '') return this.#ids;
    const from = this.#firstFrom(start);
    let to = from;
    while (this.#idAt(to)?.startsWith(start)) to++;
    const found = this.#inOrder().slice(from, to);
    return found.toSorted((a, b) => a - b).map((index) => this.#ids[index]!);
  }

  /** Where the first one stands that does not come before a text. */
  #firstFrom(text: string): number {
    let low = 0;
    let high = this.#ids.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#idAt(middle)! < text) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #idAt(place: number): string | undefined {
    const index = this.#inOrder()[place];
    return index === undefined ? undefined : this.#ids[index];
  }

  #inOrder(): readonly number[] {
    const ids = this.#ids;
    this.#sorted ??= [...ids.keys()].sort((a, b) => (ids[a]! < ids[b]! ? -1 : 1));
    return this.#sorted;
  }
}
