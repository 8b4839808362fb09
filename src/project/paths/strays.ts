import { posix } from 'node:path';
import { type Finding, makeFinding } from '../../checker/finding.ts';
import { folderOf, withAncestors } from '../files/paths.ts';
import type { LinkModule } from '../link/module.ts';
import { perhapsLoadedBy } from '../link/reachable.ts';
import type { PackageFolder } from '../placement.ts';
import { isCommand, isForDevelopment } from './bridges.ts';
import type { NamedPaths } from './named-paths.ts';
import { isGuessed } from './orphans.ts';

/**
 * Files that get another name, and that nothing is known to find: no module loads them, and no string, command or
 * package.json names them. Whoever starts or loads them does so by a path that nobody sees, which leads to their old name.
 *
 * @param namedIn which of some files package.json, configuration or a script names
 */
export function straysAmong(
  modules: ReadonlyMap<string, LinkModule>,
  { files, found }: NamedPaths,
  renames: ReadonlyMap<string, string>,
  namedIn: (ids: readonly string[]) => ReadonlySet<string>,
): readonly string[] {
  const known = new Set([
    ...files.map(({ target }) => target),
    ...[...found.values()].flatMap((ids) => [...ids]),
    ...[...modules.values()].flatMap((module) =>
      [...perhapsLoadedBy(module), ...module.handed].filter((id) => id !== module.id),
    ),
  ]);
  const strays = [...renames.keys()].flatMap((id) => {
    const isRenamed = posix.extname(id) === '.js' || isCommand(id);
    const module = modules.get(id);
    // A file that could not be read is reported as an error.
    const isFound = known.has(id) || module === undefined || (isPublic(module) && !isCommand(id));
    return isRenamed && !isFound && !isForDevelopment(id) ? [id] : [];
  });
  const named = strays.length === 0 ? known : namedIn(strays);
  return strays.filter((id) => !named.has(id));
}

/** Whether package.json or a tool leads to it, as far as is known. */
function isPublic({ door }: LinkModule): boolean {
  return door !== null && !isGuessed(door);
}

/**
 * The folders that keep the type CommonJS, so that strays keep their names: those in which nothing becomes an ES module, and
 * in which nobody notices a package.json.
 */
export function foldersForStrays(
  strays: readonly string[],
  packages: readonly PackageFolder[],
): ReadonlySet<string> {
  const folders = strays.flatMap((id) => {
    const pkg = packages.find(({ files }) => files.some((file) => file.id === id))!;
    const folder = outermostFolders(id, pkg.folder).find((each) => mayKeepType(each, pkg));
    return folder === undefined ? [] : [folder];
  });
  return new Set(folders);
}

/** The folders around a file inside of its package, the outermost first. */
function outermostFolders(id: string, border: string): readonly string[] {
  const folders = [...withAncestors(folderOf(id))];
  return folders.filter((folder) => border === '' || folder.startsWith(`${border}/`));
}

function mayKeepType(folder: string, { files, selfReferring, shown }: PackageFolder): boolean {
  const start = `${folder}/`;
  const isInside = (id: string): boolean => id.startsWith(start);
  return (
    !files.some(({ id, system }) => system === 'esm' && isInside(id)) &&
    !selfReferring.some(isInside) &&
    !shown.some((other) => start.startsWith(other))
  );
}

/** What is to be said of one that gets another name all the same. */
export function strayFinding(path: string): Finding {
  return makeFinding('renamed-out-of-sight', { args: { path } });
}
