import { keysOfCallables } from '../../../checker/facts/keys.ts';
import { type Finding, makeFinding } from '../../../checker/finding.ts';
import { addTo } from '../../../lists.ts';
import type { LinkModule, Target } from '../module.ts';
import { type InstalledModules, moduleBehind } from '../order/installed-loads.ts';
import { through } from '../re-export.ts';
import type { FindingsByModule } from './silenced.ts';
import { fixedWrites, type MemberWritten, memberWrites } from './sloppy.ts';

/** By module. */
export interface WritersToInstalled {
  readonly objects: FindingsByModule;
  readonly primitives: FindingsByModule;
}

/**
 * Modules with sloppy writes to what installed files export and do not let be written: the name of a function, a key of
 * what is frozen, or anything of a primitive value. A module throws there (ECMA-262 §10.1.9.2, Annex C).
 */
export function writersToInstalled(
  modules: ReadonlyMap<string, LinkModule>,
  installed: InstalledModules | null,
): WritersToInstalled {
  const objects = new Map<string, Finding[]>();
  const primitives = new Map<string, Finding[]>();
  if (installed === null) return { objects, primitives };
  for (const module of modules.values())
    for (const { range, key: name, isPrimitive } of rejectedByInstalled(module, modules, installed)) {
      const found = isPrimitive ? primitives : objects;
      addTo(found, module.id, makeFinding('strict-read-only', { range, args: { name } }));
    }
  return { objects, primitives };
}

function rejectedByInstalled(
  module: LinkModule,
  modules: ReadonlyMap<string, LinkModule>,
  installed: InstalledModules,
): readonly MemberWritten[] {
  return module.targets.flatMap((required, index) => {
    // Else the package is not worth a look.
    if (fixedWrites(module, index, 'all').length === 0 && !writesToMember(module, index)) return [];
    return through(required, moduleOf).flatMap(({ target, module: provider }) => {
      if (target.kind !== 'external' || target.external.system !== 'commonjs' || provider === null) return [];
      const { exportsPrimitive, fixedKeys } = provider.facts.sloppy;
      return [
        ...fixedWrites(module, index, fixedKeys).map((write) => ({
          ...write,
          isPrimitive: exportsPrimitive,
        })),
        ...memberWrites(module, index, provider),
      ];
    });
  });

  function moduleOf(target: Target): LinkModule | null {
    return moduleBehind(target, modules, installed);
  }
}

/** The name of a function, or any key of a member. */
function writesToMember({ facts }: LinkModule, index: number): boolean {
  return facts.sloppy.requiredWrites.some(
    ({ require, path, key, result }) =>
      require === index && !result && (path.length === 1 || keysOfCallables.has(key)),
  );
}
