import type * as t from '@babel/types';
import type { ScanContext } from './context.ts';

/**
 * Something that several parts of a scan work from and that costs a look at the whole file: made once for each scan.
 * The context itself keeps it: a `WeakMap` of contexts would hold every syntax tree until the next full collection.
 */
export function perScan<Value>(make: (context: ScanContext) => Value): (context: ScanContext) => Value {
  return (context) => {
    const known = context.shared.get(make) as Value | undefined;
    if (known !== undefined) return known;
    const value = make(context);
    context.shared.set(make, value);
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
