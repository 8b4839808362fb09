import { type Finding, makeFinding } from '../../../checker/finding.ts';
import type { LinkModule } from '../module.ts';
import type { InstalledModules } from '../order/installed-loads.ts';
import { loadersIn, reach } from '../reachable.ts';
import { fileOf, modulesAsking } from './leading.ts';
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
  const readers = installedReaders(installed, suspects);
  for (const { id, range, reader } of modulesAsking(modules, readers, suspects.loads))
    stay([id], reader, { range });
  return stays;
}

function installedReaders(
  installed: InstalledModules | null,
  { stackReaders, stackPreparers, loads }: Suspects,
): readonly string[] {
  return stackReaders.filter((file) => {
    const makesSites = [file, ...(loads.get(file) ?? [])].some((each) => stackPreparers.has(each));
    return makesSites && installed?.(file)?.facts.loader.readsCallers != null;
  });
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
