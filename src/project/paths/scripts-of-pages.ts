import { join, posix } from 'node:path';
import { convertingAnswers, isConverting } from '../../checker/facts/common.ts';
import { type Finding, makeFinding, WHOLE_FILE } from '../../checker/finding.ts';
import { scriptsNamedIn } from '../../checker/page-scripts.ts';
import { addTo } from '../../lists.ts';
import { folderOf, joinId } from '../files/paths.ts';
import { isProblem, readSource } from '../files/read.ts';
import type { LinkModule } from '../link/module.ts';
import { loadedBy } from '../link/reachable.ts';
import type { Manifests } from '../packages/manifest.ts';
import { packageFolder } from '../scanning/packages-of-run.ts';
import { type Held, HeldFolders } from './renamed-paths.ts';

/**
 * Files that browsers load as scripts: by pages and templates of the project, by script elements in strings, or from the
 * servers that package.json has fields for. `export` is a syntax error there, and nobody would have a new name.
 *
 * @param pages the pages and templates
 * @returns why each of them stays
 */
export function scriptsOfPages(
  root: string,
  pages: readonly string[],
  modules: ReadonlyMap<string, LinkModule>,
  manifests: Manifests,
): ReadonlyMap<string, Finding> {
  const found = new Map<string, Finding>();
  const take = (ids: readonly string[], page: string): void => {
    for (const id of ids)
      if (isCommonJs(modules.get(id)!) && !found.has(id)) found.set(id, scriptFinding(page));
  };
  const packageOf = (id: string): string => packageFolder(root, id, manifests);
  const named = namedBy(modules, packageOf);
  for (const page of pages) {
    const read = readSource(join(root, page));
    if (!isProblem(read)) for (const path of scriptsNamedIn(read.source)) take(named(page, path), page);
  }
  for (const { id, facts } of modules.values())
    for (const path of facts.pageScripts) take(named(id, path), id);
  for (const folder of new Set([...modules.keys()].map(packageOf)))
    for (const id of servedOf(root, folder, manifests))
      if (modules.has(id)) take([id], joinId(folder, 'package.json'));
  for (const [id, finding] of besideThose(found, modules, packageOf)) found.set(id, finding);
  return found;
}

/** Files in the same folders that neither load others nor are loaded by them: what names them is not to be seen. */
function besideThose(
  scripts: ReadonlyMap<string, Finding>,
  modules: ReadonlyMap<string, LinkModule>,
  packageOf: (id: string) => string,
): ReadonlyMap<string, Finding> {
  const lone = onlyForBrowsers(scripts, modules, packageOf);
  const folders = new Map([...lone].map((id) => [folderOf(id), { id, finding: scripts.get(id)! }]));
  const loaded = loadedAmong(modules);
  return new Map(
    [...modules.values()].flatMap((module) => {
      const { id } = module;
      const named = folders.get(folderOf(id));
      const isLone = !loaded.has(id) && module.targets.length === 0 && module.door?.started !== 'surely';
      if (named === undefined || !isLone || scripts.has(id) || !isCommonJs(module)) return [];
      return [[id, besideFinding(named.finding, named.id, convertingAnswers)] as const];
    }),
  );
}

/** Those that something requires cannot keep their names beside modules: their folders keep the type of CommonJS. */
export function heldForPages(
  scripts: ReadonlyMap<string, Finding>,
  modules: ReadonlyMap<string, LinkModule>,
  renames: ReadonlyMap<string, string>,
): Held {
  const held = new HeldFolders([...modules.keys()]);
  for (const [id, finding] of scripts)
    if (renames.has(id)) held.add(folderOf(id), besideFinding(finding, id));
  return held;
}

/**
 * Those that only browsers load: the type of their package is nothing to them. Beside the package.json no file can have
 * another type, so that a script there counts as one, though the package lets outsiders load any file by its path.
 */
export function onlyForBrowsers(
  scripts: ReadonlyMap<string, Finding>,
  modules: ReadonlyMap<string, LinkModule>,
  packageOf: (id: string) => string,
): ReadonlySet<string> {
  const loaded = loadedAmong(modules);
  const isDoor = (id: string): boolean => {
    const door = modules.get(id)!.door;
    return door !== null && (door.started !== 'perhaps' || (door.byPath && folderOf(id) !== packageOf(id)));
  };
  return new Set([...scripts.keys()].filter((id) => !loaded.has(id) && !isDoor(id)));
}

/**
 * The modules that a path in a page may name. It counts from the folder of the page, or from one that a server makes public:
 * then it is one that Node neither loads nor is started with, and that does not lie beside the package.json.
 */
function namedBy(
  modules: ReadonlyMap<string, LinkModule>,
  packageOf: (id: string) => string,
): (page: string, path: string) => readonly string[] {
  const loaded = loadedAmong(modules);
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

function isCommonJs({ facts, answer }: LinkModule): boolean {
  return facts.system === 'commonjs' && !isConverting(answer);
}

function scriptFinding(page: string): Finding {
  const related = [{ path: page, range: WHOLE_FILE, note: 'here' }];
  return makeFinding('script-of-page', { args: { page }, related, settledBy: convertingAnswers });
}

function besideFinding(
  { args, related }: Finding,
  beside: string,
  settledBy: Finding['settledBy'] = [],
): Finding {
  return makeFinding('script-of-page', { args: { ...args, beside }, related, settledBy });
}

function loadedAmong(modules: ReadonlyMap<string, LinkModule>): ReadonlySet<string> {
  return new Set([...modules.values()].flatMap(loadedBy));
}
