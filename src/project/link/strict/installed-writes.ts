import { keysOfCallables } from '../../../checker/facts/keys.ts';
import { type Finding, makeFinding } from '../../../checker/finding.ts';
import { addTo } from '../../../lists.ts';
import type { LinkModule, Target } from '../module.ts';
import { type InstalledModules, moduleBehind } from '../order/installed-loads.ts';
import { through } from '../re-export.ts';
import type { FindingsByModule } from './silenced.ts';
import { fixedWrites, type KeyWritten, memberWrites } from './sloppy.ts';

/**
 * Modules with sloppy writes to what installed files export and do not let be written: the name of a function, a key of
 * what is frozen. A module throws there (ECMA-262 §10.1.9.2, Annex C).
 *
 * @returns each of them, by module
 */
export function writersToInstalled(
  modules: ReadonlyMap<string, LinkModule>,
  installed: InstalledModules | null,
): FindingsByModule {
  const rejected = new Map<string, Finding[]>();
  if (installed === null) return rejected;
  for (const module of modules.values())
    for (const { range, key: name } of rejectedByInstalled(module, modules, installed))
      addTo(rejected, module.id, makeFinding('strict-read-only', { range, args: { name } }));
  return rejected;
}

function rejectedByInstalled(
  module: LinkModule,
  modules: ReadonlyMap<string, LinkModule>,
  installed: InstalledModules,
): readonly KeyWritten[] {
  return module.targets.flatMap((required, index) => {
    // Any key, and the name of any function: else the package is not worth a look.
    if (fixedWrites(module, index, 'all').length === 0 && !writesToFunction(module, index)) return [];
    return through(required, moduleOf).flatMap(({ target, module: provider }) => {
      if (target.kind !== 'external' || target.external.system !== 'commonjs' || provider === null) return [];
      return [
        ...fixedWrites(module, index, provider.facts.sloppy.fixedKeys),
        ...memberWrites(module, index, provider),
      ];
    });
  });

  function moduleOf(target: Target): LinkModule | null {
    return moduleBehind(target, modules, installed);
  }
}

function writesToFunction({ facts }: LinkModule, index: number): boolean {
  return facts.sloppy.requiredWrites.some(
    ({ require, key, result }) => require === index && !result && keysOfCallables.has(key),
  );
}
