import { join, posix } from 'node:path';
import { addTo } from '../../lists.ts';
import { governedFiles } from '../files/governed.ts';
import { listFolder } from '../files/list.ts';
import { folderOf, joinId, relativeInside } from '../files/paths.ts';
import type { Verdict } from '../link/module.ts';
import { isConverted } from '../link/verdict.ts';
import type { Manifests } from '../packages/manifest.ts';
import { selfReferring } from '../paths/self-references.ts';
import type { PackageFolder, PlacedFile } from '../placement.ts';
import type { LinkedFile } from './scanned.ts';

interface FilesInPackages {
  readonly root: string;
  readonly taken: readonly LinkedFile[];
  /** What is started or loaded under names that are not those of JavaScript. */
  readonly started: readonly string[];
  readonly manifests: Manifests;
}

interface Surroundings {
  /** Folders that have to stay CommonJS. */
  readonly held: ReadonlySet<string>;
  /** How ids begin in folders where a new package.json would be noticed. */
  readonly shown: readonly string[];
  /** Files that Node does not load. */
  readonly forBrowsers: ReadonlySet<string>;
}

/**
 * The packages that the files of a run belong to, each with what became of its files and with the files that its
 * `type` governs although nobody judged them.
 */
export function packagesOfRun(
  { root, taken: files, started, manifests }: FilesInPackages,
  verdicts: ReadonlyMap<string, Verdict>,
  { held, shown, forBrowsers }: Surroundings,
): readonly PackageFolder[] {
  const perFolder = new Map<string, PlacedFile[]>();
  const facts = new Map(files.map((file) => [file.id, file.facts]));
  const folderOfPackage = (folder: string): string => packageFolder(root, joinId(folder, 'x'), manifests);
  for (const file of files) {
    const folder = packageFolder(root, file.id, manifests);
    const system = forBrowsers.has(file.id) ? 'either' : systemAfter(file, verdicts);
    const placed: PlacedFile = { id: file.id, system };
    addTo(perFolder, folder, placed);
  }
  return [...perFolder].map(([folder, placed]) => {
    const manifest = manifests.in(join(root, folder));
    const judged = new Set(placed.map(({ id }) => id));
    const converted = placed.some(({ system }) => system === 'esm');
    const governed = converted ? governedFiles(join(root, folder)).map((id) => joinId(folder, id)) : [];
    const own = converted ? started.filter((id) => packageFolder(root, id, manifests) === folder) : [];
    const unjudged = [...new Set([...governed, ...own])].filter((id) => !judged.has(id));
    return {
      folder,
      type: manifest?.type ?? null,
      files: placed,
      unjudged,
      present: namesBeside(root, placed),
      kept: [...held].filter((inner) => inner !== folder && folderOfPackage(inner) === folder),
      shown,
      selfReferring: converted ? selfReferring(root, manifest, [...judged, ...unjudged], facts) : [],
    };
  });
}

/** The folder of the package that a file belongs to, relative to the root. */
export function packageFolder(root: string, id: string, manifests: Manifests): string {
  const manifest = manifests.nearest(join(root, id));
  // A package.json above the root is not ours to change: the root then counts as the package.
  return (manifest === null ? null : relativeInside(root, manifest.folder)) ?? '';
}

/** What lies in the folders of some files, part of the run or not. */
function namesBeside(root: string, files: readonly PlacedFile[]): readonly string[] {
  const folders = new Set(files.map(({ id }) => folderOf(id)));
  return [...folders].flatMap((folder) =>
    listFolder(join(root, folder)).map(({ name }) => joinId(folder, name)),
  );
}

function systemAfter(
  { id, facts }: LinkedFile,
  verdicts: ReadonlyMap<string, Verdict>,
): PlacedFile['system'] {
  const fate = verdicts.get(id)?.fate;
  // One that imports or exports is no CommonJS, whatever else it is: it cannot run under the name `.cjs`.
  const isModule = facts?.system === 'esm' || facts?.system === 'mixed';
  if (facts === null || fate === undefined || (fate === 'stay' && !isModule)) return 'commonjs';
  if (isConverted(fate)) return 'esm';
  // A `.js` file that is ESM already was meant for a bundler or lies in a module package.
  return posix.extname(id) === '.cjs' ? 'commonjs' : 'either';
}
