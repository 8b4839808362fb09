import { join, posix } from 'node:path';
import { type Finding, makeFinding } from '../checker/finding.ts';
import { isFile } from './files/is-file.ts';
import { foldersAround, joinId } from './files/paths.ts';
import { appendStrings, setType, typeOnly } from './packages/edit.ts';
import { spellOutMain } from './packages/main.ts';
import { type Manifest, type Manifests, parseManifest } from './packages/manifest.ts';
import { publishedFiles } from './packages/published.ts';
import { type ManifestWarning, renamePaths } from './packages/rename.ts';
import type { Renames } from './packages/renames.ts';
import type { Bridge } from './paths/bridges.ts';
import type { PackageFolder, Placement } from './placement.ts';
import { problemFinding } from './problem-finding.ts';

/** A package.json that the run changes or adds. */
export interface ManifestChange {
  readonly path: string;
  /** Null: the file is new. */
  readonly before: string | null;
  readonly after: string;
  /** What names a renamed file in a way that is not updated. */
  readonly findings: readonly Finding[];
}

/**
 * What the new names and types of files mean for package.json files: `type`, and every field that names a renamed
 * file. Formatting and the order of keys stay.
 */
export function manifestChanges(
  root: string,
  packages: readonly PackageFolder[],
  placement: Placement,
  manifests: Manifests,
  bridges: readonly Bridge[],
): readonly ManifestChange[] {
  const folders = new Set([
    ...placement.types.keys(),
    ...packages.map(({ folder }) => folder),
    ...manifestsAround(root, placement, manifests),
  ]);
  return [...folders].sort().flatMap((folder) => {
    const pkg = packages.find((other) => other.folder === folder);
    const change = changeOf(root, folder, placement, manifests, {
      findings: pkg === undefined ? [] : typeKept(pkg, placement),
      bridges: pkg === undefined ? [] : bridgesIn(pkg, bridges),
      nested: pkg === undefined ? new Map() : nestedIn(pkg, placement),
    });
    return change === null ? [] : [change];
  });
}

/** The folders of those that may name a renamed file: one that just sets the type of a folder does not end a package. */
function manifestsAround(root: string, { renames }: Placement, manifests: Manifests): readonly string[] {
  const folders = new Set([...renames.keys()].flatMap(foldersAround));
  return [...folders].filter((folder) => manifests.in(join(root, folder)) !== null);
}

/** What the run adds to a package apart from new names. */
interface Additions {
  readonly findings: readonly Finding[];
  /** Paths in additions are relative to the folder of the package. */
  readonly bridges: readonly string[];
  /** By a package.json: the files that it speaks of. */
  readonly nested: ReadonlyMap<string, readonly string[]>;
}

function changeOf(
  root: string,
  folder: string,
  { types, renames }: Placement,
  manifests: Manifests,
  added: Additions,
): ManifestChange | null {
  const manifest = manifests.in(join(root, folder));
  const type = types.get(folder);
  const path = joinId(folder, 'package.json');
  if (manifest === null) {
    if (type !== undefined) return { path, before: null, after: typeOnly(type), findings: added.findings };
    return added.findings.length === 0 ? null : { path, before: '', after: '', findings: added.findings };
  }
  const before = manifest.text;
  if (manifest.problem !== null)
    return { path, before, after: before, findings: [problemFinding(manifest.problem)] };
  const renamed = renamesSeenFrom(root, folder, before, renames);
  const { text, warnings } = renamePaths(before, renamed);
  const typed = type === undefined ? text : withType(text, type, join(root, folder), renamed);
  const after = published(typed, manifest, added);
  const findings = [...added.findings, ...warnings.map(finding)];
  return after === before && findings.length === 0 ? null : { path, before, after, findings };
}

function bridgesIn(pkg: PackageFolder, bridges: readonly Bridge[]): readonly string[] {
  return bridges.flatMap(({ path }) => pathIn(pkg, path) ?? []);
}

/** The package.json files that set another type inside of a package. */
function nestedIn(pkg: PackageFolder, { types }: Placement): ReadonlyMap<string, readonly string[]> {
  const members = [...pkg.files.map(({ id }) => id), ...pkg.unjudged].flatMap((id) => pathIn(pkg, id) ?? []);
  const folders = [...types.keys()].filter((id) => id !== pkg.folder).flatMap((id) => pathIn(pkg, id) ?? []);
  return new Map(
    folders
      .map((inner) => [inner, members.filter((id) => id.startsWith(`${inner}/`))] as const)
      .filter(([, inside]) => inside.length > 0)
      .map(([inner, inside]) => [joinId(inner, 'package.json'), inside]),
  );
}

/** An id relative to the folder of a package; null where it lies elsewhere. */
function pathIn({ folder }: PackageFolder, id: string): string | null {
  if (folder === '') return id;
  return id.startsWith(`${folder}/`) ? id.slice(folder.length + 1) : null;
}

/** Adds to the list of published files what is not on it, though what it stands for or speaks of was. */
function published(text: string, before: Manifest, { bridges, nested }: Additions): string {
  if (before.files === null) return text;
  const wasPublished = publishedFiles(before);
  const isPublished = publishedFiles(parseManifest(before.file, Buffer.from(text)));
  const needed = [
    ...bridges.filter(wasPublished),
    ...[...nested].flatMap(([path, files]) => (files.some(wasPublished) ? [path] : [])),
  ];
  const missing = needed.filter((path) => !isPublished(path));
  return missing.length === 0 ? text : appendStrings(text, ['files'], missing);
}

/** Never silently: the files because of which a package stays as it is. */
function typeKept({ files: judged, unjudged }: PackageFolder, { blocked }: Placement): readonly Finding[] {
  const inTheWay = new Set(blocked);
  const files = [...judged.map(({ id }) => id), ...unjudged].filter((id) => inTheWay.has(id));
  if (files.length === 0) return [];
  const shown = files.slice(0, 5).map((id) => `\`${id}\``);
  const rest = files.length - shown.length;
  const list = shown.join(', ') + (rest > 0 ? ` and ${rest} more` : '');
  return [makeFinding('package-type-kept', { args: { files: list } })];
}

function withType(text: string, type: 'module' | 'commonjs', folder: string, { paths }: Renames): string {
  const typed = setType(text, type);
  if (type !== 'module') return typed;
  const newNames = new Set(paths.values());
  return spellOutMain(
    typed,
    (file) => newNames.has(file) || (!paths.has(file) && isFile(join(folder, file))),
  );
}

function finding({ code, args }: ManifestWarning): Finding {
  return makeFinding(code, { args: { ...args } });
}

/** The renames of a folder's files, relative to it; those of others, too, where its package.json names any. */
function renamesSeenFrom(
  root: string,
  folder: string,
  text: string,
  renames: ReadonlyMap<string, string>,
): Renames {
  const start = folder === '' ? '' : `${folder}/`;
  const seen = [...renames].filter(([from]) => from.startsWith(start) || text.includes('../'));
  const relative = (id: string): string => posix.relative(`/${folder}`, `/${id}`);
  return {
    paths: new Map(seen.map(([from, to]) => [relative(from), relative(to)])),
    exists: (file) => isFile(join(root, folder, file)),
  };
}
