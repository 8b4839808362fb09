import { convertingAnswers, isConverting } from '../../checker/facts/common.ts';
import { type Finding, makeFinding, WHOLE_FILE } from '../../checker/finding.ts';
import { folderOf } from '../files/paths.ts';
import type { LinkModule } from '../link/module.ts';
import { loadedIn } from '../link/reachable.ts';
import { namedByPages, type PagesOfRun } from './named-by-pages.ts';
import { isNamedDoor } from './orphans.ts';
import { type Held, HeldFolders } from './renamed-paths.ts';

/**
 * Files that browsers load as scripts: by pages and templates of the project, by script elements in strings, or from the
 * servers that package.json has fields for. `export` is a syntax error there, and nobody would have a new name.
 *
 * @param packageOf the folder of the package that a file belongs to
 * @returns why each of them stays
 */
export function scriptsOfPages(
  run: PagesOfRun,
  packageOf: (id: string) => string,
): ReadonlyMap<string, Finding> {
  const { modules } = run;
  const found = new Map<string, Finding>();
  for (const { id, page } of namedByPages(run, packageOf))
    if (isCommonJs(modules.get(id)!) && !found.has(id)) found.set(id, scriptFinding(page));
  return new Map([...found, ...besideThose(found, modules, packageOf)]);
}

/** Files in the same folders that neither load others nor are loaded by them: what names them is not to be seen. */
function besideThose(
  scripts: ReadonlyMap<string, Finding>,
  modules: ReadonlyMap<string, LinkModule>,
  packageOf: (id: string) => string,
): ReadonlyMap<string, Finding> {
  const lone = onlyForBrowsers(scripts, modules, packageOf);
  const folders = new Map([...lone].map((id) => [folderOf(id), { id, finding: scripts.get(id)! }]));
  const loaded = loadedIn(modules);
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
  const loaded = loadedIn(modules);
  const isDoor = (id: string): boolean => {
    const { door } = modules.get(id)!;
    return isNamedDoor(door) || (door?.byPath === true && folderOf(id) !== packageOf(id));
  };
  return new Set([...scripts.keys()].filter((id) => !loaded.has(id) && !isDoor(id)));
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
