import { cyclesIn, stronglyConnectedComponents } from '../cycles/components.ts';
import { isSettled, needsOrder } from '../cycles/cycle-order.ts';
import { LoadGraph } from '../cycles/load-graph.ts';
import type { LinkModule } from '../module.ts';
import { loadersIn, perhapsLoadedBy, reach } from '../reachable.ts';
import { lateLoadsIn } from './late-load.ts';

/** Modules that load each other while they are loaded, or later: only among these can a require lead back. */
export interface LateCycles {
  readonly graph: LoadGraph;
  readonly cycles: readonly (readonly string[])[];
  /** Modules beyond these cycles that may have run what others registered before: see `registered.ts`. */
  readonly beyond: readonly string[];
  /** Those of modules that load each other at once, where each finds evaluated what it uses, if its functions do. */
  readonly ordered: readonly (readonly string[])[];
  /** The modules of which one has to know what they run: those in any way connected with the cycles. */
  readonly concerned: ReadonlySet<string>;
}

export function lateCyclesOf(modules: ReadonlyMap<string, LinkModule>): LateCycles {
  const graph = new LoadGraph(modules);
  const cycles = cyclesWithLateLoads(modules, graph);
  const ordered = cyclesIn(modules.keys(), (id) => graph.loadedBy(id)).filter(
    (cycle) => needsOrder(cycle, modules) && isSettled(cycle, modules, () => true),
  );
  const loaders = loadersIn(modules, perhapsLoadedBy);
  const connected = (id: string): readonly string[] => [...perhapsLoadedBy(modules.get(id)!), ...loaders(id)];
  const beyond = afterRegistering(modules, graph);
  const concerned = reach([...[...cycles, ...ordered].flat(), ...beyond], connected);
  return { graph, cycles, beyond, ordered, concerned };
}

/**
 * Modules that are loaded together with, and after, one which has functions that load them: where it has registered these,
 * they may run meanwhile.
 */
function afterRegistering(modules: ReadonlyMap<string, LinkModule>, graph: LoadGraph): readonly string[] {
  const found = new Set<string>();
  for (const module of modules.values()) {
    const late = lateLoadsIn(module).flatMap(({ targets }) => targets);
    if (late.length === 0) continue;
    const loadedAtOnce = (id: string): Iterable<string> => graph.loadedBy(id);
    const before = reach(loadedFirst(module), loadedAtOnce);
    const together = graph.loadedTogetherWith(module.id);
    for (const id of reach(late, loadedAtOnce))
      if (together.has(id) && !before.has(id) && doesAnything(modules.get(id)!)) found.add(id);
  }
  return [...found];
}

/** What a module loads before it does anything else. */
function loadedFirst({ facts, targets }: LinkModule): readonly string[] {
  const first = facts.timeline.findIndex(({ kind }) => kind === 'effect');
  const before = first < 0 ? facts.timeline : facts.timeline.slice(0, first);
  return before.flatMap((entry) => {
    if (entry.kind !== 'require' || facts.requires[entry.require]!.placement !== 'top') return [];
    const target = targets[entry.require]!;
    return target.kind === 'module' ? [target.id] : [];
  });
}

/** Whether it does anything else while it is loaded than to load others. */
function doesAnything({ facts }: LinkModule): boolean {
  return facts.timeline.some(({ kind }) => kind !== 'require');
}

function cyclesWithLateLoads(
  modules: ReadonlyMap<string, LinkModule>,
  graph: LoadGraph,
): readonly (readonly string[])[] {
  const late = (id: string): readonly string[] =>
    lateLoadsIn(modules.get(id)!).flatMap(({ targets }) => targets);
  const components = stronglyConnectedComponents(modules.keys(), (id) => [
    ...graph.loadedBy(id),
    ...late(id),
  ]);
  return components.filter((component) => {
    const members = new Set(component);
    return component.some((id) => late(id).some((target) => members.has(target)));
  });
}
