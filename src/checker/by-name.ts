import type * as t from '@babel/types';
import { addTo } from '../lists.ts';
import { staticKey } from '../syntax/keys.ts';
import { nodesOf } from './nodes.ts';
import { perScan } from './per-scan.ts';

/**
 * Nodes of a file by a name that they have. What a checker looks for by its name is in few files, so that most of them
 * cost a look at the index, and not one at each node.
 */
export class ByName<Node> {
  readonly #all: readonly Node[];
  readonly #named = new Map<string, Node[]>();
  /** Where each node stands among all; made when nodes of several names are first asked for. */
  #places: ReadonlyMap<Node, number> | null = null;

  constructor(all: readonly Node[], nameOf: (node: Node) => string | null) {
    this.#all = all;
    for (const node of all) {
      const name = nameOf(node);
      if (name === null) continue;
      addTo(this.#named, name, node);
    }
  }

  /** In source order. */
  of(name: string): readonly Node[] {
    return this.#named.get(name) ?? none;
  }

  /** Those with any of the names, in source order; `null` is none. */
  ofAny(names: ReadonlySet<string | null>): readonly Node[] {
    const lists: (readonly Node[])[] = [];
    for (const name of names.size < this.#named.size ? names : this.#named.keys()) {
      const list = name !== null && names.has(name) ? this.#named.get(name) : undefined;
      if (list !== undefined) lists.push(list);
    }
    return lists.length > 1 ? this.#inOrder(lists.flat()) : (lists[0] ?? none);
  }

  #inOrder(nodes: Node[]): readonly Node[] {
    this.#places ??= new Map(this.#all.map((node, place) => [node, place]));
    const places = this.#places;
    return nodes.sort((a, b) => places.get(a)! - places.get(b)!);
  }
}

const none: readonly never[] = [];

/** Calls by the last name of what is called: `f()`, `object.f()`, `object['f']()`. */
export const callsByName = perScan(
  (scan) => new ByName(nodesOf(scan, 'CallExpression'), ({ callee }) => lastName(callee)),
);

/** Members by their keys. */
export const membersByKey = perScan((scan) => new ByName(nodesOf(scan, 'MemberExpression'), staticKey));

/** Assignments by the last name of their target: `name = value`, `object.name = value`. */
export const assignmentsByName = perScan(
  (scan) => new ByName(nodesOf(scan, 'AssignmentExpression'), ({ left }) => lastName(left)),
);

/** References by the variable's name, bound or free. */
export const referencesByName = perScan(({ scopes }) => new ByName(scopes.references, ({ name }) => name));

/** `f` for `f`, `object.f` and `object['f']`; null where only running the program would tell. */
export function lastName(node: t.Node): string | null {
  if (node.type === 'Identifier') return node.name;
  return node.type === 'MemberExpression' ? staticKey(node) : null;
}
