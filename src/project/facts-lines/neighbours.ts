import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Bystander, FoundFiles } from '../files/find.ts';
import { joinId, relativeInside } from '../files/paths.ts';
import { errorCode } from '../files/problem.ts';
import type { Manifests } from '../packages/manifest.ts';
import { packageFolder } from '../scanning/packages-of-run.ts';
import type { LinkedFile } from '../scanning/scanned.ts';
import { fingerprintOfFile } from '../scanning/texts.ts';
import { AGAIN, type FactsLine, FactsRefused, parseLines } from './format.ts';

/** The packages beside those of the run, as their facts tell; their files are decided over, but not planned here. */
export interface Neighbours {
  /** To be converted by runs of their own. */
  readonly files: readonly LinkedFile[];
  readonly named: ReadonlySet<string>;
  /** Those of their bystanders that load something. */
  readonly bystanders: readonly LinkedFile[];
  /** Of each file's text. */
  readonly fingerprints: ReadonlyMap<string, string>;
  /** Bystanders of the run of which there are no facts. */
  readonly unknown: readonly Bystander[];
  /** Whether a path lies in a package that this run plans. */
  readonly isOwn: (path: string) => boolean;
}

/** What there is without any facts: all paths are the run's own. */
function noNeighbours({ bystanders }: FoundFiles): Neighbours {
  return {
    files: [],
    named: new Set(),
    bystanders: [],
    fingerprints: new Map(),
    unknown: bystanders,
    isOwn: () => true,
  };
}

/**
 * Takes the facts of neighbours from files. Facts of the run's own packages may be among them and are passed over.
 *
 * @param names null: there are none, and the run plans all that it meets.
 * @throws FactsRefused where a file holds none, or where facts are not of the sources as they are now
 */
export function neighboursOf(
  names: readonly string[] | null,
  cwd: string,
  found: FoundFiles,
  manifests: Manifests,
): Neighbours {
  if (names === null) return noNeighbours(found);
  const folderOfPackage = (id: string): string => packageFolder(found.root, id, manifests);
  const own = new Set([
    ...found.files.map(({ path }) => folderOfPackage(path)),
    ...found.folders.map((folder) => folderOfPackage(joinId(folder, 'x'))),
  ]);
  const isOwn = (path: string): boolean => own.has(folderOfPackage(path));
  const lines = new Map<string, FactsLine>();
  for (const name of names)
    for (const line of readLines(name, cwd)) if (!isOwn(line.path)) lines.set(line.path, line);
  const covered = new Set([...lines.keys()].map(folderOfPackage));
  const unknown = found.bystanders.filter(({ path }) => !lines.has(path));
  refuseStale(lines.values(), found.root);
  refuseMissing(unknown.flatMap(({ path }) => (covered.has(folderOfPackage(path)) ? [path] : [])));
  return {
    files: [...lines.values()].filter(({ as }) => as !== 'bystander').map(linkedFile),
    named: new Set([...lines.values()].flatMap(({ path, as }) => (as === 'named' ? [path] : []))),
    bystanders: [...lines.values()]
      .filter(({ as, facts }) => as === 'bystander' && facts !== null)
      .map(linkedFile),
    fingerprints: new Map(
      [...lines.values()].flatMap(({ path, hash }) => (hash === null ? [] : [[path, hash]])),
    ),
    unknown,
    isOwn,
  };
}

function readLines(name: string, cwd: string): readonly FactsLine[] {
  let text: string;
  try {
    text = readFileSync(resolve(cwd, name), 'utf8');
  } catch (error) {
    throw new FactsRefused(`The facts in ${name} cannot be read (${errorCode(error)}).`);
  }
  return parseLines(text, name);
}

function refuseStale(lines: Iterable<FactsLine>, root: string): void {
  const stale = [...lines].filter(({ path, hash }) => {
    const absolute = join(root, path);
    return relativeInside(root, absolute) === null || fingerprintOfFile(absolute) !== hash;
  });
  if (stale.length === 0) return;
  const paths = stale.map(({ path }) => path);
  throw new FactsRefused(`Stale facts: ${listed(paths)} changed after they were written. ${AGAIN}`);
}

/** A package is known as a whole or not at all: what a file does that is passed over could matter. */
function refuseMissing(paths: readonly string[]): void {
  if (paths.length === 0) return;
  throw new FactsRefused(`The facts of a package lack ${listed(paths)}. ${AGAIN}`);
}

function listed(paths: readonly string[]): string {
  const shown = paths.slice(0, MOST_SHOWN).join(', ');
  const rest = paths.length - MOST_SHOWN;
  return rest > 0 ? `${shown} and ${rest} more` : shown;
}

const MOST_SHOWN = 5;

function linkedFile({ path, facts, lexed }: FactsLine): LinkedFile {
  return { id: path, facts, lexed };
}
