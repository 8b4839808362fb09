import { addTo } from '../../../lists.ts';
import type { LoadGraph } from '../cycles/load-graph.ts';
import type { LinkModule } from '../module.ts';
import { loadersIn, reach } from '../reachable.ts';
import { lateLoadsIn } from './late-load.ts';
import { LaterModules } from './later-modules.ts';

/** A module that may have run, while it is loaded, what others have registered by then: see `registered.ts`. */
export interface AfterRegistering {
  readonly root: string;
  /** The modules that may have registered a function which loads the root. */
  readonly registrars: ReadonlySet<string>;
}

/**
 * Only functions that load a module in the end can be under way while it is loaded, and only what comes by one of these
 * can register it.
 */
export function afterRegistering(
  modules: ReadonlyMap<string, LinkModule>,
  graph: LoadGraph,
): readonly AfterRegistering[] {
  const loadingLate = loadersByLateLoads(modules, graph);
  if (loadingLate.size === 0) return [];
  const later = new LaterModules(modules, graph);
  const loaders = loadersIn(modules);
  return [...loadingLate].flatMap(([root, late]) => {
    const isLater = later.than(root);
    const together = graph.loadedTogetherWith(root);
    const registrars = [...reach(late, loaders)].filter((id) => together.has(id) && !isLater(id));
    return registrars.some((id) => doesAnything(modules.get(id)!))
      ? [{ root, registrars: new Set(registrars) }]
      : [];
  });
}

/** The modules whose functions load one, where these are loaded together with it and not after it. */
function loadersByLateLoads(
  modules: ReadonlyMap<string, LinkModule>,
  graph: LoadGraph,
): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  const loadedAtOnce = (id: string): Iterable<string> => graph.loadedBy(id);
  for (const module of modules.values()) {
    const late = lateLoadsIn(module).flatMap(({ targets }) => targets);
    if (late.length === 0) continue;
    const before = reach(loadedFirst(module), loadedAtOnce);
    const together = graph.loadedTogetherWith(module.id);
    for (const id of reach(late, loadedAtOnce))
      if (together.has(id) && !before.has(id) && doesAnything(modules.get(id)!)) addTo(found, id, module.id);
  }
  return found;
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
export function doesAnything({ facts }: LinkModule): boolean {
  return facts.timeline.some(({ kind }) => kind !== 'require');
}
