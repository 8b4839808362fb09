import type * as t from '@babel/types';
import { isClass, isFunction } from '../../syntax/kinds.ts';
import { parentOf } from '../../syntax/tree.ts';
import { Graph, Slot } from './graph.ts';
import { Origin, type OriginKind, type Place } from './origin.ts';

/** The places and origins of a file: one for each thing that has values, made when it is first asked for. */
export abstract class World {
  readonly graph: Graph<Origin>;
  readonly #places = new Map<unknown, Place>();
  readonly #origins = new Map<t.Node, Origin>();
  readonly #made = new Map<t.Node, Origin>();
  readonly #prototypes = new Map<t.Node, Origin>();
  readonly #parameters = new Map<t.Node, Map<number, Place>>();
  readonly #anyParameter = new Map<t.Node, Place>();
  readonly #given = new Map<t.Node, Place>();
  readonly #results = new Map<t.Node, Place>();
  readonly #receivers = new Map<t.Node, Place>();

  constructor(furthest: number) {
    this.graph = new Graph(furthest);
  }

  /** @param fill done the first time, once the place is there */
  place(of: unknown, fill?: (place: Place) => void): Place {
    return this.#get(this.#places, of, fill);
  }

  origin(node: t.Node, kind: OriginKind = 'object'): Origin {
    let origin = this.#origins.get(node);
    if (origin === undefined) {
      origin = new Origin(this.graph, kind, node);
      this.#origins.set(node, origin);
    }
    return origin;
  }

  /** What a function or class makes. */
  madeBy(maker: t.Node): Origin {
    let made = this.#made.get(maker);
    if (made === undefined) {
      made = new Origin(this.graph, 'instance', maker);
      this.#made.set(maker, made);
      if (!isClass(maker)) this.graph.link(made.receivers, this.receiver(maker));
      made.inheritFrom(this.prototypeOf(maker));
    }
    return made;
  }

  /** What that inherits from. */
  prototypeOf(maker: t.Node): Origin {
    let prototype = this.#prototypes.get(maker);
    if (prototype === undefined) {
      prototype = new Origin(this.graph, 'prototype', maker);
      prototype.gain('constructor');
      this.#prototypes.set(maker, prototype);
    }
    return prototype;
  }

  parameter(fn: t.Node, index: number): Place {
    return this.#get(this.#parametersOf(fn), index, (place) => {
      this.graph.link(this.anyParameter(fn), place);
      this.graph.link(place, this.given(fn));
    });
  }

  #parametersOf(fn: t.Node): Map<number, Place> {
    const known = this.#parameters.get(fn);
    if (known !== undefined) return known;
    const places = new Map<number, Place>();
    this.#parameters.set(fn, places);
    return places;
  }

  /** All of its arguments. */
  given(fn: t.Node): Place {
    return this.#get(this.#given, fn, (place) => this.graph.link(this.anyParameter(fn), place));
  }

  /** What may be any of its arguments. */
  anyParameter(fn: t.Node): Place {
    return this.#get(this.#anyParameter, fn);
  }

  result(fn: t.Node): Place {
    return this.#get(this.#results, fn);
  }

  receiver(fn: t.Node): Place {
    return this.#get(this.#receivers, fn);
  }

  /** Puts something under a key of an object; of a function, that object is a receiver. */
  put(origin: Origin, key: string | null, from: Place): void {
    origin.gain(key);
    this.graph.link(from, origin.put(key));
    this.graph.watch(from, (value) => {
      if (isFunction(value.node) && value.kind === 'object' && this.isMethodOf(origin, value.node))
        this.graph.link(origin.receivers, this.receiver(value.node));
    });
  }

  /** Whether others may call a function on the object that has it. */
  protected abstract isMethodOf(holder: Origin, fn: t.Function): boolean;

  #get<Key>(places: Map<Key, Place>, key: Key, fill?: (place: Place) => void): Place {
    const known = places.get(key);
    if (known !== undefined) return known;
    this.graph.step();
    const place: Place = new Slot();
    places.set(key, place);
    fill?.(place);
    return place;
  }
}

/** The constructor of a class; null where it has none of its own. */
export function constructorIn({ body }: t.Class): t.ClassMethod | null {
  const own = body.body.find((member) => member.type === 'ClassMethod' && member.kind === 'constructor');
  return (own as t.ClassMethod | undefined) ?? null;
}

export function classAround(node: t.Node): t.Class | null {
  for (let at = parentOf(node); at !== null; at = parentOf(at)) if (isClass(at)) return at;
  return null;
}
