import { addTo } from '../../lists.ts';
import type { LinkModule, Target } from './module.ts';

/** The module graph, whenever something is loaded: at once, late, or by a computed specifier. */

/** What a module may load. */
export function loadedBy({ targets, imports, mayLoad }: LinkModule): readonly string[] {
  return [...moduleIds(targets), ...moduleIds([...imports.values()]), ...mayLoad];
}

/** The same with the loads that nobody knows for certain. */
export function perhapsLoadedBy(module: LinkModule): readonly string[] {
  return [...loadedBy(module), ...module.loose.flatMap(({ ids }) => ids)];
}

/** @returns a function that tells which modules may load one */
export function loadersIn<Module extends LinkModule>(
  modules: ReadonlyMap<string, Module>,
  loads: (module: Module) => readonly string[] = loadedBy,
): (id: string) => readonly string[] {
  const loaders = new Map<string, string[]>();
  for (const module of modules.values())
    for (const id of loads(module)) {
      addTo(loaders, id, module.id);
    }
  return (id) => loaders.get(id) ?? [];
}

export function moduleIds(targets: readonly Target[]): readonly string[] {
  return targets.flatMap((target) => (target.kind === 'module' ? [target.id] : []));
}

/** All that can be reached, the start included. */
export function reach(from: Iterable<string>, next: (id: string) => Iterable<string>): ReadonlySet<string> {
  const found = new Set(from);
  for (const id of found) for (const other of next(id)) found.add(other);
  return found;
}

/** The modules that load each other in any way, whichever begins: what is made in one may get to all of them. */
export function connectedIn(modules: ReadonlyMap<string, LinkModule>): (id: string) => ReadonlySet<string> {
  let loaders: ReturnType<typeof loadersIn> | null = null;
  const known = new Map<string, ReadonlySet<string>>();
  return (id) => {
    const before = known.get(id);
    if (before !== undefined) return before;
    loaders ??= loadersIn(modules);
    const loadersOf = loaders;
    const found = reach([id], (at) => [...loadedBy(modules.get(at)!), ...loadersOf(at)]);
    for (const member of found) known.set(member, found);
    return found;
  };
}
