import type * as t from '@babel/types';
import type { LoadEvent } from './event.ts';
import type { Values } from './values.ts';
import { visitCalled, Walk } from './walk.ts';

/** What calling a function of the file does; found when first asked for, and kept. */
export class Summaries {
  readonly values: Values;
  readonly #known = new Map<t.Node, readonly LoadEvent[]>();

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
}

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
    case 'use':
      return JSON.stringify([event.use, event.of.owner.start, event.of.index, event.of.path]);
  }
}
