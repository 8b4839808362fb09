import { addTo } from '../../lists.ts';
import { foundOnce } from './found-once.ts';
import type { LinkModule, Target } from './module.ts';

/** The module graph, whenever something is loaded: at once, late, or by a computed specifier. */

/** What a module may load. */
export const loadedBy: (module: LinkModule) => readonly string[] = foundOnce(
  ({ targets, imports, mayLoad }) => [...moduleIds(targets), ...moduleIds([...imports.values()]), ...mayLoad],
);

/** The same with the loads that nobody knows for certain. */
export function perhapsLoadedBy(module: LinkModule): readonly string[] {
  return [...loadedBy(module), ...module.loose.flatMap(({ ids }) => ids)];
}

type Modules = ReadonlyMap<string, LinkModule>;

/** What any of them may load. */
export const loadedIn: (modules: Modules) => ReadonlySet<string> = foundOnce(
  (modules) => new Set([...modules.values()].flatMap(loadedBy)),
);

/** @returns a function that tells which modules may load one */
export const loadersIn: (modules: Modules) => (id: string) => readonly string[] = foundOnce((modules) =>
  loadersBy(modules, loadedBy),
);

/** The same for other ways to load. */
export function loadersBy<Module extends LinkModule>(
  modules: ReadonlyMap<string, Module>,
  loads: (module: Module) => readonly string[],
): (id: string) => readonly string[] {
  const loaders = new Map<string, string[]>();
  for (const module of modules.values())
    for (const id of loads(module)) {
      addTo(loaders, id, module.id);
    }
  return (id) => loaders.get(id) ?? [];
}

export function moduleIds(targets: readonly Target[]): readonly string[] {
  const ids: string[] = [];
  for (const target of targets) if (target.kind === 'module') ids.push(target.id);
  return ids;
}

/** All that can be reached, the start included. */
export function reach(from: Iterable<string>, next: (id: string) => Iterable<string>): ReadonlySet<string> {
  const found = new Set(from);
  for (const id of found) for (const other of next(id)) found.add(other);
  return found;
}

/** The modules that load each other in any way, whichever begins: what is made in one may get to all of them. */
export const connectedIn: (modules: Modules) => (id: string) => ReadonlySet<string> = foundOnce((modules) => {
  const known = new Map<string, ReadonlySet<string>>();
  return (id) => {
    const before = known.get(id);
    if (before !== undefined) return before;
    const loadersOf = loadersIn(modules);
    const found = reach([id], (at) => [...loadedBy(modules.get(at)!), ...loadersOf(at)]);
    for (const member of found) known.set(member, found);
    return found;
  };
});
