import type { RequireFact } from '../../../checker/facts.ts';
import { addTo } from '../../../lists.ts';
import type { LinkModule, Target } from '../module.ts';

/** What a module loads while it is loaded itself. */
export function loadTimeTargets({ facts, targets, imports }: LinkModule): readonly Target[] {
  const { requires } = facts;
  // Asked again and again: most files have nothing else, and need no list of their own.
  if (imports.size === 0 && !requires.some(isDeferred)) return targets;
  return [...targets.filter((_, index) => !isDeferred(requires[index]!)), ...imports.values()];
}

function isDeferred({ placement }: RequireFact): boolean {
  return placement === 'deferred';
}

/** Those of them whose errors become its own. */
export function uncaughtTargets(module: LinkModule): readonly Target[] {
  const required = module.facts.requires.flatMap(({ placement, guarded }, index) =>
    placement === 'deferred' || guarded ? [] : [module.targets[index]!],
  );
  return [...required, ...module.imports.values()];
}

/** The modules for which something holds, and those that load them while they are loaded themselves. */
export function withLoaders(
  modules: ReadonlyMap<string, LinkModule>,
  holds: (module: LinkModule) => boolean,
  targetsOf: (module: LinkModule) => readonly Target[] = loadTimeTargets,
): ReadonlySet<string> {
  const found = new Set([...modules.values()].filter(holds).map(({ id }) => id));
  if (found.size === 0) return found;
  const loadedBy = new Map<string, string[]>();
  for (const module of modules.values()) {
    for (const target of targetsOf(module)) {
      if (target.kind !== 'module') continue;
      addTo(loadedBy, target.id, module.id);
    }
  }
  for (const id of found) for (const loader of loadedBy.get(id) ?? []) found.add(loader);
  return found;
}

/** The modules that no other one loads: one of these is what Node is started with. */
export function entriesOf(modules: ReadonlyMap<string, LinkModule>): readonly LinkModule[] {
  const loaded = new Set<string>();
  for (const { targets, imports } of modules.values())
    for (const target of [...targets, ...imports.values()])
      if (target.kind === 'module') loaded.add(target.id);
  return [...modules.values()].filter(({ id }) => !loaded.has(id));
}

/** A module, and all that may be loaded while it loads. */
export function loadClosureOf(id: string, modules: ReadonlyMap<string, LinkModule>): readonly LinkModule[] {
  const found = new Set([modules.get(id)!]);
  for (const module of found)
    for (const target of loadTimeTargets(module))
      if (target.kind === 'module') found.add(modules.get(target.id)!);
  return [...found];
}

/** Modules that were loaded, with all that they load for certain while they are loaded themselves. */
export interface Loaded {
  add(target: Target): void;
  includes(target: Target): boolean;
}

/**
 * The modules behind those that were added are followed once, and only as far as somebody asks.
 *
 * @param mayBeUnderWay what may have begun to load before the module that asks: it need not have loaded anything yet
 */
export function nothingLoaded(
  modules: ReadonlyMap<string, LinkModule>,
  mayBeUnderWay: (id: string) => boolean,
): Loaded {
  const followed = new Set<string>();
  const pending: Target[] = [];

  function follow(target: Target): void {
    const identity = identityOf(target);
    if (identity === null || followed.has(identity)) return;
    followed.add(identity);
    if (target.kind !== 'module' || mayBeUnderWay(target.id)) return;
    const { facts, targets } = modules.get(target.id)!;
    for (const [index, { placement }] of facts.requires.entries())
      if (placement === 'top') pending.push(targets[index]!);
  }

  function includes(target: Target): boolean {
    const wanted = identityOf(target);
    if (wanted === null) return false;
    while (!followed.has(wanted)) {
      const next = pending.pop();
      if (next === undefined) return false;
      follow(next);
    }
    return true;
  }

  return { add: (target) => void pending.push(target), includes };
}

function identityOf(target: Target): string | null {
  if (target.kind === 'module' || target.kind === 'unscanned') return target.id;
  return target.kind === 'external' ? target.file : null;
}
