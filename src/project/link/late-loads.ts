import { LoadGraph } from './load-graph.ts';
import type { LinkModule } from './module.ts';
import { type LateLoad, targetsOf, WhileLoading } from './running.ts';

/**
 * Requires in functions that lead back to a module while that is being loaded.
 *
 * In CommonJS they get the exports that exist so far; Node throws ERR_REQUIRE_CYCLE_MODULE where it is an ES module. All
 * other requires in functions get a module that has been loaded, or load it.
 */
export interface LeadingBack extends LateLoad {
  /** The module that is being loaded. */
  readonly root: string;
  /** The modules that lie between the one that is required and the one that is being loaded. */
  readonly between: readonly string[];
}

/** Who loads whom in a project, and what goes wrong with it. */
export interface Loading {
  readonly graph: LoadGraph;
  readonly leadingBack: readonly LeadingBack[];
}

export function loadingOf(modules: ReadonlyMap<string, LinkModule>): Loading {
  const graph = new LoadGraph(modules);
  const roots = rootsOf(modules, graph);
  if (roots.size === 0) return { graph, leadingBack: [] };
  const running = new WhileLoading(modules, graph);
  const late = new Map<string, readonly LateLoad[]>();
  let changed = true;
  // What is loaded late loads other modules, whose functions may then run as well.
  while (changed) {
    changed = false;
    for (const root of roots) {
      const loads = running.lateLoads(root);
      late.set(root, loads);
      for (const { targets } of loads) {
        for (const target of targets) changed = graph.add(root, target) || changed;
      }
    }
  }
  return { graph, leadingBack: [...late].flatMap(([root, loads]) => leadingBack(root, loads, graph)) };
}

/** The modules to which a require in a function may lead, directly or not. */
function rootsOf(modules: ReadonlyMap<string, LinkModule>, graph: LoadGraph): ReadonlySet<string> {
  const roots = new Set<string>();
  for (const module of modules.values()) {
    for (const [index, { placement }] of module.facts.requires.entries()) {
      if (placement === 'deferred') for (const target of targetsOf(module, index)) roots.add(target);
    }
  }
  for (const id of roots) for (const loaded of graph.loadedBy(id)) roots.add(loaded);
  return roots;
}

function leadingBack(root: string, loads: readonly LateLoad[], graph: LoadGraph): readonly LeadingBack[] {
  return loads.flatMap((load) =>
    load.targets
      .filter((target) => graph.reachedFrom(target).has(root))
      .map((target) => ({ ...load, root, between: graph.between(target, root) })),
  );
}
