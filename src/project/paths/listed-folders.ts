import { makeFinding } from '../../checker/finding.ts';
import { addTo } from '../../lists.ts';
import { folderOf, nameOf } from '../files/paths.ts';
import type { LinkModule } from '../link/module.ts';
import { loadedBy } from '../link/reachable.ts';
import { isForDevelopment } from './bridges.ts';
import type { NamedPaths } from './named-paths.ts';
import { isNamedDoor, orphans } from './orphans.ts';
import { type Held, HeldFolders } from './renamed-paths.ts';

/**
 * Folders that a tool lists, though nothing in the project shows it, as migrations, seeds and plugins are found: most files
 * there export something, and nothing loads them. Tools go by the endings of files, take each that they find, and may
 * write its name down (`SequelizeMeta`, `knex_migrations`): a bridge would be one file more, and a renamed file another
 * one. So all of such a folder stays where one of them would be renamed.
 */
export function heldByListing(
  modules: ReadonlyMap<string, LinkModule>,
  { files }: NamedPaths,
  renames: ReadonlyMap<string, string>,
  { packageOf, isPublished, namedIn }: Around,
): Held {
  const held = new HeldFolders([...modules.keys()]);
  const named = new Set(files.map(({ target }) => target));
  // Where no file loads another one, nothing tells how any of them is found.
  const programs = new Set(
    [...modules.values()].filter((module) => loadedBy(module).length > 0).map(({ id }) => packageOf(id)),
  );
  const isOfProgram = (id: string): boolean => programs.has(packageOf(id)) && !isPublished(id);
  const lone = orphans(modules).filter(
    (id) =>
      !named.has(id) &&
      !isForDevelopment(id) &&
      !isNamedDoor(modules.get(id)!.door) &&
      (isForListing(id) || isOfProgram(id)),
  );
  const renamed = lone.filter((id) => renames.has(id) && folderOf(id) !== packageOf(id));
  const folders = new Set(renamed.map(folderOf));
  if (folders.size === 0) return held;
  const known = namedIn(lone.filter((id) => folders.has(folderOf(id))));
  const listed = byFolder(lone.filter((id) => !known.has(id)));
  const members = byFolder(modules.keys());
  for (const id of renamed.filter((each) => !known.has(each))) {
    const folder = folderOf(id);
    const { length } = listed.get(folder)!;
    const isListed = length * 2 > members.get(folder)!.length && (length > 1 || isForListing(id));
    if (!isListed || held.folders.has(folder)) continue;
    const args = { path: id, output: renames.get(id)!, folder };
    held.add(folder, makeFinding('beside-listed-file', { args }));
  }
  return held;
}

/** `20200131120000-add-users.js`, `seeds/users.js` */
function isForListing(id: string): boolean {
  return /^\d/.test(nameOf(id)) || /(?:^|\/)(?:migrations?|seed(?:er)?s?)\/[^/]+$/.test(id);
}

interface Around {
  /** The folder of the package that a file belongs to. */
  readonly packageOf: (id: string) => string;
  /** Whether that may be published. */
  readonly isPublished: (id: string) => boolean;
  /** Which of some files package.json, configuration or a script names. */
  readonly namedIn: (ids: readonly string[]) => ReadonlySet<string>;
}

function byFolder(ids: Iterable<string>): ReadonlyMap<string, readonly string[]> {
  const folders = new Map<string, string[]>();
  for (const id of ids) addTo(folders, folderOf(id), id);
  return folders;
}
