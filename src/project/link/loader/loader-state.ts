import type { DiagnosticCode } from '../../../checker/diagnostics/codes.ts';
import { type Finding, makeFinding } from '../../../checker/finding.ts';
import { addTo } from '../../../lists.ts';
import type { LinkModule, Target } from '../module.ts';
import { type InstalledModules, keyOf } from '../order/installed-loads.ts';
import { loadersIn, reach } from '../reachable.ts';
import { fileOf, withLoadersAmong } from './leading.ts';
import { asTarget, cacheChanges } from './loader-cache.ts';
import { loaderPackages } from './loader-packages.ts';
import { programsWithPatchedLoader } from './loader-patches.ts';
import type { Suspects } from './suspects.ts';

/**
 * What CommonJS modules see of the loader, and what they do to it, holds for CommonJS modules alone (Node documentation,
 * "Modules: CommonJS modules", `require.main`, `require.cache`). So others have to stay for their sake: the entry where
 * somebody reads `require.main`, and what is kept in the cache that somebody looks into or changes.
 */

export interface LoaderState {
  /** Why a module has to stay CommonJS. */
  readonly stays: ReadonlyMap<string, Finding>;
  /** Modules that a changed loader has to find under their own names, too. */
  readonly named: ReadonlyMap<string, Finding>;
  /** Those that are loaded again, or are given otherwise, by paths: who tells these. */
  readonly found: ReadonlyMap<string, readonly string[]>;
  /** Whether something may be loaded more than once, or be given otherwise: a require of it stays a call. */
  readonly isReloaded: (target: Target) => boolean;
}

/** @param installed null where nothing is known of installed files */
export function loaderState(
  modules: ReadonlyMap<string, LinkModule>,
  installed: InstalledModules | null,
  suspects: Suspects,
): LoaderState {
  const packages = loaderPackages(installed, suspects);
  const patched = programsWithPatchedLoader(modules, packages);
  const stays = new Map(patched.stays);
  const reloaded = new Set<string | null>();
  const found = new Map<string, string[]>();
  const changesOf = cacheChanges(modules, loadersIn(modules), packages);
  const stay = (
    id: string,
    code: DiagnosticCode,
    because: LinkModule,
    at: number,
    path = because.id,
  ): void => {
    if (stays.has(id)) return;
    const related = [{ path: because.id, range: [at, at] as const, note: 'here' }];
    stays.set(id, makeFinding(code, { args: { path }, related }));
  };
  for (const module of modules.values()) {
    if (module.facts.system !== 'commonjs' && module.facts.system !== 'script') continue;
    const { readsMain } = module.facts.loader;
    if (readsMain !== null)
      for (const id of entriesTo(module, modules)) stay(id, 'entry-read-as-main', module, readsMain[0]);
    for (const { range, targets, handed } of changesOf(module)) {
      for (const target of [...targets, ...handed.map(([id]) => asTarget(id))]) {
        reloaded.add(keyOf(target));
        if (target.kind === 'module') stay(target.id, 'loaded-again', module, range[0]);
      }
      for (const [id, from] of handed) addTo(found, id, from);
    }
  }
  for (const { module, at, name } of loadersOfMainReaders(modules, installed, suspects))
    for (const id of entriesTo(module, modules)) stay(id, 'entry-read-as-main', module, at, name);
  // Calls stay anyway where nobody knows what they lead to.
  const isReloaded = (target: Target): boolean =>
    reloaded.has(keyOf(target)) || packages.forgetsItself(target);
  return { stays, named: patched.named, found, isReloaded };
}

interface LoaderOfMainReader {
  readonly module: LinkModule;
  readonly at: number;
  /** By which the module loads the installed file that reads `require.main`, or leads to it. */
  readonly name: string;
}

function loadersOfMainReaders(
  modules: ReadonlyMap<string, LinkModule>,
  installed: InstalledModules | null,
  { mainReaders, loads }: Suspects,
): readonly LoaderOfMainReader[] {
  const readers = mainReaders.filter((file) => installed?.(file)?.facts.loader.readsMain != null);
  const leading = withLoadersAmong(readers, loads);
  if (leading.size === 0) return [];
  return [...modules.values()].flatMap((module) =>
    module.facts.requires.flatMap(({ call, specifier }, index) =>
      leading.has(fileOf(module.targets[index]!) ?? '') ? [{ module, at: call[0], name: specifier! }] : [],
    ),
  );
}

/** The modules in which a program that loads the module may have been started: those that no other one loads. */
function entriesTo(module: LinkModule, modules: ReadonlyMap<string, LinkModule>): readonly string[] {
  const loadersOf = loadersIn(modules);
  const above = reach([module.id], loadersOf);
  return [...above].filter((id) => isEntry(modules.get(id)!, loadersOf(id)));
}

/** What outsiders load is started by them, but for commands; files of a package that nothing names may be scripts. */
function isEntry({ id, facts, door }: LinkModule, loaders: readonly string[]): boolean {
  const asksIfMain = facts.runtime.some(({ mainTest }) => mainTest !== null);
  if (asksIfMain || door?.started === 'surely') return true;
  return door?.started !== 'never' && loaders.every((other) => other === id);
}
