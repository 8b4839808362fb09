import type { Door, LinkModule } from '../link/module.ts';
import { loadedBy } from '../link/reachable.ts';

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
  return all.flatMap((module) =>
    loaded.has(module.id) || !hasExports(module) || asksIfStarted(module) ? [] : [module.id],
  );
}

/** Whether package.json or a tool names it: of other files that are published nothing tells that anybody asks for them. */
export function isNamedDoor(door: Door | null): boolean {
  return door !== null && door.started !== 'perhaps';
}

/** Whether nothing but the lack of any load tells that outsiders may load it. */
export function isGuessed({ byPath, started }: Door): boolean {
  return !byPath && started === 'perhaps';
}

export function hasExports({ facts: { system, exports } }: LinkModule): boolean {
  return system === 'commonjs' && exports.shape !== 'none';
}

/** Whoever asks whether it was started is started, where nothing loads it. */
function asksIfStarted({ facts }: LinkModule): boolean {
  return facts.runtime.some(({ mainTest }) => mainTest !== null);
}
