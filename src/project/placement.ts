import { posix } from 'node:path';

/**
 * Placement: under which name each file is kept so that Node loads it with the module system that it is written in.
 *
 * @see Node.js documentation, "Packages: Determining module system"
 */

export interface PlacedFile {
  readonly id: string;
  /** The module system of its content after the run; `either` where the package's type does not matter to it. */
  readonly system: 'esm' | 'commonjs' | 'either';
}

export interface PackageFolder {
  /** Folder of the package.json, relative to the root; `''` is the root itself. */
  readonly folder: string;
  readonly type: 'module' | 'commonjs' | null;
  readonly files: readonly PlacedFile[];
  /** `.js` and extensionless files that it governs and that nobody judged: ignored, excluded, not named. */
  readonly unjudged: readonly string[];
  /** Everything that lies beside its files: names that are taken. */
  readonly present: readonly string[];
  /** Folders of it that have to stay CommonJS, whatever the rest becomes. */
  readonly kept: readonly string[];
  /**
   * Files that use `#imports` or the name of their own package: a package.json in a folder between would cut them off.
   */
  readonly selfReferring: readonly string[];
  /** How ids begin in folders where a new package.json would be noticed, since somebody lists them. */
  readonly shown: readonly string[];
}

export interface Placement {
  /** Only files that get another name. */
  readonly renames: ReadonlyMap<string, string>;
  /** package.json files whose `type` is set; those of folders that have none are new. */
  readonly types: ReadonlyMap<string, 'module' | 'commonjs'>;
  /** Files that keep the package from becoming a module, where no name or nested package.json helps. */
  readonly blocked: readonly string[];
}

export type Naming = 'package' | 'mjs';

/** Files whose module system Node reads from the nearest package.json. */
export function followsPackageType(id: string): boolean {
  const extension = posix.extname(id);
  return extension === '.js' || extension === '' || extension === '.jsx';
}

/** The placement of all packages of a run. */
export function placeAll(packages: readonly PackageFolder[], naming: Naming): Placement {
  const placements = packages.map((pkg) => {
    const placed = placeFiles(pkg, naming);
    return placed.blocked.length === 0 ? placed : { ...placeFiles(pkg, 'mjs'), blocked: placed.blocked };
  });
  return {
    renames: new Map(placements.flatMap(({ renames }) => [...renames])),
    types: new Map(placements.flatMap(({ types }) => [...types])),
    blocked: placements.flatMap(({ blocked }) => blocked),
  };
}

export function placeFiles(pkg: PackageFolder, naming: Naming): Placement {
  const typed = pkg.files.filter(({ id }) => followsPackageType(id));
  const renames = renamer(new Set([...pkg.files.map(({ id }) => id), ...pkg.present]));
  const none = new Map<string, 'module' | 'commonjs'>();
  for (const { id, system } of pkg.files)
    if (system === 'esm' && posix.extname(id) === '.cjs') renames.rename(id, '.mjs');
  const becomesEsm = typed.filter(({ system }) => system === 'esm');
  if (becomesEsm.length === 0 && pkg.type !== 'module')
    return { renames: renames.result, types: none, blocked: [] };

  if (naming === 'mjs' && pkg.type !== 'module') {
    for (const { id } of becomesEsm) renames.rename(id, '.mjs');
    return { renames: renames.result, types: none, blocked: [] };
  }

  const keepCommonJs = (inside: (id: string) => boolean): void => {
    for (const { id, system } of typed) if (system === 'commonjs' && inside(id)) renames.rename(id, '.cjs');
  };
  if (pkg.type === 'module') {
    keepCommonJs(() => true);
    return { renames: renames.result, types: none, blocked: [] };
  }
  const borders = typeBorders(pkg, becomesEsm);
  if ('blockers' in borders) return { renames: renames.result, types: none, blocked: borders.blockers };
  keepCommonJs((id) => borders.isModule(id));
  return { renames: renames.result, types: borders.types, blocked: [] };
}

interface Borders {
  readonly types: ReadonlyMap<string, 'module' | 'commonjs'>;
  readonly isModule: (id: string) => boolean;
}

/**
 * Where `"type"` has to be set: at the package alone where all was judged; else also in the folders that hold only
 * unjudged files; else only in the folders that hold only judged ones. The files in the way where neither is possible.
 */
function typeBorders(
  pkg: PackageFolder,
  becomesEsm: readonly PlacedFile[],
): Borders | { readonly blockers: readonly string[] } {
  const judged = pkg.files.map(({ id }) => id);
  const closed = topmostFolders(pkg.unjudged, judged, pkg.folder);
  const opened = topmostFolders(
    becomesEsm.map(({ id }) => id),
    pkg.unjudged,
    pkg.folder,
  );
  const modules = closed === null ? opened : [pkg.folder];
  if (modules === null) return { blockers: pkg.unjudged };
  const kept = pkg.kept.filter((folder) => modules.some((outer) => isInside(`${folder}/`, outer)));
  const commonJs = outermost([...(closed ?? []), ...kept]);
  const types = new Map<string, 'module' | 'commonjs'>(modules.map((folder) => [folder, 'module']));
  for (const folder of commonJs) types.set(folder, 'commonjs');
  const nested = [...types.keys()].filter((folder) => folder !== pkg.folder);
  const cutOff = pkg.selfReferring.filter((id) => nested.some((folder) => isInside(id, folder)));
  if (cutOff.length > 0) return { blockers: cutOff };
  const noticed = nested.filter((folder) => pkg.shown.some((start) => `${folder}/`.startsWith(start)));
  const inNoticed = judged.filter((id) => noticed.some((folder) => isInside(id, folder)));
  if (noticed.length > 0) return { blockers: [...inNoticed, ...pkg.unjudged] };
  const isModule = (id: string): boolean =>
    modules.some((folder) => isInside(id, folder)) && !commonJs.some((folder) => isInside(id, folder));
  return { types, isModule };
}

function outermost(folders: readonly string[]): readonly string[] {
  return folders.filter((folder) => !folders.some((outer) => outer !== folder && isInside(folder, outer)));
}

/**
 * The topmost folders that together hold all `wanted` files and none of the `others`; null where a wanted file lies
 * beside another.
 */
function topmostFolders(
  wanted: readonly string[],
  others: readonly string[],
  border: string,
): readonly string[] | null {
  const occupied = new Set(others.flatMap((id) => foldersUpTo(id, border)));
  const folders = new Set<string>();
  for (const id of wanted) {
    const free = foldersUpTo(id, border).filter((folder) => folder !== border && !occupied.has(folder));
    const topmost = free.at(-1);
    if (topmost === undefined) return null;
    folders.add(topmost);
  }
  return [...folders];
}

/** The folders of a file, innermost first, up to and including the border. */
function foldersUpTo(id: string, border: string): string[] {
  const folders: string[] = [];
  for (let folder = parent(id); folder !== border && folder !== ''; folder = parent(folder))
    folders.push(folder);
  folders.push(border);
  return folders;
}

function parent(path: string): string {
  const folder = posix.dirname(path);
  return folder === '.' ? '' : folder;
}

function isInside(id: string, folder: string): boolean {
  return folder === '' || id.startsWith(`${folder}/`);
}

/** Gives files another extension; a name that is taken gets `_1`, `_2` (compared without regard to case). */
function renamer(taken: ReadonlySet<string>): {
  readonly result: ReadonlyMap<string, string>;
  readonly rename: (id: string, extension: string) => void;
} {
  const result = new Map<string, string>();
  const occupied = new Set([...taken].map((id) => id.toLowerCase()));
  const rename = (id: string, extension: string): void => {
    const stem = id.slice(0, id.length - posix.extname(id).length);
    let name = stem + extension;
    for (let n = 1; occupied.has(name.toLowerCase()); n++) name = `${stem}_${n}${extension}`;
    occupied.add(name.toLowerCase());
    result.set(id, name);
  };
  return { result, rename };
}
