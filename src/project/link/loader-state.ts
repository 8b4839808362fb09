import type { DiagnosticCode } from '../../checker/diagnostics/codes.ts';
import { type Finding, makeFinding } from '../../checker/finding.ts';
import type { InstalledModules } from './installed-loads.ts';
import { loaderPackages } from './loader-packages.ts';
import { programsWithPatchedLoader } from './loader-patches.ts';
import type { LinkModule } from './module.ts';
import { loadedBy, loadersIn, reach } from './reachable.ts';

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
  /** Modules that may be loaded more than once: a require of one stays a call. */
  readonly reloaded: ReadonlySet<string>;
}

/** @param installed null where nothing is known of installed files */
export function loaderState(
  modules: ReadonlyMap<string, LinkModule>,
  installed: InstalledModules | null,
): LoaderState {
  const patched = programsWithPatchedLoader(modules, loaderPackages(installed));
  const stays = new Map(patched.stays);
  const reloaded = new Set<string>();
  const stay = (id: string, code: DiagnosticCode, because: LinkModule, at: number): void => {
    if (stays.has(id)) return;
    const related = [{ path: because.id, range: [at, at] as const, note: 'here' }];
    stays.set(id, makeFinding(code, { args: { path: because.id }, related }));
  };
  for (const module of modules.values()) {
    if (module.facts.system !== 'commonjs' && module.facts.system !== 'script') continue;
    const { readsMain, cache } = module.facts.loader;
    if (readsMain !== null)
      for (const id of entriesTo(module, modules)) stay(id, 'entry-read-as-main', module, readsMain[0]);
    if (cache === null) continue;
    for (const id of reloadedBy(module, modules)) {
      reloaded.add(id);
      stay(id, 'loaded-again', module, cache.range[0]);
    }
  }
  return { stays, named: patched.named, reloaded };
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

function reloadedBy(module: LinkModule, modules: ReadonlyMap<string, LinkModule>): readonly string[] {
  const { others } = module.facts.loader.cache!;
  if (others === 'nothing') return module.cached;
  const required = [...module.cached, ...loadedBy(module)];
  if (others === 'required') return required;
  return [...reach(required, (id) => loadedBy(modules.get(id)!))];
}
