import { cyclesIn } from '../cycles/components.ts';
import type { LinkModule, Target } from '../module.ts';
import { isNoticedBuiltin } from './builtins.ts';
import { loadTimeTargets } from './loading.ts';
import { type AmountsTo, hasEffect, isJson, type Noticeable, readsShared } from './order.ts';

/** An installed file as a module, read when it is first asked for; null where nothing can be said of it. */
export type InstalledModules = (file: string) => LinkModule | null;

/** More files than these are not looked through for the sake of one require. */
export const MOST_FILES = 80;

/**
 * What loading a target can be noticed by, installed files included: each that it loads is judged by what its own top
 * level does, as the modules of the project are; and by whether it may be loaded again, so that it counts when.
 */
export function withInstalled(
  modules: ReadonlyMap<string, LinkModule>,
  installed: InstalledModules,
  amountsTo: AmountsTo,
  isReloaded: (target: Target) => boolean,
): (target: Target) => Noticeable {
  const known = new Map<string, Noticeable>();
  return (target) => {
    const key = keyOf(target);
    if (key === null) return 'effects';
    if (isJson(target)) return 'file';
    const answer = known.get(key) ?? loadingOf(target);
    known.set(key, answer);
    return answer;
  };

  function loadingOf(start: Target): Noticeable {
    const seen = new Map([[keyOf(start), start]]);
    let files = 0;
    let isReading = false;
    const loads = new Map<string, readonly string[]>();
    for (const target of seen.values()) {
      if (target.kind === 'builtin') {
        if (isNoticedBuiltin(target.name)) return 'effects';
        continue;
      }
      if (target.kind === 'external' && target.file?.endsWith('.json')) {
        // Data does nothing, but the file may have been written just before.
        isReading = true;
        continue;
      }
      const module = moduleOf(target);
      if (target.kind === 'external') files += 1;
      if (module === null || files > MOST_FILES || hasEffect(module, amountsTo)) return 'effects';
      isReading ||= isReloaded(target) || readsShared(module, amountsTo);
      const next = new Map(loadTimeTargets(module).map((loaded) => [keyOf(loaded), loaded]));
      if (next.has(null)) return 'effects';
      for (const [key, loaded] of next) if (!seen.has(key)) seen.set(key, loaded);
      loads.set(keyOf(target)!, [...next.keys()] as string[]);
    }
    if (cyclesIn(loads.keys(), (key) => loads.get(key) ?? []).length > 0) return 'enters';
    return isReading ? 'reads' : 'nothing';
  }

  function moduleOf(target: Target): LinkModule | null {
    return moduleBehind(target, modules, installed);
  }
}

/**
 * The modules that are loaded with a target, itself first; null where not all of them are known. All are asked for, even
 * where one is not known: installed files are read in rounds, and one at a time would take as many.
 */
export function loadedWith(
  start: Target,
  modules: ReadonlyMap<string, LinkModule>,
  installed: InstalledModules | null,
): readonly LinkModule[] | null {
  const seen = new Map([[keyOf(start), start]]);
  const found: LinkModule[] = [];
  let areKnown = true;
  for (const [key, target] of seen) {
    if (key === null) return null;
    if (target.kind === 'builtin' || (target.kind === 'external' && target.external.system === 'json'))
      continue;
    if (found.length > MOST_FILES) return null;
    const module = moduleBehind(target, modules, installed);
    if (module === null) {
      areKnown = false;
      continue;
    }
    found.push(module);
    for (const loaded of loadTimeTargets(module))
      if (!seen.has(keyOf(loaded))) seen.set(keyOf(loaded), loaded);
  }
  return areKnown ? found : null;
}

/** The module of the project or the installed file that a target is; null where nothing can be said of it. */
export function moduleBehind(
  target: Target,
  modules: ReadonlyMap<string, LinkModule>,
  installed: InstalledModules | null,
): LinkModule | null {
  if (target.kind === 'module') return modules.get(target.id)!;
  return target.kind === 'external' && target.file !== null ? (installed?.(target.file) ?? null) : null;
}

/** Null for what is not known, or not there. */
export function keyOf(target: Target): string | null {
  if (target.kind === 'module') return `module ${target.id}`;
  if (target.kind === 'builtin') return `builtin ${target.name}`;
  return target.kind === 'external' && target.file !== null ? `file ${target.file}` : null;
}
