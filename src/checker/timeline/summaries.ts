import type * as t from '@babel/types';
import { isFunction } from '../../syntax/kinds.ts';
import { type LoadEvent, withoutRepeats } from './event.ts';
import { effect } from './judge.ts';
import type { UnseenCalls } from './unseen.ts';
import { optionsOf, type Value } from './value.ts';
import type { Values } from './values.ts';
import { visitCalled, Walk } from './walk.ts';

/** How many calls, each made by what the one before handed over, are followed; and how many in a file. */
const DEEPEST = 8;
const MOST_FOLLOWED = 600;

/** What calling a function of the file does; found when first asked for, and kept. */
export class Summaries {
  readonly values: Values;
  readonly unseen: UnseenCalls;
  readonly #known = new Map<t.Node, readonly LoadEvent[]>();
  readonly #called = new Map<t.Node, readonly Value[]>();
  #depth = 0;
  #followed = 0;

  constructor(values: Values, unseen: UnseenCalls) {
    this.values = values;
    this.unseen = unseen;
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

  /** What an expression of `UnseenCalls` may be, as far as calling it may do anything. */
  calledAs(node: t.Node): readonly Value[] {
    const known = this.#called.get(node);
    if (known !== undefined) return known;
    const value: Value = isFunction(node) ? { kind: 'function', node } : this.values.of(node);
    const called = optionsOf(value).filter(({ kind }) => doing.has(kind));
    this.#called.set(node, called);
    return called;
  }

  /** Whether a function is known to do nothing that others could notice, whatever it is given. */
  isIdle(node: t.Node): boolean {
    return this.#known.get(node)?.length === 0;
  }

  /** Whether calls are followed, at this depth; once enough were, none is any more. */
  get follows(): boolean {
    return this.#depth < DEEPEST && this.#followed < MOST_FOLLOWED;
  }

  /** Functions that are handed to each other may call each other for ever; at some depth anything may happen. */
  follow(call: () => readonly LoadEvent[], node: t.Node): readonly LoadEvent[] {
    if (!this.follows) return [effect('call', node)];
    this.#followed++;
    this.#depth++;
    const events = call();
    this.#depth--;
    return events;
  }
}

/** What a file makes itself has nothing to be called; what it gets as an argument, or from the language, is passed over. */
const doing: ReadonlySet<Value['kind']> = new Set(['function', 'required', 'unknown']);
