import { own, sameValue, unknown, type Value } from './value.ts';

/** So many rounds, and what still changes is not known. */
const MOST_ROUNDS = 12;

/**
 * Values that may be defined by each other, `a = b; b = a`: what is asked for while it is being found out counts as what
 * it was found to be in the round before, and all that depends on it is found once more until nothing changes. So an
 * answer does not depend on who asks first.
 */
export class Circular {
  readonly #known = new Map<unknown, Value>();
  /** How deep those are that are being found out. */
  readonly #begun = new Map<unknown, number>();
  /** Of the last round. */
  readonly #guesses = new Map<unknown, Value>();
  /** What was found in this round by guesses, and how deep the outermost of those lies. */
  readonly #passing = new Map<unknown, { readonly value: Value; readonly depth: number }>();
  /** No depth in `#passing` is greater: most of what is found depends on no guess, and has nothing to look for there. */
  #deepestPassing = -1;
  /** The outermost that was guessed since this was set. */
  #guessed = Number.POSITIVE_INFINITY;
  #changed = false;

  /** @param find is asked again for what depends on itself */
  of(key: unknown, find: () => Value): Value {
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const begun = this.#begun.get(key);
    if (begun !== undefined) {
      this.#guessed = Math.min(this.#guessed, begun);
      return this.#guesses.get(key) ?? own;
    }
    const passing = this.#passing.get(key);
    if (passing !== undefined) {
      this.#guessed = Math.min(this.#guessed, passing.depth);
      return passing.value;
    }
    return this.#found(key, find);
  }

  #found(key: unknown, find: () => Value): Value {
    const depth = this.#begun.size;
    const guessed = this.#guessed;
    const changed = this.#changed;
    this.#begun.set(key, depth);
    for (let round = 0; ; round++) {
      this.#guessed = Number.POSITIVE_INFINITY;
      this.#changed = false;
      const value = round < MOST_ROUNDS ? find() : unknown;
      const by = round < MOST_ROUNDS ? this.#guessed : depth;
      if (by <= depth && !sameValue(value, this.#guesses.get(key) ?? own)) {
        this.#guesses.set(key, value);
        this.#changed = true;
      }
      if (by === depth && this.#changed && round < MOST_ROUNDS) {
        this.#forget(depth, false);
        continue;
      }
      this.#begun.delete(key);
      if (by < depth) {
        this.#passing.set(key, { value, depth: by });
        this.#deepestPassing = Math.max(this.#deepestPassing, by);
      } else {
        this.#known.set(key, value);
        this.#forget(depth, round < MOST_ROUNDS);
      }
      this.#guessed = Math.min(guessed, by < depth ? by : Number.POSITIVE_INFINITY);
      this.#changed = changed || (by < depth && this.#changed);
      return value;
    }
  }

  /** What depends on nothing further out than this is found out with it, or has to be found anew. */
  #forget(depth: number, isKnown: boolean): void {
    if (this.#deepestPassing < depth) return;
    this.#deepestPassing = -1;
    for (const [key, passing] of this.#passing) {
      if (passing.depth < depth) {
        this.#deepestPassing = Math.max(this.#deepestPassing, passing.depth);
        continue;
      }
      this.#passing.delete(key);
      if (isKnown) this.#known.set(key, passing.value);
    }
  }
}
