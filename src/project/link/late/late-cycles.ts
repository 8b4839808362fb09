import { cyclesIn, stronglyConnectedComponents } from '../cycles/components.ts';
import { needsOrder, settledOrder } from '../cycles/cycle-order.ts';
import { LoadGraph } from '../cycles/load-graph.ts';
import type { LinkModule } from '../module.ts';
import { loadersBy, perhapsLoadedBy, reach } from '../reachable.ts';
import { type AfterRegistering, afterRegistering } from './after-registering.ts';
import { lateLoadsIn } from './late-load.ts';

/** Modules that load each other while they are loaded, or later: only among these can a require lead back. */
export interface LateCycles {
  readonly graph: LoadGraph;
  readonly cycles: readonly (readonly string[])[];
  /** Modules that may have run what others registered before, who need not be of these cycles. */
  readonly beyond: readonly AfterRegistering[];
  /** Those of modules that load each other at once, where each finds evaluated what it uses, if its functions do. */
  readonly ordered: readonly (readonly string[])[];
  /** The modules of which one has to know what they run: those in any way connected with the cycles. */
  readonly concerned: ReadonlySet<string>;
}

export function lateCyclesOf(modules: ReadonlyMap<string, LinkModule>): LateCycles {
  const graph = new LoadGraph(modules);
  const cycles = cyclesWithLateLoads(modules, graph);
  const ordered = cyclesIn(modules.keys(), (id) => graph.loadedBy(id)).filter(
    (cycle) => needsOrder(cycle, modules) && settledOrder(cycle, modules, () => true) !== null,
  );
  const loaders = loadersBy(modules, perhapsLoadedBy);
  const connected = (id: string): readonly string[] => [...perhapsLoadedBy(modules.get(id)!), ...loaders(id)];
  const beyond = afterRegistering(modules, graph);
  const concerned = reach([...cycles, ...ordered].flat(), connected);
  return { graph, cycles, beyond, ordered, concerned };
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
