import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { stronglyConnectedComponents } from '../../src/project/link/cycles/components.ts';

describe('strongly connected components', () => {
  test('modules that import each other are one component, after what they import', () => {
    const graph = { main: ['a'], a: ['b', 'leaf'], b: ['a'], leaf: [] };
    expect(components(graph)).toEqual([['leaf'], ['a', 'b'], ['main']]);
  });

  test('a chain of 50,000 modules does not exhaust the stack', () => {
    const next = (id: string): string[] => (id === '49999' ? ['0'] : [String(Number(id) + 1)]);
    expect(stronglyConnectedComponents(['0'], next)).toHaveLength(1);
  });

  test('two nodes share a component exactly where each reaches the other', () => {
    const graphs = fc.array(fc.array(fc.nat(7), { maxLength: 4 }), { minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(graphs, (edges) => {
        const graph = Object.fromEntries(edges.map((targets, node) => [String(node), targets.map(String)]));
        const found = components(graph);
        for (const a of Object.keys(graph)) {
          for (const b of Object.keys(graph)) {
            const together = found.some((component) => component.includes(a) && component.includes(b));
            expect(together).toBe(a === b || (reaches(graph, a, b) && reaches(graph, b, a)));
          }
        }
      }),
    );
  });
});

type Graph = Readonly<Record<string, readonly string[]>>;

function components(graph: Graph): string[][] {
  return stronglyConnectedComponents(Object.keys(graph), (node) => graph[node]!).map((component) =>
    component.toSorted(),
  );
}

function reaches(graph: Graph, from: string, to: string): boolean {
  const seen = new Set<string>();
  const queue = [...graph[from]!];
  for (const node of queue) {
    if (seen.has(node)) continue;
    seen.add(node);
    queue.push(...graph[node]!);
  }
  return seen.has(to);
}
