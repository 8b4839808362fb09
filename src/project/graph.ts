import { stronglyConnectedComponents } from './link/cycles/components.ts';
import type { LinkModule, Target } from './link/module.ts';
import type { FileReport, FileStatus, Shape } from './report.ts';

/** Who imports whom in a run, and what became of each file. Plain data; paths as in the report. */
export interface Graph {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  /** Groups of files that import each other, late requires and `import()` included. */
  readonly cycles: readonly (readonly string[])[];
}

export interface GraphNode {
  /** The path before the conversion. */
  readonly id: string;
  readonly shape: Shape | null;
  readonly status: FileStatus;
}

/**
 * One file names another, as its source stands before the conversion:
 * `import`: an import or export declaration. `require`: a call that runs once, while the file loads. `late`: a call in
 * a function, branch or loop. `dynamic`: `import()`.
 */
export interface GraphEdge {
  readonly from: string;
  readonly to: string;
  readonly kind: 'import' | 'require' | 'late' | 'dynamic';
}

/** The graph of the sources of a run. What lies outside of it (builtins, packages) has no node. */
export function graphOf(modules: ReadonlyMap<string, LinkModule>, rows: readonly FileReport[]): Graph {
  const sources = rows.filter(({ kind }) => kind === 'source');
  return {
    nodes: sources.map(({ path, shape, status }) => ({ id: path, shape, status })),
    edges: sources.flatMap(({ path }) => edgesFrom(modules.get(path))),
    cycles: cyclesWithLate(modules),
  };
}

/** Cycles of whatever names another module, late requires and `import()` included: more than those that load each other. */
function cyclesWithLate(modules: ReadonlyMap<string, LinkModule>): Graph['cycles'] {
  const edges = (id: string): readonly string[] => {
    const { targets, imports, mayLoad } = modules.get(id)!;
    const named = [...targets, ...imports.values()].flatMap((target) =>
      target.kind === 'module' ? [target.id] : [],
    );
    return [...named, ...mayLoad];
  };
  return stronglyConnectedComponents(modules.keys(), edges).filter(
    (component) => component.length > 1 || edges(component[0]!).includes(component[0]!),
  );
}

/** Each neighbour once for each way in which it is named. */
function edgesFrom(module: LinkModule | undefined): readonly GraphEdge[] {
  if (module === undefined) return [];
  const edges = new Map<string, GraphEdge>();
  const add = (target: Target | undefined, kind: GraphEdge['kind']): void => {
    if (target?.kind !== 'module' && target?.kind !== 'unscanned') return;
    edges.set(`${kind} ${target.id}`, { from: module.id, to: target.id, kind });
  };
  const { requires, esm } = module.facts;
  for (const { argument } of [...esm.imports, ...esm.stars]) add(module.imports.get(argument[0]), 'import');
  for (const [index, { placement }] of requires.entries())
    add(module.targets[index], placement === 'top' ? 'require' : 'late');
  for (const { argument } of esm.dynamicImports) add(module.imports.get(argument[0]), 'dynamic');
  return [...edges.values()];
}
