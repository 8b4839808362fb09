import { keysOfCallables } from '../../../checker/facts/keys.ts';
import { type Finding, makeFinding } from '../../../checker/finding.ts';
import type { LinkModule, Target } from '../module.ts';
import { type InstalledModules, moduleBehind } from '../order/installed-loads.ts';
import { through } from '../re-export.ts';
import { fixedWrite, functionWrite, type KeyWritten } from './sloppy.ts';

/**
 * Modules with sloppy writes to what installed files export and do not let be written: the name of a function, a key of
 * what is frozen. A module throws there (ECMA-262 §10.1.9.2, Annex C).
 *
 * @returns why a module has to stay CommonJS
 */
export function writersToInstalled(
  modules: ReadonlyMap<string, LinkModule>,
  installed: InstalledModules | null,
): ReadonlyMap<string, Finding> {
  const stays = new Map<string, Finding>();
  if (installed === null) return stays;
  for (const module of modules.values()) {
    const write = rejectedByInstalled(module, modules, installed);
    if (write === null) continue;
    const { range, key: name } = write;
    stays.set(module.id, makeFinding('strict-read-only', { range, args: { name } }));
  }
  return stays;
}

function rejectedByInstalled(
  module: LinkModule,
  modules: ReadonlyMap<string, LinkModule>,
  installed: InstalledModules,
): KeyWritten | null {
  for (const [index, required] of module.targets.entries()) {
    // Any key, and the name of any function: else the package is not worth a look.
    if (fixedWrite(module, index, 'all') === null && !writesToFunction(module, index)) continue;
    for (const { target, module: provider } of through(required, moduleOf)) {
      if (target.kind !== 'external' || target.external.system !== 'commonjs' || provider === null) continue;
      const write =
        fixedWrite(module, index, provider.facts.sloppy.fixedKeys) ?? functionWrite(module, index, provider);
      if (write !== null) return write;
    }
  }
  return null;

  function moduleOf(target: Target): LinkModule | null {
    return moduleBehind(target, modules, installed);
  }
}

function writesToFunction({ facts }: LinkModule, index: number): boolean {
  return facts.sloppy.requiredWrites.some(
    ({ require, key, result }) => require === index && !result && keysOfCallables.has(key),
  );
}
