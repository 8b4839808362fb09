import { type Finding, makeFinding } from '../../../checker/finding.ts';
import { becomesModule } from '../importers.ts';
import type { LinkModule, Verdict } from '../module.ts';
import type { InstalledModules } from '../order/installed-loads.ts';
import { moduleIds } from '../reachable.ts';
import { isConverted } from '../verdict.ts';
import type { Suspects } from './suspects.ts';

/**
 * `module.parent` is null in the file that Node is started with, the first CommonJS module that required it in others, and
 * undefined in one that an ES module imported (Node documentation, "Modules: CommonJS modules", `module.parent`).
 */

/** The modules that ask by it whether they were started, and that an ES module may import, to which they say so as well. */
export function importedAskers(modules: ReadonlyMap<string, LinkModule>): ReadonlyMap<string, Finding> {
  const imported = new Set([...modules.values()].flatMap(({ imports }) => moduleIds([...imports.values()])));
  const found = new Map<string, Finding>();
  for (const { id, facts, alone, door, reached } of modules.values()) {
    const asks = facts.runtime.find(({ feature, mainTest }) => feature === 'module.parent' && mainTest);
    if (asks === undefined || !(alone || reached || door?.names != null || imported.has(id))) continue;
    found.set(id, makeFinding('module-parent', { range: asks.range }));
  }
  return found;
}

/** The modules that require installed files which read it: `meow` looks for the package of the one that required it. */
export function requirersOfReaders(
  modules: ReadonlyMap<string, LinkModule>,
  installed: InstalledModules | null,
  { parentReaders }: Suspects,
): ReadonlyMap<string, Finding> {
  const readers = new Set(
    parentReaders.filter((file) => installed?.(file)?.facts.loader.readsParent != null),
  );
  const found = new Map<string, Finding>();
  if (readers.size === 0) return found;
  for (const { id, facts, targets } of modules.values())
    for (const [index, { call, specifier }] of facts.requires.entries()) {
      const target = targets[index]!;
      if (found.has(id) || target.kind !== 'external' || !readers.has(target.file ?? '')) continue;
      const args = { path: specifier! };
      found.set(id, makeFinding('requires-reader-of-parent', { range: call, args }));
    }
  return found;
}

/**
 * Whoever requires a module that reads it and stays CommonJS has to stay as well.
 *
 * @returns whether a verdict changed
 */
export function judgeParents(
  modules: ReadonlyMap<string, LinkModule>,
  verdicts: ReadonlyMap<string, Verdict>,
): boolean {
  let changed = false;
  for (const { id, facts } of modules.values()) {
    const { readsParent } = facts.loader;
    if (readsParent === null || facts.system !== 'commonjs' || isConverted(verdicts.get(id)!.fate)) continue;
    for (const importer of modules.values()) {
      if (!moduleIds(importer.targets).includes(id) && !importer.mayLoad.includes(id)) continue;
      const verdict = verdicts.get(importer.id)!;
      if (!becomesModule(importer, verdict.fate)) continue;
      const related = [{ path: id, range: readsParent, note: 'here' }];
      verdict.fate = 'stay';
      verdict.findings.push(makeFinding('requires-reader-of-parent', { args: { path: id }, related }));
      changed = true;
    }
  }
  return changed;
}
