import type { LinkModule, Target } from './module.ts';

/** What a module loads while it is loaded itself. */
export function loadTimeTargets(module: LinkModule): readonly Target[] {
  const required = module.facts.requires.flatMap((fact, index) =>
    fact.placement === 'deferred' ? [] : [module.targets[index]!],
  );
  return [...required, ...module.imports.values()];
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
  const loadedBy = new Map<string, string[]>();
  const found = new Set<string>();
  for (const module of modules.values()) {
    if (holds(module)) found.add(module.id);
    for (const target of targetsOf(module)) {
      if (target.kind !== 'module') continue;
      const loaders = loadedBy.get(target.id);
      if (loaders === undefined) loadedBy.set(target.id, [module.id]);
      else loaders.push(module.id);
    }
  }
  for (const id of found) for (const loader of loadedBy.get(id) ?? []) found.add(loader);
  return found;
}
