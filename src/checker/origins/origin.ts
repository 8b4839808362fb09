import type * as t from '@babel/types';
import { type Graph, Slot } from './graph.ts';

/**
 * `object`: what a literal, a class or a function is; `instance`: what a function or class makes; `prototype`: what that inherits from;
 * `builtin`: an object or function of the language; `foreign`: whatever comes from outside of the file at that place, with all that is in it; `primitive`: a value that is no object.
 */
export type OriginKind = 'builtin' | 'foreign' | 'instance' | 'object' | 'primitive' | 'prototype';

export type Place = Slot<Origin>;

/** What calls of functions that the file does not show get, all of which may then be in all of it. */
export interface Mixture {
  readonly all: Place;
  /** What stands for any of them, so that not all of them go everywhere. */
  readonly token: Origin;
  /** Where just that is. */
  readonly one: Place;
}

/** An object, or many that are made at the same place, and what may be in it. */
export class Origin {
  readonly kind: OriginKind;
  readonly node: t.Node;
  /** Whatever is under any key. */
  readonly all: Place = new Slot();
  /** What is put under keys that only running the program would tell, into lists, or by others. */
  readonly unnamed: Place = new Slot();
  /** What its methods may have as `this`: itself, and all that inherits from it. */
  readonly receivers: Place = new Slot();
  readonly #graph: Graph<Origin>;
  readonly #put = new Map<string, Place>();
  readonly #found = new Map<string, Place>();
  #keys: Set<string> | null = new Set();
  #mixture: Mixture | null = null;
  readonly #bases = new Set<Origin>();

  constructor(graph: Graph<Origin>, kind: OriginKind, node: t.Node) {
    this.kind = kind;
    this.node = node;
    this.#graph = graph;
    graph.link(this.unnamed, this.all);
    // Nobody calls its methods on a prototype itself.
    if (kind !== 'prototype') graph.add(this.receivers, this);
    // What is in something from outside is no more known than that is itself.
    if (kind === 'foreign') graph.add(this.unnamed, this);
  }

  /** The mixture that it is in. */
  get mixture(): Mixture | null {
    return this.#mixture;
  }

  /** What it inherits from. */
  get bases(): ReadonlySet<Origin> {
    return this.#bases;
  }

  /** The keys under which the file puts something into it; null: it may have any. */
  get keys(): ReadonlySet<string> | null {
    return this.#mixture === null && this.kind !== 'foreign' ? this.#keys : null;
  }

  /** A key that it has from now on. */
  gain(key: string | null): void {
    if (key === null) this.#keys = null;
    else this.#keys?.add(key);
  }

  /** From now on it has whatever is in the mixture, and the mixture what it has. */
  mixInto(mixture: Mixture): void {
    if (this.kind === 'builtin' || this.kind === 'primitive') return;
    if (this.#mixture !== null) {
      this.#graph.unify(mixture.all, this.#mixture.all);
      return;
    }
    this.#mixture = mixture;
    const found = [...this.#found.values()];
    for (const own of [this.unnamed, this.all, ...this.#put.values()])
      this.#graph.absorb(mixture.all, own, mixture.token);
    for (const place of found) this.#graph.add(place, mixture.token);
  }

  /** All that is in a mixture, of what stands for that. */
  get stands(): ReadonlySet<Origin> | null {
    return this.#mixture?.token === this ? this.#mixture.all.values : null;
  }

  /** What is put under a key. */
  put(key: string | null): Place {
    if (this.#mixture !== null || key === null || isIndex(key)) return this.unnamed;
    const known = this.#put.get(key);
    if (known !== undefined) return known;
    const place: Place = new Slot();
    this.#put.set(key, place);
    // Who has `Object` does not use all of it.
    if (this.kind !== 'builtin') this.#graph.link(place, this.all);
    return place;
  }

  /** What is found under a key. */
  found(key: string | null): Place {
    if (this.#mixture !== null) return this.#mixture.one;
    if (key === null || isIndex(key)) return this.all;
    const known = this.#found.get(key);
    if (known !== undefined) return known;
    const place: Place = new Slot();
    this.#found.set(key, place);
    this.#graph.link(this.put(key), place);
    // The methods of a list are no elements of it.
    if (this.node.type !== 'ArrayExpression') this.#graph.link(this.unnamed, place);
    for (const base of this.#bases) this.#graph.link(base.found(key), place);
    return place;
  }

  inheritFrom(base: Origin): void {
    if (base === this || this.#bases.has(base)) return;
    this.#bases.add(base);
    this.#graph.link(base.found(null), this.all);
    this.#graph.link(this.receivers, base.receivers);
    for (const [key, place] of this.#found) this.#graph.link(base.found(key), place);
  }
}

function isIndex(key: string): boolean {
  return /^\d+$/.test(key);
}
