import type { Graph, GraphEdge, GraphNode } from '../../project/graph.ts';
import type { FileStatus } from '../../project/report.ts';
import { caption, groupsOf } from './groups.ts';

const FILL: Record<FileStatus, string> = {
  converted: '#d7f0d7',
  unchanged: '#eeeeee',
  refused: '#fbe9c6',
  error: '#f6cfcf',
};

const STYLE: Record<GraphEdge['kind'], string> = {
  import: '',
  require: '',
  late: ' [style=dashed, label="late"]',
  dynamic: ' [style=dotted, label="import()"]',
};

/** The graph in the DOT language, for Graphviz (`dot -Tsvg`). */
export function dot(graph: Graph): string {
  const { cycles, others } = groupsOf(graph);
  const lines = [
    'digraph modules {',
    '  rankdir=LR;',
    '  node [shape=box, style="rounded,filled"];',
    ...others.map((node) => `  ${drawNode(node)}`),
    ...cycles.flatMap((nodes, index) => [
      `  subgraph cluster_${index} {`,
      '    label="cycle";',
      ...nodes.map((node) => `    ${drawNode(node)}`),
      '  }',
    ]),
    ...graph.edges.map(({ from, to, kind }) => `  ${quoted(from)} -> ${quoted(to)}${STYLE[kind]};`),
    '}',
  ];
  return `${lines.join('\n')}\n`;
}

function drawNode(node: GraphNode): string {
  return `${quoted(node.id)} [label=${quoted(`${node.id}\n${caption(node)}`)}, fillcolor="${FILL[node.status]}"];`;
}

function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&').replaceAll('\n', '\\n')}"`;
}
