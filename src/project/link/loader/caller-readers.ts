import { type Finding, makeFinding } from '../../../checker/finding.ts';
import type { LinkModule } from '../module.ts';
import type { InstalledModules } from '../order/installed-loads.ts';
import { loadersIn, reach } from '../reachable.ts';
import { modulesAsking } from './leading.ts';
import type { Suspects } from './suspects.ts';

/**
 * Modules with sloppy functions that others may ask for as their callers, `f.caller`: of the functions of a module that
 * gives null (ECMA-262 §17.1). A module of the project may have been called by any that loads it, by way of others; an
 * installed file by those that require its package.
 *
 * @returns why a module has to stay CommonJS
 */
export function readAsCallers(
  modules: ReadonlyMap<string, LinkModule>,
  installed: InstalledModules | null,
  { callerReaders, loads }: Suspects,
): ReadonlyMap<string, Finding> {
  const stays = new Map<string, Finding>();
  const stay = (id: string, reader: string, where: Partial<Finding>): void => {
    const isStrict = modules.get(id)!.facts.layout.useStrict.length > 0;
    if (isStrict || stays.has(id)) return;
    stays.set(id, makeFinding('strict-read-as-caller', { args: { path: reader }, ...where }));
  };
  const loadersOf = loadersIn(modules);
  for (const { id, facts } of modules.values()) {
    const { readsCaller } = facts.loader;
    if (readsCaller === null) continue;
    const related = [{ path: id, range: readsCaller, note: 'here' }];
    for (const loader of reach([id], loadersOf)) stay(loader, id, { related });
  }
  const readers = callerReaders.filter((file) => installed?.(file)?.facts.loader.readsCaller != null);
  for (const { id, range, reader } of modulesAsking(modules, readers, loads)) stay(id, reader, { range });
  return stays;
}
