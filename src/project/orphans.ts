import { folderOf } from './files/paths.ts';
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

/**
 * Where orphans would be renamed: their names may count, as those of migrations do. A folder of which
 * everything is found so, or loaded by what lies beside it, keeps all its names, by staying CommonJS.
 *
 * @returns those folders
 */
export function foldersOfOrphans(
  modules: ReadonlyMap<string, LinkModule>,
  renames: ReadonlyMap<string, string>,
): ReadonlySet<string> {
  const lone = new Set([...modules.values()].filter(isFoundByName).map(({ id }) => id));
  const loads = [...modules.values()].flatMap((module) =>
    loadedBy(module).map((id) => [module.id, id] as const),
  );
  const loaded = new Set(loads.map(([, id]) => id));
  const fromOutside = loads.flatMap(([from, id]) => (folderOf(from) === folderOf(id) ? [] : [id]));
  const alone = [...modules.keys()].filter((id) => !lone.has(id) && !loaded.has(id));
  const mixed = new Set([...fromOutside, ...alone].map(folderOf));
  const found = new Set<string>();
  for (const id of lone) {
    const folder = folderOf(id);
    if (renames.has(id) && folder !== '' && !mixed.has(folder)) found.add(folder);
  }
  return found;
}

/** What outsiders load by another way gets a bridge under its old name, or an entry of package.json that follows. */
function isFoundByName({ door }: LinkModule): boolean {
  return door?.byPath === false && door.started === 'perhaps';
}

/** Whoever asks whether it was started is started, where nothing loads it. */
function isForOthers({ system, exports, runtime }: LinkFacts): boolean {
  return (
    system === 'commonjs' && exports.shape !== 'none' && runtime.every(({ mainTest }) => mainTest === null)
  );
}
