import { join, posix } from 'node:path';
import { scriptsNamedIn } from '../../checker/page-scripts.ts';
import { addTo } from '../../lists.ts';
import { folderOf, joinId } from '../files/paths.ts';
import { isProblem, readSource } from '../files/read.ts';
import type { LinkModule } from '../link/module.ts';
import { loadedIn } from '../link/reachable.ts';
import type { Manifests } from '../packages/manifest.ts';

export interface PagesOfRun {
  readonly root: string;
  /** HTML pages, and templates of such. */
  readonly pages: readonly string[];
  readonly modules: ReadonlyMap<string, LinkModule>;
  readonly manifests: Manifests;
}

/** A module that browsers load as a script, and who says so: a page, a file with script elements in strings, a package.json. */
interface NamedByPage {
  readonly id: string;
  readonly page: string;
}

/** @param packageOf the folder of the package that a file belongs to */
export function* namedByPages(
  { root, pages, modules, manifests }: PagesOfRun,
  packageOf: (id: string) => string,
): Generator<NamedByPage> {
  const meant = meantBy(modules, packageOf);
  for (const [page, paths] of pathsByPage(root, pages, modules.values()))
    for (const path of paths) for (const id of meant(page, path)) yield { id, page };
  for (const folder of new Set([...modules.keys()].map(packageOf)))
    for (const id of servedOf(root, folder, manifests))
      if (modules.has(id)) yield { id, page: joinId(folder, 'package.json') };
}

function* pathsByPage(
  root: string,
  pages: readonly string[],
  modules: Iterable<LinkModule>,
): Generator<readonly [page: string, paths: readonly string[]]> {
  for (const page of pages) {
    const read = readSource(join(root, page));
    if (!isProblem(read)) yield [page, scriptsNamedIn(read.source)];
  }
  for (const { id, facts } of modules) yield [id, facts.pageScripts];
}

/**
 * The modules that a path in a page may name. It counts from the folder of the page, or from one that a server makes public:
 * then it is one that Node neither loads nor is started with, and that does not lie beside the package.json.
 */
function meantBy(
  modules: ReadonlyMap<string, LinkModule>,
  packageOf: (id: string) => string,
): (page: string, path: string) => readonly string[] {
  const loaded = loadedIn(modules);
  const byName = new Map<string, string[]>();
  for (const { id, door, facts } of modules.values()) {
    const isNodes = loaded.has(id) || door?.started === 'surely' || folderOf(id) === packageOf(id);
    // No browser has a `require`: what needs one is the source of a bundle.
    const isSource = facts.requires.some(({ placement }) => placement === 'top');
    if (!isNodes && !isSource) addTo(byName, posix.basename(id), id);
  }
  return (page, path) => {
    const beside = posix.join(folderOf(page), path);
    if (modules.has(beside)) return [beside];
    const end = posix.join('/', path);
    return (byName.get(posix.basename(path)) ?? []).filter((id) => `/${id}`.endsWith(end));
  };
}

/** `"unpkg": "dist/lib.js"` */
function servedOf(root: string, folder: string, manifests: Manifests): readonly string[] {
  const fields = manifests.in(join(root, folder))?.fields;
  return ['unpkg', 'jsdelivr'].flatMap((name) => {
    const path = fields?.get(name);
    return typeof path === 'string' ? [posix.normalize(joinId(folder, path))] : [];
  });
}
