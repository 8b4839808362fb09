import type * as t from '@babel/types';
import type { LoadEvent } from './event.ts';
import type { Values } from './values.ts';
import { visitCalled, Walk } from './walk.ts';

/** What calling a function of the file does; found when first asked for, and kept. */
export class Summaries {
  readonly values: Values;
  readonly #known = new Map<t.Node, readonly LoadEvent[]>();
  #depth = 0;

  constructor(values: Values) {
    this.values = values;
  }

  /** A function that calls itself adds nothing by that: while it is being looked through it counts as empty. */
  of(node: t.Function | t.Class): readonly LoadEvent[] {
    const known = this.#known.get(node);
    if (known !== undefined) return known;
    this.#known.set(node, []);
    const walk = new Walk(this);
    visitCalled(walk, node);
    const events = withoutRepeats(walk.events);
    this.#known.set(node, events);
    return events;
  }

  /** Functions that are handed to each other may call each other for ever; at some depth anything may happen. */
  follow(call: () => readonly LoadEvent[], otherwise: LoadEvent): readonly LoadEvent[] {
    if (this.#depth === DEEPEST) return [otherwise];
    this.#depth++;
    const events = call();
    this.#depth--;
    return events;
  }
}

/** How many calls, each made by what the one before handed over, are followed. */
const DEEPEST = 12;

function withoutRepeats(events: readonly LoadEvent[]): readonly LoadEvent[] {
  const seen = new Set<string>();
  return events.filter((event) => {
    const key = keyOf(event);
    const isFirst = !seen.has(key);
    seen.add(key);
    return isFirst;
  });
}

function keyOf(event: LoadEvent): string {
  switch (event.kind) {
    case 'require':
      return `require ${event.require}`;
    case 'read':
      return `read ${event.node.start}`;
    case 'effect':
      return JSON.stringify([event.effect.kind, event.effect.callee]);
    case 'write':
      return JSON.stringify(['write', event.key, event.to.owner.start, event.to.index, event.to.path]);
    case 'call':
      return `call ${event.node.start} ${event.callee.owner.start}`;
  }
}
