import type { Range } from '../../../checker/facts.ts';
import { type Finding, makeFinding } from '../../../checker/finding.ts';
import type { LinkModule } from '../module.ts';
import { loadedBy, loadersIn, reach } from '../reachable.ts';
import type { LoaderPackages } from './loader-packages.ts';
import { handsOnLoader, holdsLoader, patchesLoader } from './writes-to-loader.ts';

export interface PatchedLoader {
  /** Why a module has to stay CommonJS. */
  readonly stays: ReadonlyMap<string, Finding>;
  /** Those of them that the changed loader has to find by their names: all but those that nobody loads. */
  readonly named: ReadonlyMap<string, Finding>;
}

/**
 * Modules of programs that change how CommonJS loads modules: `Module._load = …`, `require.extensions['.js'] = …`. ES
 * modules are loaded by another loader, which takes no notice; so whatever may be loaded together with such a change
 * stays as it is, and under its own name. The same goes for what a package changes only while it loads a file for
 * somebody, `proxyquire('./x', stubs)`: for that file, all that it loads, and all that is loaded by whoever asks for it.
 */
export function programsWithPatchedLoader(
  modules: ReadonlyMap<string, LinkModule>,
  packages: LoaderPackages,
): PatchedLoader {
  const asking = new Set<string>();
  const stays = new Map<string, Finding>();
  const loadersOf = loadersIn(modules);
  const loads = (id: string): readonly string[] => loadedBy(modules.get(id)!);
  const stay = (by: LinkModule, range: Range | null, programs: Iterable<string>): void => {
    if (range === null) return;
    const related = [{ path: by.id, range, note: 'the loader is changed here' }];
    const finding: Finding = makeFinding('loader-patched', { args: { path: by.id }, related });
    for (const id of reach(programs, loads)) if (!stays.has(id)) stays.set(id, finding);
  };
  const handsOn = (id: string): boolean => handsOnLoader(modules.get(id)!);
  /** The change of a loader that is given, where somebody in a program with it hands one on, or it has one of its own. */
  const changesGiven = (module: LinkModule): Range | null => {
    const { changesGiven: change } = module.facts.loader;
    if (change === null) return null;
    const isGiven = holdsLoader(module) || [...reach(reach([module.id], loadersOf), loads)].some(handsOn);
    return isGiven ? change : null;
  };
  for (const module of modules.values()) {
    const { changesExtensions } = module.facts.loader;
    const patch =
      changesExtensions ?? patchesLoader(module) ?? changesGiven(module) ?? packages.hookedBy(module);
    if (patch !== null) stay(module, patch, reach([module.id], loadersOf));
    const used = packages.usedBy(module);
    if (used !== null) asking.add(module.id);
    stay(module, used, [module.id, ...module.handed]);
    const instead = packages.loadedInstead(module);
    if (instead !== null) stay(module, instead.range, instead.ids);
  }
  const isFound = (id: string): boolean => !asking.has(id) || loadersOf(id).length > 0;
  return { stays, named: new Map([...stays].filter(([id]) => isFound(id))) };
}
