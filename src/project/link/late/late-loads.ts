import type { Range, RunFacts } from '../../../checker/facts.ts';
import { settledOrder } from '../cycles/cycle-order.ts';
import type { LoadGraph } from '../cycles/load-graph.ts';
import type { FollowedModule, LinkModule } from '../module.ts';
import { usesOf } from '../uses.ts';
import type { AfterRegistering } from './after-registering.ts';
import type { FollowedModules } from './followed-modules.ts';
import type { LateCycles } from './late-cycles.ts';
import { type LateLoad, lateLoadsIn } from './late-load.ts';
import { LaterModules } from './later-modules.ts';
import { Registered } from './registered.ts';
import { WhileLoading } from './running.ts';
import type { Started } from './started.ts';
import type { Step } from './way.ts';

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
  /** The same, in the order in which to name them. */
  readonly path: () => readonly string[];
  /** The functions that lead from the top level of the root to the load; none where that is not known. */
  readonly way: () => readonly Step[];
}

/** Who loads whom in a project, and what goes wrong with it. */
export interface Loading {
  readonly graph: LoadGraph;
  readonly leadingBack: readonly LeadingBack[];
  /** Modules of cycles in which each finds the others as it did, since these were evaluated before. */
  readonly settled: ReadonlySet<string>;
  /** Those of them from whose functions others inherit before they are evaluated. */
  readonly inheritedEarly: ReadonlySet<string>;
  /** What programs schedule by calling functions while they load, by the entries of those that call any. */
  readonly started: ReadonlyMap<string, Started>;
}

/**
 * @param runs what each of the modules runs that the cycles concern. Where it is not known of one of them, every
 *   require in a function counts as one that runs while the cycle loads.
 */
export function loadingOf(
  modules: ReadonlyMap<string, LinkModule>,
  { graph, cycles, ordered, concerned }: LateCycles,
  runs: ReadonlyMap<string, RunFacts>,
  started: Loading['started'],
): Loading {
  const known = withRuns(modules, concerned, runs);
  const running = known && new WhileLoading(known, graph);
  const leadingBack =
    known === null || running === null
      ? cycles.flatMap((cycle) => leadingAnywhere(cycle, modules))
      : leadingBackIn(cycles, graph, running);
  const orders =
    running === null ? [] : ordered.map((cycle) => ({ cycle, early: orderIn(cycle, modules, running) }));
  const settled = new Set(orders.flatMap(({ cycle, early }) => (early === null ? [] : cycle)));
  const inheritedEarly = new Set(orders.flatMap(({ early }) => [...(early ?? [])]));
  return { graph, leadingBack, settled, inheritedEarly, started };
}

/** The functions that run with a body may use others than the body does. */
function orderIn(
  cycle: readonly string[],
  modules: ReadonlyMap<string, LinkModule>,
  running: WhileLoading,
): ReturnType<typeof settledOrder> {
  const used = new Map(cycle.map((id) => [id, usedByFunctions(id, cycle, running)]));
  return settledOrder(cycle, modules, (id, waiting) => used.get(id)!.every((other) => !waiting.has(other)));
}

/** The members of a cycle that are used by functions which may run with the body of one of them, and whose these are. */
function usedByFunctions(id: string, cycle: readonly string[], running: WhileLoading): readonly string[] {
  const members = new Set(cycle);
  const used = new Set<string>();
  for (const [module, regions] of running.regions(id)) {
    if (module.id !== id && members.has(module.id) && [...regions].some((region) => region !== 0))
      used.add(module.id);
    for (const [index, fact] of members.has(module.id) ? module.facts.requires.entries() : []) {
      const target = module.targets[index]!;
      if (target.kind !== 'module' || !members.has(target.id)) continue;
      const ranges = usesOf(fact).map(({ range }) => range);
      if ([...regions].some((region) => region !== 0 && holds(module, region, ranges))) used.add(target.id);
    }
  }
  return [...used];
}

function holds({ facts }: FollowedModule, region: number, ranges: readonly Range[]): boolean {
  const [start, end] = facts.runs.regions[region]!.range;
  return ranges.some((range) => range[0] >= start && range[1] <= end);
}

function withRuns(
  modules: ReadonlyMap<string, LinkModule>,
  ids: ReadonlySet<string>,
  known: ReadonlyMap<string, RunFacts>,
): ReadonlyMap<string, FollowedModule> | null {
  const result = new Map<string, FollowedModule>();
  for (const [id, module] of modules) {
    if (!ids.has(id)) continue;
    const runs = known.get(id);
    if (runs === undefined) return null;
    result.set(id, { ...module, facts: { ...module.facts, runs } });
  }
  return result;
}

/** What is loaded late loads other modules, whose functions may then run as well: also those of other cycles. */
function leadingBackIn(
  cycles: LateCycles['cycles'],
  graph: LoadGraph,
  running: WhileLoading,
): readonly LeadingBack[] {
  const late = new Map<string, readonly LateLoad[]>();
  const knownIn = new Map<readonly string[], number>();
  const isKnown = (cycle: readonly string[]): boolean => knownIn.get(cycle) === graph.version;
  while (!cycles.every(isKnown)) {
    for (const cycle of cycles) {
      while (!isKnown(cycle)) {
        knownIn.set(cycle, graph.version);
        for (const root of cycle) late.set(root, running.lateLoads(root));
        addLoads(cycle, late, graph);
      }
    }
  }
  return [...late].flatMap(([root, loads]) =>
    leadingBack(root, loads, graph, (load) => running.wayTo(root, load)),
  );
}

/** Functions that modules have registered may be run while one is loaded after them. */
export function leadingBackBeyond(
  beyond: readonly AfterRegistering[],
  followed: FollowedModules,
  graph: LoadGraph,
): readonly LeadingBack[] {
  const registered = new Registered(beyond, followed, graph);
  if (registered.all.length === 0) return [];
  const later = new LaterModules(followed.modules, graph);
  return beyond.flatMap(({ root, registrars }) => {
    const isLater = later.than(root);
    const found = registered.all.filter(
      ({ module: { id }, loads }) =>
        registrars.has(id) && !isLater(id) && loads.some((load) => targetsBack(root, load, graph).length > 0),
    );
    if (found.length === 0) return [];
    const loads = found.filter(registered.runBy(root)).flatMap((registration) => registration.loads);
    return leadingBack(root, [...new Set(loads)], graph, noWay);
  });
}

function addLoads(
  cycle: readonly string[],
  late: ReadonlyMap<string, readonly LateLoad[]>,
  graph: LoadGraph,
): void {
  const members = new Set(cycle);
  for (const root of cycle)
    for (const target of late.get(root)!.flatMap(({ targets }) => targets))
      if (members.has(target)) graph.add(root, target);
}

function leadingAnywhere(
  cycle: readonly string[],
  modules: ReadonlyMap<string, LinkModule>,
): readonly LeadingBack[] {
  const members = new Set(cycle);
  return cycle.flatMap((id) => {
    const module = modules.get(id)!;
    return lateLoadsIn(module).flatMap((load): LeadingBack[] => {
      const targets = load.targets.filter((target) => members.has(target));
      if (targets.length === 0) return [];
      return [{ ...load, targets, root: id, between: cycle, path: () => cycle, way: noWay }];
    });
  });
}

const noWay = (): readonly Step[] => [];

function leadingBack(
  root: string,
  loads: readonly LateLoad[],
  graph: LoadGraph,
  wayTo: (load: LateLoad) => readonly Step[],
): readonly LeadingBack[] {
  return loads.flatMap((load) =>
    targetsBack(root, load, graph).map((target) => ({
      ...load,
      root,
      ...pathBack(graph, target, root),
      way: () => wayTo(load),
    })),
  );
}

function targetsBack(root: string, { targets, isLoose }: LateLoad, graph: LoadGraph): readonly string[] {
  // Nobody asks for himself by a path that he does not know.
  return targets.filter((target) => graph.reachedFrom(target).has(root) && !(isLoose && target === root));
}

/** Modules that load each other all lie between any two of them: there are many such pairs, and one list. */
function pathBack(graph: LoadGraph, from: string, to: string): Pick<LeadingBack, 'between' | 'path'> {
  const component = graph.componentOf(to);
  if (graph.componentOf(from) === component)
    return { between: component, path: () => graph.between(from, to) };
  const between = graph.between(from, to);
  return { between, path: () => between };
}
