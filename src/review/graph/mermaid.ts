import type { Graph, GraphEdge, GraphNode } from '../../project/graph.ts';
import { caption, groupsOf } from './groups.ts';

const ARROW: Record<GraphEdge['kind'], string> = {
  import: '-->',
  require: '-->',
  late: '-. late .->',
  dynamic: '-. import .->',
};

const CLASSES = [
  'classDef converted fill:#d7f0d7,stroke:#4b8a4b,color:#000',
  'classDef unchanged fill:#eeeeee,stroke:#888888,color:#000',
  'classDef refused fill:#fbe9c6,stroke:#b08420,color:#000',
  'classDef error fill:#f6cfcf,stroke:#a94442,color:#000',
];

/** The graph as a Mermaid flowchart, which Markdown viewers draw. */
export function mermaid(graph: Graph): string {
  const names = new Map(graph.nodes.map(({ id }, index) => [id, `f${index}`]));
  const draw = (node: GraphNode): string =>
    `${names.get(node.id)}["${escaped(node.id)}<br/>${caption(node)}"]:::${node.status}`;
  const { cycles, others } = groupsOf(graph);
  const lines = [
    'flowchart LR',
    ...others.map((node) => `  ${draw(node)}`),
    ...cycles.flatMap((nodes, index) => [
      `  subgraph cycle${index} [cycle]`,
      ...nodes.map((node) => `    ${draw(node)}`),
      '  end',
    ]),
    ...graph.edges.map(({ from, to, kind }) => `  ${names.get(from)} ${ARROW[kind]} ${names.get(to)}`),
    ...CLASSES.map((line) => `  ${line}`),
  ];
  return `${lines.join('\n')}\n`;
}

/** Characters that mean something in a label become entities, which are written with `#`. */
function escaped(text: string): string {
  return text.replace(/["#<>&`\\\n\r]/g, (character) => `#${character.charCodeAt(0)};`);
}
