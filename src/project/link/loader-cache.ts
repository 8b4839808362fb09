import type { Range } from '../../checker/facts.ts';
import type { CacheReach, LoaderPackages } from './loader-packages.ts';
import type { LinkModule, Target } from './module.ts';
import { loadedBy, reach } from './reachable.ts';

/** What one module does to `require.cache`, or has a package do to it. */
export interface CacheChange {
  readonly range: Range;
  /** What may be loaded again, or be given otherwise. */
  readonly targets: readonly Target[];
  /** Modules of which that holds, too, since their paths are computed, or handed on by some program. */
  readonly handed: readonly string[];
}

/**
 * Who takes entries by paths that come from elsewhere may take any that its programs hand on; where the keys are those of
 * the cache, any module that these programs load.
 */
export function cacheChanges(
  modules: ReadonlyMap<string, LinkModule>,
  loadersOf: (id: string) => readonly string[],
  packages: LoaderPackages,
): (module: LinkModule) => readonly CacheChange[] {
  return (module) => {
    const { cache } = module.facts.loader;
    const byPackage = packages.changesCache(module);
    const own = cache === null ? [] : [changeOf(module, cache, module.cached)];
    return byPackage === null ? own : [...own, changeOf(module, byPackage, [])];
  };

  function changeOf(
    module: LinkModule,
    { range, others }: CacheReach,
    known: readonly Target[],
  ): CacheChange {
    if (others === 'nothing') return { range, targets: known, handed: [] };
    const callers = reach([module.id], loadersOf);
    const programs = [...reach(callers, (id) => loadedBy(modules.get(id)!))];
    const found = [...callers].flatMap((id) => (id === module.id ? module.mayLoad : modules.get(id)!.found));
    const handed = [...found, ...programs.flatMap((id) => modules.get(id)!.handed)];
    return { range, handed, targets: others === 'handed' ? known : [...known, ...programs.map(asTarget)] };
  }
}

export function asTarget(id: string): Target {
  return { kind: 'module', id };
}
