import type { CacheUse, Range, RequireFact } from '../../../checker/facts.ts';
import type { LinkModule, Target } from '../module.ts';
import type { InstalledModules } from '../order/installed-loads.ts';
import { loadTimeTargets } from '../order/loading.ts';
import { moduleIds } from '../reachable.ts';
import { usesOf } from '../uses.ts';
import type { Suspects } from './suspects.ts';
import { patchesLoader } from './writes-to-loader.ts';

/** More files than these of a package are not looked through. */
const MOST_FILES = 20;

/** Installed packages that work on the loader: `proxyquire`, `import-fresh`, `rewire`, and whatever does as they do. */
export interface LoaderPackages {
  /** Where a module that hands on paths of files loads such a package; null: it does not. */
  usedBy(module: LinkModule): Range | null;
  /** What a module loads by a `require` that such a package gave it in place of its own: `require = require('esm')(module)`. */
  loadedInstead(module: LinkModule): LoadedInstead | null;
  /** Where a module loads one that changes the loader, or may do so when asked to: `require('pirates').addHook(…)`. */
  hookedBy(module: LinkModule): Range | null;
  /** Whether a file takes itself out of the cache, so that it is loaded anew each time: `delete require.cache[__filename]`. */
  forgetsItself(target: Target): boolean;
  /** Where a module loads one that changes what the loader keeps: `import-fresh`, or what empties it at once. */
  changesCache(module: LinkModule): CacheReach | null;
}

interface LoadedInstead {
  readonly range: Range;
  readonly ids: readonly string[];
}

/** How far changes of the cache go. */
export type CacheReach = Pick<CacheUse, 'range' | 'byPath' | 'anything'>;

interface LoaderWork {
  /** What a package does: changes the loader for whatever comes then, or loads files itself that it is asked for. */
  readonly kind: 'patches' | 'loads' | 'none';
  readonly cache: Pick<CacheUse, 'byPath' | 'anything'>;
}

const noWork: LoaderWork = { kind: 'none', cache: { byPath: false, anything: false } };

/** @param installed null where nothing is known of installed files */
export function loaderPackages(
  installed: InstalledModules | null,
  { loads, loaderUsers }: Suspects,
): LoaderPackages {
  const known = new Map<string, LoaderWork>();

  function workOf(target: Target): LoaderWork {
    if (target.kind !== 'external' || target.file === null) return noWork;
    const before = known.get(target.file);
    if (before !== undefined) return before;
    if (loads.has(target.file) && !loaderUsers.has(target.file)) return noWork;
    const files = filesBehind(target.file);
    const works = (module: LinkModule): boolean => module.facts.loader.cache !== null || makesModules(module);
    const kind = files.some((module) => patchesLoader(module) !== null)
      ? 'patches'
      : files.some(works)
        ? 'loads'
        : 'none';
    const answer = { kind, cache: cacheWorkOf(files) } as const;
    known.set(target.file, answer);
    return answer;
  }

  function filesBehind(file: string): readonly LinkModule[] {
    const found: LinkModule[] = [];
    const files = new Set([file]);
    for (const next of files) {
      const module = installed?.(next) ?? null;
      if (module === null) continue;
      found.push(module);
      for (const target of loadTimeTargets(module))
        if (target.kind === 'external' && target.file !== null && files.size < MOST_FILES)
          files.add(target.file);
    }
    return found;
  }

  function forgetsItself(target: Target): boolean {
    if (target.kind !== 'external' || target.file === null || !loaderUsers.has(target.file)) return false;
    return installed?.(target.file)?.facts.loader.cache?.own === true;
  }

  function usedBy(module: LinkModule): Range | null {
    return module.handed.length === 0 ? null : usedIn(module);
  }

  function usedIn({ facts, targets }: LinkModule): Range | null {
    return facts.requires.find((_, index) => workOf(targets[index]!).kind !== 'none')?.call ?? null;
  }

  function loadedInstead(module: LinkModule): LoadedInstead | null {
    const { runtime, requires } = module.facts;
    const replaced = runtime.find(({ feature, written }) => feature === 'require' && written);
    const range = replaced === undefined ? null : usedIn(module);
    if (replaced === undefined || range === null) return null;
    const isLater = ({ placement, call }: RequireFact): boolean =>
      placement === 'deferred' || call[0] > replaced.range[0];
    return { range, ids: moduleIds(module.targets.filter((_, index) => isLater(requires[index]!))) };
  }

  function hookedBy({ handed, facts, targets }: LinkModule): Range | null {
    const isHook = ({ form, placement }: RequireFact, index: number): boolean => {
      if (form.kind === 'side-effect') return workOf(targets[index]!).kind !== 'none';
      // Who gets paths of files changes the loader while it loads these; and what a function loads may come late.
      return handed.length === 0 && placement !== 'deferred' && workOf(targets[index]!).kind === 'patches';
    };
    return facts.requires.find(isHook)?.call ?? null;
  }

  function changesCache({ facts, targets }: LinkModule): CacheReach | null {
    const changes = facts.requires.flatMap(({ call }, index) => {
      const { cache } = workOf(targets[index]!);
      return cache.byPath || cache.anything ? [{ range: call, ...cache }] : [];
    });
    return changes.find(({ anything }) => anything) ?? changes[0] ?? null;
  }

  return { usedBy, forgetsItself, loadedInstead, hookedBy, changesCache };
}

/** One that takes entries by paths gets these from those who require it, and what it requires gets its own. */
function cacheWorkOf(files: readonly LinkModule[]): LoaderWork['cache'] {
  const uses = files.map(({ facts }) => facts.loader.cache);
  const [first] = uses;
  return {
    byPath: first != null && (first.byPath || first.anything),
    anything: uses.some((use) => use?.empties),
  };
}

/** `new Module(file).load(file)`: it compiles what it is asked for as CommonJS. */
function makesModules({ facts, targets }: LinkModule): boolean {
  return facts.requires.some((fact, index) => {
    const target = targets[index]!;
    if (target.kind !== 'builtin' || target.name !== 'module') return false;
    return usesOf(fact).some(({ kind, fallback }) => kind === 'construct' && !fallback);
  });
}
