import { join, posix } from 'node:path';
import { governedFiles } from './files/governed.ts';
import { joinId, relativeInside } from './files/paths.ts';
import type { Verdict } from './link/module.ts';
import { isConverted } from './link/verdict.ts';
import type { Manifests } from './packages/manifest.ts';
import type { PackageFolder, PlacedFile } from './placement.ts';
import type { ScannedFile } from './scanned.ts';

/**
 * The packages that the files of a run belong to, each with what became of its files and with the files that its
 * `type` governs although nobody judged them.
 */
export function packagesOfRun(
  root: string,
  files: readonly ScannedFile[],
  verdicts: ReadonlyMap<string, Verdict>,
  manifests: Manifests,
): readonly PackageFolder[] {
  const perFolder = new Map<string, PlacedFile[]>();
  for (const file of files) {
    const manifest = manifests.nearest(join(root, file.id));
    // A package.json above the root is not ours to change: the root then counts as the package.
    const folder = (manifest === null ? null : relativeInside(root, manifest.folder)) ?? '';
    const placed = { id: file.id, system: systemAfter(file, verdicts) };
    const others = perFolder.get(folder);
    if (others === undefined) perFolder.set(folder, [placed]);
    else others.push(placed);
  }
  return [...perFolder].map(([folder, placed]) => {
    const manifest = manifests.in(join(root, folder));
    const judged = new Set(placed.map(({ id }) => id));
    const converted = placed.some(({ system }) => system === 'esm');
    const governed = converted ? governedFiles(join(root, folder)).map((id) => joinId(folder, id)) : [];
    return {
      folder,
      type: manifest?.type ?? null,
      usable: manifest?.problem == null,
      files: placed,
      unjudged: governed.filter((id) => !judged.has(id)),
    };
  });
}

function systemAfter(
  { id, facts }: ScannedFile,
  verdicts: ReadonlyMap<string, Verdict>,
): PlacedFile['system'] {
  const fate = verdicts.get(id)?.fate;
  if (facts === null || fate === undefined || fate === 'stay') return 'commonjs';
  if (isConverted(fate)) return 'esm';
  // A `.js` file that is ESM already was meant for a bundler or lies in a module package.
  return posix.extname(id) === '.cjs' ? 'commonjs' : 'either';
}
