import type { LinkFacts } from './link/link-facts.ts';
import type { LinkModule } from './link/module.ts';
import { loadedBy } from './link/reachable.ts';

/**
 * Modules that export something and that nothing is known to load. Whoever takes their exports finds them otherwise: by
 * the working directory (`require(path.resolve(name))`), or from an installed package, as that does with migrations,
 * plugins and configurations.
 */
export function orphans(modules: ReadonlyMap<string, LinkModule>): readonly string[] {
  const all = [...modules.values()];
  const loaded = new Set(
    all.flatMap((module) => [...loadedBy(module), ...module.handed].filter((id) => id !== module.id)),
  );
  return all.flatMap(({ id, facts }) => (loaded.has(id) || !isForOthers(facts) ? [] : [id]));
}

/** Whoever asks whether it was started is started, where nothing loads it. */
function isForOthers({ system, exports, runtime }: LinkFacts): boolean {
  return (
    system === 'commonjs' && exports.shape !== 'none' && runtime.every(({ mainTest }) => mainTest === null)
  );
}
