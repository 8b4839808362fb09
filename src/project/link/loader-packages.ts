import type { Range } from '../../checker/facts.ts';
import type { InstalledModules } from './installed-loads.ts';
import { patchesLoader } from './loader-patches.ts';
import { loadTimeTargets } from './loading.ts';
import type { LinkModule, Target } from './module.ts';

/** More files than these of a package are not looked through. */
const MOST_FILES = 20;

/** Installed packages that work on the loader: `proxyquire`, `import-fresh`, `rewire`, and whatever does as they do. */
export interface LoaderPackages {
  /** Where a module that hands on paths of files loads such a package; null: it does not. */
  usedBy(module: LinkModule): Range | null;
  /** Where a module loads one for its effect alone: `require('pirates/register')`. */
  hookedBy(module: LinkModule): Range | null;
}

/** @param installed null where nothing is known of installed files */
export function loaderPackages(installed: InstalledModules | null): LoaderPackages {
  const known = new Map<string, boolean>();

  function worksOnLoader(target: Target): boolean {
    if (target.kind !== 'external' || target.file === null) return false;
    const before = known.get(target.file);
    if (before !== undefined) return before;
    const answer = filesBehind(target.file).some(
      (module) => module.facts.loader.cache !== null || patchesLoader(module) !== null,
    );
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

  function usedBy({ handed, facts, targets }: LinkModule): Range | null {
    if (handed.length === 0) return null;
    return facts.requires.find((_, index) => worksOnLoader(targets[index]!))?.call ?? null;
  }

  function hookedBy({ facts, targets }: LinkModule): Range | null {
    const isHook = ({ form }: (typeof facts.requires)[number], index: number): boolean =>
      form.kind === 'side-effect' && worksOnLoader(targets[index]!);
    return facts.requires.find(isHook)?.call ?? null;
  }

  return { usedBy, hookedBy };
}
