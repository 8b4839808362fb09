import type { Graph, GraphNode } from '../../project/graph.ts';

export interface Groups {
  /** The nodes of each cycle; they are drawn in a box of their own. */
  readonly cycles: readonly (readonly GraphNode[])[];
  /** The nodes outside of any cycle. */
  readonly others: readonly GraphNode[];
}

/** The nodes by where they are drawn. */
export function groupsOf({ nodes, cycles }: Graph): Groups {
  const nodeOf = new Map(nodes.map((node) => [node.id, node]));
  const circular = new Set(cycles.flat());
  return {
    cycles: cycles.map((cycle) => cycle.flatMap((id) => nodeOf.get(id) ?? [])),
    others: nodes.filter(({ id }) => !circular.has(id)),
  };
}

/** What stands under a node's path. */
export function caption({ status, shape }: GraphNode): string {
  return status === 'converted' && shape !== null ? `${status}, ${shape}` : status;
}
