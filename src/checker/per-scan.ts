import type * as t from '@babel/types';
import type { ScanContext } from './context.ts';

/** How many things parts of a scan share. */
let places = 0;

/** Where a scan keeps one of them: the number of an element, since some are asked for at each node. */
export function newPlace(): number {
  places += 1;
  return places - 1;
}

/**
 * Something that several parts of a scan work from and that costs a look at the whole file: made once for each scan.
 * The context itself keeps it: a `WeakMap` of contexts would hold every syntax tree until the next full collection.
 */
export function perScan<Value>(make: (context: ScanContext) => Value): (context: ScanContext) => Value {
  const place = newPlace();
  return (context) => {
    const known = context.shared[place] as Value | undefined;
    if (known !== undefined) return known;
    const value = make(context);
    context.shared[place] = value;
    return value;
  };
}

/** The same for something about a node that is asked for again and again, and found by a look at much else. */
export function perNode<Node extends t.Node, Value>(
  find: (context: ScanContext, node: Node) => Value,
): (context: ScanContext, node: Node) => Value {
  const knownOf = perScan(() => new Map<Node, Value>());
  return (context, node) => {
    const known = knownOf(context);
    const value = known.get(node);
    if (value !== undefined) return value;
    const found = find(context, node);
    known.set(node, found);
    return found;
  };
}
