import { join } from 'node:path';
import { findFiles } from '../files/find.ts';
import type { PathProblem } from '../files/problem.ts';
import { rootFor } from '../files/root.ts';
import { linkedPart } from '../link/link-facts.ts';
import { createManifests } from '../packages/manifest.ts';
import { checkPlanOptions, type PlanOptions } from '../plan-options.ts';
import { scanBystanders } from '../scanning/bystanders.ts';
import { packageFolder } from '../scanning/packages-of-run.ts';
import { scanFiles } from '../scanning/scan-files.ts';
import type { ScannedFile } from '../scanning/scanned.ts';
import { fingerprintOfFile, Texts } from '../scanning/texts.ts';
import { startWorkers } from '../scanning/workers.ts';
import { type FactsLine, formatLines } from './format.ts';

/** What a run over some packages tells those who plan others. */
export interface WrittenFacts {
  /** JSON lines. */
  readonly text: string;
  /** How many sources they are about. */
  readonly files: number;
  /** What is wrong with single paths that were given. */
  readonly problems: readonly PathProblem[];
}

/**
 * The facts of the packages that the files of a run belong to; no other package is looked at. They follow from the
 * texts alone: what options and package.json files make of them is settled when somebody plans with them.
 *
 * @throws as `plan` does
 */
export async function packageFacts(options: PlanOptions): Promise<WrittenFacts> {
  checkPlanOptions(options);
  const { cwd, paths = ['.'], include = [], exclude = [], gitignore = true, signal } = options;
  const root = rootFor(cwd, paths);
  const found = await findFiles({ cwd, root, paths, include, exclude, gitignore, signal });
  const manifests = createManifests();
  const folderOfPackage = (id: string): string => packageFolder(found.root, id, manifests);
  const packages = new Set(found.files.map(({ path }) => folderOfPackage(path)));
  const bystanders = found.bystanders.filter(({ path }) => packages.has(folderOfPackage(path)));
  const texts = new Texts(found.root);
  const workers = await startWorkers(found.files.length, options.jobs ?? null);
  try {
    const scan = { root: found.root, files: found.files, isPublic: () => true, texts, workers };
    const taken = await scanFiles(scan, options);
    const named = new Set(found.files.flatMap((file) => (file.named ? [file.path] : [])));
    const looked = scanBystanders(found.root, bystanders, texts, null);
    const relevant = new Set(looked.map(({ id }) => id));
    const passedBy = bystanders.filter(({ path }) => !relevant.has(path));
    const lines: readonly FactsLine[] = [
      ...taken.map((file) => lineOf(file, named.has(file.id) ? 'named' : 'found', texts)),
      ...looked.map((file) => lineOf(file, 'bystander', texts)),
      ...passedBy.map(({ path }) => emptyLine(path, found.root)),
    ];
    return { text: formatLines(lines), files: lines.length, problems: found.problems };
  } finally {
    await workers?.end();
  }
}

/** A bystander that loads nothing, which may change with its text. */
function emptyLine(path: string, root: string): FactsLine {
  return { path, hash: fingerprintOfFile(join(root, path)), as: 'bystander', facts: null, lexed: null };
}

function lineOf({ id, facts, lexed }: ScannedFile, as: FactsLine['as'], texts: Texts): FactsLine {
  return { path: id, hash: texts.fingerprint(id), as, facts: facts && linkedPart(facts), lexed };
}
