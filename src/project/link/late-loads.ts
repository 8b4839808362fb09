import { stronglyConnectedComponents } from './components.ts';
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
  const running = new WhileLoading(modules, graph);
  const found = cyclesWithLateLoads(modules, graph).flatMap((cycle) =>
    cycle.length > MOST_FOLLOWED ? leadingAnywhere(cycle, modules) : leadingBackIn(cycle, graph, running),
  );
  return { graph, leadingBack: found };
}

/** In larger cycles every require in a function counts as one that runs while the cycle loads. */
const MOST_FOLLOWED = 150;

/** Modules that load each other while they are loaded, or later: only among these can a require lead back. */
function cyclesWithLateLoads(
  modules: ReadonlyMap<string, LinkModule>,
  graph: LoadGraph,
): readonly (readonly string[])[] {
  const late = (id: string): readonly string[] =>
    lateIn(modules.get(id)!).flatMap((require) => targetsOf(modules.get(id)!, require));
  const components = stronglyConnectedComponents(modules.keys(), (id) => [
    ...graph.loadedBy(id),
    ...late(id),
  ]);
  return components.filter((component) => {
    const members = new Set(component);
    return component.some((id) => late(id).some((target) => members.has(target)));
  });
}

function lateIn({ facts }: LinkModule): readonly number[] {
  return facts.requires.flatMap(({ placement }, index) => (placement === 'deferred' ? [index] : []));
}

function leadingBackIn(
  cycle: readonly string[],
  graph: LoadGraph,
  running: WhileLoading,
): readonly LeadingBack[] {
  const members = new Set(cycle);
  const late = new Map<string, readonly LateLoad[]>();
  let changed = true;
  // What is loaded late loads other modules, whose functions may then run as well.
  while (changed) {
    changed = false;
    for (const root of cycle) late.set(root, running.lateLoads(root));
    for (const [root, loads] of late) {
      for (const target of loads.flatMap(({ targets }) => targets)) {
        if (members.has(target)) changed = graph.add(root, target) || changed;
      }
    }
  }
  return [...late].flatMap(([root, loads]) => leadingBack(root, loads, graph));
}

function leadingAnywhere(
  cycle: readonly string[],
  modules: ReadonlyMap<string, LinkModule>,
): readonly LeadingBack[] {
  const members = new Set(cycle);
  return cycle.flatMap((id) => {
    const module = modules.get(id)!;
    return lateIn(module).flatMap((require): LeadingBack[] => {
      const targets = targetsOf(module, require).filter((target) => members.has(target));
      return targets.length === 0 ? [] : [{ module, require, targets, root: id, between: cycle }];
    });
  });
}

function leadingBack(root: string, loads: readonly LateLoad[], graph: LoadGraph): readonly LeadingBack[] {
  return loads.flatMap((load) =>
    load.targets
      .filter((target) => graph.reachedFrom(target).has(root))
      .map((target) => ({ ...load, root, between: graph.between(target, root) })),
  );
}
