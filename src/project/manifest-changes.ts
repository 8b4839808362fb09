import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '../checker/finding.ts';
import { joinId } from './files/paths.ts';
import { setType, typeOnly } from './packages/edit.ts';
import type { Manifests } from './packages/manifest.ts';
import { type ManifestWarning, renamePaths } from './packages/rename.ts';
import type { Renames } from './packages/renames.ts';
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
): readonly ManifestChange[] {
  const folders = new Set([...placement.types.keys(), ...packages.map(({ folder }) => folder)]);
  return [...folders].sort().flatMap((folder) => {
    const pkg = packages.find((other) => other.folder === folder);
    const change = changeOf(
      root,
      folder,
      placement,
      manifests,
      pkg === undefined ? [] : typeKept(pkg, placement),
    );
    return change === null ? [] : [change];
  });
}

function changeOf(
  root: string,
  folder: string,
  { types, renames }: Placement,
  manifests: Manifests,
  own: readonly Finding[],
): ManifestChange | null {
  const manifest = manifests.in(join(root, folder));
  const type = types.get(folder);
  const path = joinId(folder, 'package.json');
  if (manifest === null) {
    if (type !== undefined) return { path, before: null, after: typeOnly(type), findings: own };
    return own.length === 0 ? null : { path, before: '', after: '', findings: own };
  }
  const before = manifest.text;
  if (manifest.problem !== null)
    return { path, before, after: before, findings: [problemFinding(manifest.problem)] };
  const { text, warnings } = renamePaths(before, renamesWithin(root, folder, renames));
  const after = type === undefined ? text : setType(text, type);
  const findings = [...own, ...warnings.map(finding)];
  return after === before && findings.length === 0 ? null : { path, before, after, findings };
}

/** Never silently: the files because of which a package stays as it is. */
function typeKept({ unjudged, selfReferring }: PackageFolder, { blocked }: Placement): readonly Finding[] {
  const inTheWay = new Set(blocked);
  const files = [...new Set([...unjudged, ...selfReferring])].filter((id) => inTheWay.has(id));
  if (files.length === 0) return [];
  const shown = files.slice(0, 5).map((id) => `\`${id}\``);
  const rest = files.length - shown.length;
  const list = shown.join(', ') + (rest > 0 ? ` and ${rest} more` : '');
  return [{ code: 'package-type-kept', range: [0, 0], args: { files: list }, related: [], settledBy: [] }];
}

function finding({ code, args }: ManifestWarning): Finding {
  return { code, range: [0, 0], args: { ...args }, related: [], settledBy: [] };
}

/** The renames of a folder's files, relative to it. */
function renamesWithin(root: string, folder: string, renames: ReadonlyMap<string, string>): Renames {
  const start = folder === '' ? '' : `${folder}/`;
  const inside = [...renames].filter(([from]) => from.startsWith(start));
  return {
    paths: new Map(inside.map(([from, to]) => [from.slice(start.length), to.slice(start.length)])),
    exists: (file) => existsSync(join(root, folder, file)),
  };
}
