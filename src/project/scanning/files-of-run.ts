import { neighboursOf } from '../facts-lines/neighbours.ts';
import type { Bystander, FoundFiles } from '../files/find.ts';
import { byCodeUnits } from '../files/paths.ts';
import type { Manifests } from '../packages/manifest.ts';
import type { PlanOptions } from '../plan-options.ts';
import { packageNames, scanBystanders, startedBystanders, unmarkedConfigs } from './bystanders.ts';
import { type PublicFiles, publicFiles } from './doors-of-run.ts';
import { packageFolder } from './packages-of-run.ts';
import { scanFiles } from './scan-files.ts';
import type { LinkedFile, ScannedFile } from './scanned.ts';
import type { Texts } from './texts.ts';
import { unusuallyNamed } from './unusual-names.ts';
import type { Workers } from './workers.ts';

/** All files that a run decides over, each list in order of code units. */
export interface FilesOfRun {
  /** Those that are to be converted, by this run or, where facts of other packages are given, by theirs. */
  readonly taken: readonly LinkedFile[];
  /** Those that are only looked at. */
  readonly bystanders: readonly LinkedFile[];
  /** What is started or loaded under names that are not those of JavaScript. */
  readonly started: readonly string[];
  /** The files among both that this run rewrites. */
  readonly own: readonly ScannedFile[];
  /** Those that the person named one by one. */
  readonly named: ReadonlySet<string>;
  /** Those that outsiders load. */
  readonly entries: PublicFiles;
  /** Whether a path is the run's to report on. */
  readonly isOwn: (path: string) => boolean;
}

/** What reading them needs. */
interface Reading {
  readonly manifests: Manifests;
  /** Where the texts go. */
  readonly texts: Texts;
  readonly workers: Workers | null;
}

/** Scans the files that were found, and takes the facts of others from where they are given. */
export async function filesOfRun(
  found: FoundFiles,
  { manifests, texts, workers }: Reading,
  options: PlanOptions,
): Promise<FilesOfRun> {
  const { root } = found;
  const neighbours = neighboursOf(options.factsIn ?? null, options.cwd, found, manifests);
  const { isOwn } = neighbours;
  const ids = [...found.files.map(({ path }) => path), ...neighbours.files.map(({ id }) => id)];
  const entries: PublicFiles =
    options.doors === false ? new Map() : publicFiles(root, ids.sort(byCodeUnits), manifests);
  const isPublic = (id: string): boolean => entries.has(id);
  const scanned = await scanFiles({ root, files: found.files, isPublic, texts, workers }, options);
  const judged = [...ids, ...neighbours.unknown.map(({ path }) => path)];
  const names = packageNames(root, ids, manifests);
  const packageOf = (id: string): string => packageFolder(root, id, manifests);
  const started = startedBystanders(root, judged, manifests);
  const scanMore = (more: readonly Bystander[]): readonly ScannedFile[] =>
    scanBystanders(root, more, texts, names);
  const known = new Set([...judged, ...started.map(({ path }) => path)]);
  const configs = unmarkedConfigs(root, ids, manifests).filter(({ path }) => !known.has(path));
  const passedBy = [...scanMore([...neighbours.unknown, ...started, ...configs])];
  let latest: readonly LinkedFile[] = [
    ...scanned,
    ...neighbours.files,
    ...neighbours.bystanders,
    ...passedBy,
  ];
  while (latest.length > 0) {
    const found = unusuallyNamed(root, latest, packageOf).filter((id) => !known.has(id));
    for (const id of found) known.add(id);
    const more = found.map((path) => ({ path, leftOut: null }));
    const looked = scanMore(more);
    started.push(...more);
    passedBy.push(...looked);
    latest = looked;
  }
  for (const [id, fingerprint] of neighbours.fingerprints) texts.expect(id, fingerprint);
  return {
    taken: inOrder([...scanned, ...neighbours.files]),
    bystanders: inOrder([...passedBy, ...neighbours.bystanders]),
    started: started.map(({ path }) => path),
    own: [...scanned, ...passedBy.filter(({ id }) => isOwn(id))],
    named: new Set([...found.files.flatMap(({ path, named }) => (named ? [path] : [])), ...neighbours.named]),
    entries,
    isOwn,
  };
}

function inOrder(files: readonly LinkedFile[]): readonly LinkedFile[] {
  return files.toSorted((a, b) => byCodeUnits(a.id, b.id));
}
