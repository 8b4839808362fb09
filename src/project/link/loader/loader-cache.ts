import type { Range } from '../../../checker/facts.ts';
import type { LinkModule, Target } from '../module.ts';
import { loadedBy, reach } from '../reachable.ts';
import type { CacheReach, LoaderPackages } from './loader-packages.ts';

/** What one module does to `require.cache`, or has a package do to it. */
export interface CacheChange {
  readonly range: Range;
  /** What may be loaded again, or be given otherwise. */
  readonly targets: readonly Target[];
  /** Modules of which that holds, too, each with those that compute its path, or hand it on. */
  readonly handed: readonly (readonly [id: string, from: string])[];
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
    const known = cache?.own ? [...module.cached, asTarget(module.id)] : module.cached;
    const own = cache === null ? [] : [changeOf(module, cache, known)];
    return byPackage === null ? own : [...own, changeOf(module, byPackage, [])];
  };

  function changeOf(
    module: LinkModule,
    { range, byPath, anything }: CacheReach,
    known: readonly Target[],
  ): CacheChange {
    if (!byPath && !anything) return { range, targets: known, handed: [] };
    const callers = reach([module.id], loadersOf);
    const programs = [...reach(callers, (id) => loadedBy(modules.get(id)!))];
    const below = [...callers].flatMap((id) => {
      const { mayLoad, found } = modules.get(id)!;
      return pairs(id === module.id ? mayLoad : found, id);
    });
    const handed = programs.flatMap((id) => pairs(modules.get(id)!.handed, id));
    const named = byPath ? loadedByName(programs.map((id) => modules.get(id)!)) : [];
    return {
      range,
      targets: [...known, ...named, ...(anything ? programs.map(asTarget) : [])],
      handed: byPath ? [...below, ...handed] : [],
    };
  }
}

/** The packages that programs load by names which they also hand on: `forget('config')`. */
function loadedByName(programs: readonly LinkModule[]): readonly Target[] {
  const words = new Set(
    programs.flatMap(({ facts }) =>
      facts.pathStrings.flatMap(({ use, start }) => (use === 'given' ? start : [])),
    ),
  );
  const isNamed = (target: Target, specifier: string | null): boolean =>
    target.kind === 'external' && specifier !== null && words.has(specifier);
  return programs.flatMap(({ targets, facts: { requires } }) =>
    targets.filter((target, index) => isNamed(target, requires[index]!.specifier)),
  );
}

function pairs(ids: readonly string[], from: string): CacheChange['handed'] {
  return ids.map((id) => [id, from] as const);
}

export function asTarget(id: string): Target {
  return { kind: 'module', id };
}
