import { expect, test } from '@jest/globals';
import type { Graph } from '../../src/project/graph.ts';
import { dot } from '../../src/review/graph/dot.ts';
import { json } from '../../src/review/graph/json.ts';
import { mermaid } from '../../src/review/graph/mermaid.ts';

const graph: Graph = {
  nodes: [
    { id: 'main.js', shape: 'none', status: 'converted' },
    { id: 'odd "#1.js', shape: null, status: 'refused' },
    { id: 'a.js', shape: 'named', status: 'converted' },
  ],
  edges: [
    { from: 'main.js', to: 'a.js', kind: 'require' },
    { from: 'a.js', to: 'odd "#1.js', kind: 'late' },
    { from: 'odd "#1.js', to: 'a.js', kind: 'dynamic' },
  ],
  cycles: [['a.js', 'odd "#1.js']],
};

test('mermaid draws nodes, cycles and edges, and hides what labels cannot hold', () => {
  expect(mermaid(graph).split('\n').slice(0, 9)).toEqual([
    'flowchart LR',
    '  f0["main.js<br/>converted, none"]:::converted',
    '  subgraph cycle0 [cycle]',
    '    f2["a.js<br/>converted, named"]:::converted',
    '    f1["odd #34;#35;1.js<br/>refused"]:::refused',
    '  end',
    '  f0 --> f2',
    '  f2 -. late .-> f1',
    '  f1 -. import .-> f2',
  ]);
});

test('dot draws nodes, cycles and edges, with quotes escaped', () => {
  const text = dot(graph);
  expect(text).toMatch(/^digraph modules \{\n.*\n\}\n$/s);
  expect(text).toContain('  "main.js" [label="main.js\\nconverted, none", fillcolor="#d7f0d7"];\n');
  expect(text).toContain('  subgraph cluster_0 {\n    label="cycle";\n    "a.js" [');
  expect(text).toContain('  "a.js" -> "odd \\"#1.js" [style=dashed, label="late"];\n');
});

test('json is the graph itself', () => {
  expect(JSON.parse(json(graph))).toEqual(graph);
});
