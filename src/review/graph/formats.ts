import type { Graph } from '../../project/graph.ts';

type GraphFormat = (graph: Graph) => string;

/** The forms that `--graph` takes. A new one is a new file and a new row. */
export const graphFormats = {
  mermaid: async () => (await import('./mermaid.ts')).mermaid,
  dot: async () => (await import('./dot.ts')).dot,
  json: async () => (await import('./json.ts')).json,
} as const satisfies Record<string, () => Promise<GraphFormat>>;

export type GraphFormatName = keyof typeof graphFormats;

export const graphFormatNames = Object.keys(graphFormats) as readonly GraphFormatName[];
