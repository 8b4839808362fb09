import { type Finding, makeFinding } from '../../checker/finding.ts';
import { addTo } from '../../lists.ts';
import type { InstalledModules } from './installed-loads.ts';
import type { LinkModule, Target } from './module.ts';
import { loadersIn, reach } from './reachable.ts';
import type { Suspects } from './suspects.ts';

/**
 * Modules whose paths others read off the stack: `caller()`, `resolve('./x')` from wherever that is called. They get the URL
 * of an ES module there, and take it for a path.
 *
 * Of an installed package that does so, or that has another one do it, those who require it are the callers. A module of
 * the project may have been called by any that loads it, by way of others, and has its own path there, too.
 *
 * @returns why a module has to stay CommonJS
 */
export function readOffTheStack(
  modules: ReadonlyMap<string, LinkModule>,
  installed: InstalledModules | null,
  suspects: Suspects,
): ReadonlyMap<string, Finding> {
  const stays = new Map<string, Finding>();
  const stay = (ids: Iterable<string>, reader: string, where: Partial<Finding>): void => {
    const finding = makeFinding('call-site-path', { args: { path: reader }, ...where });
    for (const id of ids) if (!stays.has(id)) stays.set(id, finding);
  };
  const loadersOf = loadersIn(modules);
  for (const module of modules.values()) {
    const { readsCallers, readsStackText } = module.facts.loader;
    const ofSites = readsCallers !== null && hasCallSites(module, modules, suspects) ? readsCallers : null;
    const read = readsStackText ?? ofSites;
    if (read === null) continue;
    const related = [{ path: module.id, range: read, note: 'here' }];
    stay(reach([module.id], loadersOf), module.id, { related });
  }
  const asking = leadingToReaders(installed, suspects);
  if (asking.size === 0) return stays;
  for (const { id, facts, targets } of modules.values())
    for (const [index, target] of targets.entries()) {
      const reader = asking.get(fileOf(target) ?? '');
      if (reader === undefined) continue;
      stay([id], packageOf(reader).name, { range: facts.requires[index]!.call });
    }
  return stays;
}

/** Whether a module has call sites made, or loads what does. */
function hasCallSites(
  { facts, targets }: LinkModule,
  modules: ReadonlyMap<string, LinkModule>,
  { stackPreparers }: Suspects,
): boolean {
  if (facts.loader.preparesStack) return true;
  return targets.some((target) =>
    target.kind === 'module'
      ? modules.get(target.id)!.facts.loader.preparesStack
      : stackPreparers.has(fileOf(target) ?? ''),
  );
}

function fileOf(target: Target): string | null {
  return target.kind === 'external' ? target.file : null;
}

/**
 * The installed files that lead to one which reads paths off the stack, each with that file: of its own package, and of a
 * package of a single file that requires it, as to do the like. Larger ones have it look at their own paths, or have other
 * uses besides.
 */
function leadingToReaders(
  installed: InstalledModules | null,
  { stackReaders, stackPreparers, loads }: Suspects,
): ReadonlyMap<string, string> {
  const leading = new Map<string, string>();
  const readers = stackReaders.filter((file) => {
    const makesSites = [file, ...(loads.get(file) ?? [])].some((each) => stackPreparers.has(each));
    return makesSites && installed?.(file)?.facts.loader.readsCallers != null;
  });
  if (readers.length === 0) return leading;
  const loaders = new Map<string, string[]>();
  for (const [file, loaded] of loads) for (const each of loaded) addTo(loaders, each, file);
  const ofPackage = (file: string, others: readonly string[]): readonly string[] =>
    others.filter((other) => packageOf(other).folder === packageOf(file).folder);
  const isSingle = (file: string): boolean =>
    ofPackage(file, [...(loads.get(file) ?? []), ...(loaders.get(file) ?? [])]).length === 0;
  for (const reader of readers) {
    const own = reach([reader], (file) => ofPackage(file, loaders.get(file) ?? []));
    const users = [...own].flatMap((file) => loaders.get(file) ?? []).filter(isSingle);
    for (const file of [...own, ...users]) if (!leading.has(file)) leading.set(file, reader);
  }
  return leading;
}

/** `…/node_modules/@scope/name/lib/x.js` -> `…/node_modules/@scope/name` */
function packageOf(file: string): { readonly folder: string; readonly name: string } {
  const parts = file.split(/[\\/]/);
  const start = parts.lastIndexOf('node_modules') + 1;
  const end = start + (parts[start]?.startsWith('@') ? 2 : 1);
  return { folder: parts.slice(0, end).join('/'), name: parts.slice(start, end).join('/') };
}
