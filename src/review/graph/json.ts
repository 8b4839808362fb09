import type { Graph } from '../../project/graph.ts';

/** The graph as it is. */
export function json(graph: Graph): string {
  return `${JSON.stringify(graph, null, 2)}\n`;
}
