import { join } from 'node:path';
import type { UnknownLoad } from '../../checker/facts.ts';
import { ANY } from '../../checker/unknown-loads.ts';
import { folderOf, relativeInside } from '../files/paths.ts';
import type { LinkModule, LooseLoad } from '../link/module.ts';
import { loadedBy } from '../link/reachable.ts';
import { isPublished } from '../packages/manifest.ts';
import type { Resolver } from '../resolve/resolver.ts';
import { isForDevelopment } from './bridges.ts';
import { mayLoad } from './loose-names.ts';
import { isListOfAnything, type NamedPaths } from './named-paths.ts';
import { hasExports, isNamedDoor } from './orphans.ts';

interface Known {
  readonly root: string;
  readonly resolver: Resolver;
  readonly offers: NamedPaths['offers'];
  /** Modules that somebody else loads, as far as that is known. */
  readonly reached: ReadonlySet<string>;
}

/**
 * The modules with what each may load by paths that it hands on, or of which not even the start is known. What
 * may be any path, time and again, is supposed to lead to those that nothing else is known to load: plugins, routes,
 * services. Once, it is rather that of a configuration; and what lies above whoever loads it so is rather an entry, which
 * leads to everything.
 */
export function withLooseLoads(
  modules: ReadonlyMap<string, LinkModule>,
  known: Known,
): ReadonlyMap<string, LinkModule> {
  const result = new Map(modules);
  let findable: readonly string[] | null = null;
  const idsOf = (load: UnknownLoad, from: string): readonly string[] => {
    findable ??= findableAmong(modules, known);
    const named = [...modules.keys()].filter((id) => isForDevelopment(from) || !isForDevelopment(id));
    // What a published package loads by unknown paths are files of those who use it.
    const isOfApplication =
      load.repeated && !isPublished(known.resolver.manifests.nearest(join(known.root, from)));
    const others = isOfApplication ? findable.filter((id) => !isAbove(id, from, known)) : [];
    return (tellsFile(load.pattern) ? named : others).filter((id) => id !== from && mayLoad(load, id));
  };
  for (const [id, module] of modules) {
    const offered = (known.offers.get(id) ?? []).map((offer) => ({
      ...offer,
      ids: offer.ids.filter((other) => modules.has(other)),
    }));
    const unknown = module.facts.unknownLoads
      .filter(({ by }) => by === 'require')
      .map((load) => ({ at: load.at, deferred: load.deferred, ids: idsOf(load, id) }));
    const loose: readonly LooseLoad[] = [...offered, ...unknown].filter(({ ids }) => ids.length > 0);
    if (loose.length > 0) result.set(id, { ...module, loose });
  }
  return result;
}

/** Whether a file lies in a folder around that of another one, or in that of the package. */
function isAbove(id: string, other: string, { root, resolver }: Known): boolean {
  const folder = folderOf(id);
  const manifest = resolver.manifests.nearest(join(root, id));
  const isOfPackage = folder === '' || manifest?.folder === join(root, folder);
  return isOfPackage || folderOf(other).startsWith(`${folder}/`);
}

/** Whether a pattern has more in it than the name that every folder has. */
function tellsFile(pattern: string): boolean {
  return pattern.split('/').some((part) => part !== ANY && !/^index(?:\.js)?$/.test(part));
}

/** Modules that export something, that nothing but tests is known to load, and that are no entries of their package. */
function findableAmong(modules: ReadonlyMap<string, LinkModule>, known: Known): readonly string[] {
  const users = [...modules.values()].filter(({ id }) => !isForDevelopment(id));
  const loaded = new Set(known.reached);
  for (const user of users)
    for (const id of [...loadedBy(user), ...user.handed]) if (id !== user.id) loaded.add(id);
  return users.flatMap((module) => {
    const { id, door } = module;
    return loaded.has(id) || isNamedDoor(door) || !hasExports(module) || isMain(id, known) ? [] : [id];
  });
}

/** Whether a `require` of its folder, or of the package, gives it. */
function isMain(id: string, { root, resolver }: Known): boolean {
  const folder = resolver.manifests.nearest(join(root, id))?.folder ?? root;
  const main = resolver.commonjs('./', join(folder, 'x.js'));
  return main.kind === 'file' && relativeInside(root, main.path) === id;
}

/** How the ids of files begin in folders that are listed by whoever loads files by paths of which nothing is known. */
export function shownByLooseLoads(modules: ReadonlyMap<string, LinkModule>): readonly string[] {
  return [...modules.values()].flatMap(({ facts, loose }) => {
    if (!facts.noticesNames || !facts.pathStrings.some(isListOfAnything)) return [];
    const folders = new Set(loose.flatMap(({ ids }) => ids.map(folderOf)));
    return [...folders].flatMap((folder) => (folder === '' ? [] : [`${folder}/`]));
  });
}
