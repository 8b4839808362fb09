import { posix } from 'node:path';
import type { PathString } from '../../checker/facts.ts';
import { type Finding, makeFinding } from '../../checker/finding.ts';
import { addTo } from '../../lists.ts';
import type { PathEdit } from '../../rewrite/decision.ts';
import { folderOf } from '../files/paths.ts';
import type { LoaderState } from '../link/loader/loader-state.ts';
import type { LinkModule } from '../link/module.ts';
import { isForDevelopment } from './bridges.ts';
import { IdsByStart } from './ids-by-start.ts';
import { type NamedFile, type NamedPaths, within } from './named-paths.ts';

/** What renames mean for files that are named by strings: the string follows, or the file keeps its name. */

/** By id: the strings of a file that name a renamed file, with what they have to end in. */
export function pathEdits(
  { files }: NamedPaths,
  renames: ReadonlyMap<string, string>,
): ReadonlyMap<string, readonly PathEdit[]> {
  const edits = new Map<string, Map<number, PathEdit>>();
  for (const named of files) {
    const renamed = isPath(named) ? renames.get(named.target) : undefined;
    const edit = renamed === undefined ? null : editOf(named, renamed);
    if (edit === null) continue;
    const known = edits.get(named.from) ?? new Map();
    edits.set(named.from, known.set(edit.range[1], edit));
  }
  return new Map([...edits].map(([from, own]) => [from, [...own.values()]]));
}

/** Whether a string surely is the path of its file: else it may be any text, or name a folder, and must stay what it is. */
function isPath({ string: { fromFile, use }, isWhole }: NamedFile): boolean {
  return isWhole && (fromFile || (use !== 'other' && use !== 'compare'));
}

/** Files of which a string may be the path, or mere text: under their old names something has to be found. */
export function mentionedPaths({ files }: NamedPaths): ReadonlySet<string> {
  return new Set(files.filter((named) => !isPath(named)).map(({ target }) => target));
}

/** Files of which some string surely is the path: it names them by whatever names they get. */
export function surelyNamed({ files }: NamedPaths): ReadonlySet<string> {
  return new Set(files.filter(isPath).map(({ target }) => target));
}

/** `'./worker.js'` -> `'./worker.cjs'`, `'./worker'` -> `'./worker.cjs'`, `'./lib'` -> `'./lib/index.cjs'` */
function editOf({ target, string: { literal } }: NamedFile, renamed: string): PathEdit | null {
  if (literal === null) return null;
  const { end, text } = literal;
  const ending = posix.extname(target);
  const stem = posix.basename(target, ending);
  const added = posix.basename(renamed).slice(stem.length);
  const last = text.slice(text.lastIndexOf('/') + 1);
  if (last.endsWith(ending) && ending !== '' && (last === stem + ending || !text.includes('/')))
    return { range: [end - ending.length, end], text: added };
  if (last === stem) return { range: [end, end], text: added };
  if (stem !== 'index') return null;
  return { range: [end, end], text: `${last === '' ? '' : '/'}index${added}` };
}

/** Files that must not be renamed, and the folders that keep the type CommonJS for that. */
export interface Held {
  readonly findings: ReadonlyMap<string, Finding>;
  readonly folders: ReadonlySet<string>;
}

/** What paths that cannot follow renames ask for. */
export interface HeldByPaths extends Held {
  /** Files that may be renamed where a module stays at their old paths. */
  readonly bridged: ReadonlySet<string>;
}

/**
 * Renamed files that computed paths reach, or strings that cannot follow. Who only loads them may as well load a module
 * that leads to them; for the sake of anybody else the folder cannot hold renamed files: all of it stays CommonJS, under the
 * names that it has; folders around it do not.
 *
 * @param mayHaveBridge whether who loads a file by its old path cannot tell it from a module that leads to it
 * @returns what comes on top of what is held already
 */
export function heldByPaths(
  { files, reached, listsAny }: NamedPaths,
  renames: ReadonlyMap<string, string>,
  ids: readonly string[],
  mayHaveBridge: (id: string, from: string) => boolean,
): HeldByPaths {
  const held = new HeldFolders(ids);
  const bridged = new Set<string>();
  const settle = (id: string, from: string, string: PathString): void => {
    if (!listsAny && loading.has(string.use) && mayHaveBridge(id, from)) bridged.add(id);
    else held.add(folderOf(id), heldFinding(folderOf(id), from, string.at));
  };
  const renamedIds = new IdsByStart([...renames.keys()]);
  for (const { from, string, ...range } of reached)
    for (const id of within(range, renamedIds)) settle(id, from, string);
  for (const named of files) {
    const renamed = renames.get(named.target);
    if (renamed === undefined || !isPath(named) || editOf(named, renamed) !== null) continue;
    settle(named.target, named.from, named.string);
  }
  return { findings: held.findings, folders: held.folders, bridged };
}

/**
 * The same for files that somebody may ask for by their old names, though nobody knows for certain, and would get otherwise
 * by a module there.
 */
export function heldByLooseLoads(
  modules: ReadonlyMap<string, LinkModule>,
  { files }: NamedPaths,
  renames: ReadonlyMap<string, string>,
  isAskedWhileUnfinished: (id: string, from: string) => boolean,
): Held {
  const held = new HeldFolders([...modules.keys()]);
  const following = new Map<string, string[]>();
  for (const { from, target } of files.filter(isPath)) addTo(following, from, target);
  for (const { id: from, loose } of modules.values())
    for (const { at, ids } of loose)
      for (const id of ids) {
        if (!renames.has(id) || following.get(from)?.includes(id)) continue;
        if (isAskedWhileUnfinished(id, from)) held.add(folderOf(id), heldFinding(folderOf(id), from, at));
      }
  return held;
}

/** Uses of a path that only ask for what is there to be loaded. */
const loading: ReadonlySet<PathString['use']> = new Set(['compare', 'load', 'probe']);

/** The same for files that a changed loader finds by their names, or that are loaded again by strings that cannot follow. */
export function heldForLoader(
  { named, found, stays }: LoaderState,
  paths: NamedPaths,
  renames: ReadonlyMap<string, string>,
  ids: readonly string[],
): Held {
  const held = new HeldFolders(ids);
  const fixed = new Set(named.keys());
  for (const path of paths.files)
    if (!isPath(path) && found.get(path.target)?.includes(path.from)) fixed.add(path.target);
  for (const id of fixed) if (renames.has(id)) held.add(folderOf(id), stays.get(id)!);
  return held;
}

/**
 * The same for files that outsiders load by their paths, and that they could tell from a module there (`bridges.ts`). In the
 * folder of the package itself no other type can be set.
 */
export function heldBehindDoors(
  modules: ReadonlyMap<string, LinkModule>,
  renames: ReadonlyMap<string, string>,
  packageOf: (id: string) => string,
  isToldFromBridge: (id: string) => boolean,
): Held {
  const held = new HeldFolders([...modules.keys()]);
  for (const [id, renamed] of renames) {
    if (modules.get(id)?.door?.byPath !== true || posix.extname(renamed) !== '.cjs') continue;
    // Where no module is left at the old path, there is nothing to tell.
    if (posix.extname(id) === '' || isForDevelopment(id) || !isToldFromBridge(id)) continue;
    const folder = folderOf(id);
    if (folder !== packageOf(id))
      held.add(folder, makeFinding('beside-public-file', { args: { path: id, folder } }));
  }
  return held;
}

export class HeldFolders implements Held {
  readonly findings = new Map<string, Finding>();
  readonly folders = new Set<string>();
  readonly #ids: IdsByStart;

  constructor(ids: readonly string[]) {
    this.#ids = new IdsByStart(ids);
  }

  /** Holds a folder with all that is in it. */
  add(folder: string, finding: Finding): void {
    this.folders.add(folder);
    const start = folder === '' ? '' : `${folder}/`;
    for (const id of this.#ids.of(start)) this.findings.set(id, finding);
  }
}

/** Why a folder stays that somebody reaches into by computed paths. */
export function heldFinding(folder: string, from: string, at: number): Finding {
  const args = { importer: from, folder: folder === '' ? '.' : folder };
  const related = [{ path: from, range: [at, at] as const, note: 'here' }];
  return makeFinding('reached-by-computed-path', { args, related });
}
