import type { LinkModule, Target } from '../link/module.ts';
import { MOST_FILES } from '../link/order/installed-loads.ts';
import { loadTimeTargets } from '../link/order/loading.ts';
import { type FindPart, type Ordering, orderBasis, orderingOf, type Part } from '../link/order/ordering.ts';
import type { InstalledFiles } from './installed.ts';
import type { Workers } from './workers.ts';

/** What the order of a run is found out from. */
interface Ordered {
  readonly modules: ReadonlyMap<string, LinkModule>;
  readonly installed: InstalledFiles;
  readonly workers: Workers | null;
}

/**
 * Finds out what the order of a run asks for. Where there are workers, they read the installed files that this turns
 * out to depend on; then it is asked once more, since these may lead to others.
 */
export async function orderingOfRun({ modules, installed, workers }: Ordered): Promise<Ordering> {
  const suspects = installed.suspects();
  if (workers === null) return orderingOf(modules, (file) => installed.get(file), suspects);
  const basis = orderBasis(modules);
  const missing = new Missing(installed);
  const found = new Map<Part<unknown>, unknown>();
  const find: FindPart = <Found>(part: Part<Found>) => {
    if (found.has(part)) return found.get(part) as Found;
    const before = missing.asked;
    const now = part(modules, missing.known, suspects);
    if (missing.asked === before) found.set(part, now);
    return now;
  };
  for (;;) {
    const ordering = orderingOf(modules, missing.known, suspects, basis, find);
    const files = missing.take();
    if (files.size === 0) return ordering;
    await readWithLoaded(files, installed, workers);
  }
}

/** The installed files that were asked for before they were read. */
class Missing {
  readonly #installed: InstalledFiles;
  #files = new Set<string>();
  /** How often one was asked for. */
  asked = 0;

  constructor(installed: InstalledFiles) {
    this.#installed = installed;
  }

  readonly known = (file: string): LinkModule | null => {
    if (this.#installed.has(file)) return this.#installed.get(file);
    this.#files.add(file);
    this.asked++;
    return null;
  };

  take(): ReadonlySet<string> {
    const files = this.#files;
    this.#files = new Set();
    return files;
  }
}

/** So many files are read ahead for one question: the first with an effect is the last one that it asks for. */
const AHEAD = 4;

/** Reads files, and what these load: that is asked next, until a file settles the matter by an effect. */
async function readWithLoaded(
  files: ReadonlySet<string>,
  installed: InstalledFiles,
  workers: Workers,
): Promise<void> {
  let searches: readonly Search[] = [...files].map((file) => ({ files: [file], done: 0 }));
  while (searches.length > 0) {
    const unread = searches.flatMap((search) => nextOf(search).filter((file) => !installed.has(file)));
    for (const [file, facts] of await workers.installed([...new Set(unread)])) installed.add(file, facts);
    searches = searches.flatMap((search) => furtherBehind(search, installed));
  }
}

/** The files behind one, in the order in which they are looked at, as far as they are known. */
interface Search {
  readonly files: readonly string[];
  readonly done: number;
}

function nextOf({ files, done }: Search): readonly string[] {
  return files.slice(done, done + AHEAD);
}

/** @returns nothing where the search is over */
function furtherBehind(search: Search, installed: InstalledFiles): readonly Search[] {
  const read = nextOf(search);
  const modules = read.map((file) => installed.get(file));
  if (modules.some((module) => module === null || settlesByEffect(module))) return [];
  const loaded = modules.flatMap((module) => loadTimeTargets(module!).flatMap(fileOf));
  const files = [...new Set([...search.files, ...loaded])];
  const done = search.done + read.length;
  return done === files.length || done > MOST_FILES ? [] : [{ files, done }];
}

function fileOf(target: Target): readonly string[] {
  return target.kind === 'external' && target.file !== null ? [target.file] : [];
}

function settlesByEffect({ facts }: LinkModule): boolean {
  return facts.timeline.some(({ kind }) => kind === 'effect');
}
