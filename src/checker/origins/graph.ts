/** Something that may have several values: a variable, an expression, a member, a parameter, a result. */
export class Slot<Value> {
  // Most have one value or none, and few are watched: what holds them is made when it is first needed.
  #values: Set<Value> | null = null;
  #to: Set<Slot<Value>> | null = null;
  #watchers: Map<unknown, (value: Value) => void> | null = null;
  #sameAs: Slot<Value> | null = null;

  /** The one of those that are the same that stands for all. */
  get head(): Slot<Value> {
    if (this.#sameAs === null) return this;
    let at: Slot<Value> = this.#sameAs;
    while (at.#sameAs !== null) at = at.#sameAs;
    this.#sameAs = at;
    return at;
  }

  get values(): ReadonlySet<Value> {
    return this.head.#values ?? (empty as ReadonlySet<Value>);
  }

  /** Those that get what this one gets. */
  get to(): ReadonlySet<Slot<Value>> {
    return this.head.#to ?? (empty as ReadonlySet<Slot<Value>>);
  }

  get watchers(): ReadonlyMap<unknown, (value: Value) => void> {
    return this.head.#watchers ?? (unwatched as ReadonlyMap<unknown, (value: Value) => void>);
  }

  /** @returns whether it is new */
  take(value: Value): boolean {
    const { head } = this;
    head.#values ??= new Set();
    if (head.#values.has(value)) return false;
    head.#values.add(value);
    return true;
  }

  /** @returns whether it is new */
  leadTo(other: Slot<Value>): boolean {
    const { head } = this;
    head.#to ??= new Set();
    if (head.#to.has(other.head)) return false;
    head.#to.add(other.head);
    return true;
  }

  /** @returns whether it is new */
  tell(rule: unknown, callback: (value: Value) => void): boolean {
    const { head } = this;
    head.#watchers ??= new Map();
    if (head.#watchers.has(rule)) return false;
    head.#watchers.set(rule, callback);
    return true;
  }

  /** From now on the other one is this one. */
  swallow(other: Slot<Value>): void {
    other.#sameAs = this;
    other.#values = null;
    other.#to = null;
    other.#watchers = null;
  }
}

const empty: ReadonlySet<unknown> = new Set();
const unwatched: ReadonlyMap<unknown, unknown> = new Map();

/** Thrown where more is asked of a graph than it may take. */
export class TooFar extends Error {}

/** Lets values go from slot to slot until nothing changes: subset constraints, solved by a worklist (Andersen's analysis). */
export class Graph<Value> {
  readonly #pending: (readonly [slot: Slot<Value>, value: Value])[] = [];
  #left: number;

  /** @param furthest how many steps it may take */
  constructor(furthest: number) {
    this.#left = furthest;
  }

  /** @throws TooFar */
  step(): void {
    this.#left -= 1;
    if (this.#left < 0) throw new TooFar();
  }

  add(slot: Slot<Value>, value: Value): void {
    this.step();
    if (slot.take(value)) this.#pending.push([slot, value]);
  }

  link(from: Slot<Value>, to: Slot<Value>): void {
    this.step();
    if (from.head === to.head || !from.leadTo(to)) return;
    for (const value of from.values) this.add(to, value);
  }

  /** What two slots get from each other is the same for good. */
  unify(one: Slot<Value>, other: Slot<Value>): void {
    const [kept, gone] =
      one.head.values.size < other.head.values.size ? [other.head, one.head] : [one.head, other.head];
    if (kept === gone) return;
    const { values, to, watchers } = gone;
    const known = [...kept.values];
    kept.swallow(gone);
    for (const value of values) this.add(kept, value);
    for (const next of to) this.link(kept, next);
    for (const [rule, callback] of watchers)
      if (kept.tell(rule, callback)) for (const value of known) callback(value);
  }

  /**
   * What two slots get is the same for good, but who gets it from the second one is told of one value that stands for all.
   */
  absorb(all: Slot<Value>, other: Slot<Value>, token: Value): void {
    const gone = other.head;
    if (gone === all.head) return;
    const { values, to, watchers } = gone;
    all.head.swallow(gone);
    for (const value of values) this.add(all, value);
    for (const next of to) if (next.head !== all.head) this.add(next, token);
    for (const callback of watchers.values()) callback(token);
  }

  /**
   * Calls back with each value that a slot has, or gets.
   *
   * @param rule of callbacks of one rule, which do the same for all slots that are the same, one is kept
   */
  watch(slot: Slot<Value>, callback: (value: Value) => void, rule: unknown = callback): void {
    this.step();
    if (slot.tell(rule, callback)) for (const value of [...slot.values]) callback(value);
  }

  /** Until nothing changes. */
  settle(): void {
    for (let next = this.#pending.pop(); next !== undefined; next = this.#pending.pop()) {
      const [slot, value] = next;
      for (const to of [...slot.to]) this.add(to, value);
      for (const callback of [...slot.watchers.values()]) callback(value);
    }
  }
}
