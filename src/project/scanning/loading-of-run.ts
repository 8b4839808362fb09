import type { RunFacts } from '../../checker/facts.ts';
import { FollowedModules } from '../link/late/followed-modules.ts';
import { lateCyclesOf } from '../link/late/late-cycles.ts';
import { type Loading, leadingBackBeyond, loadingOf } from '../link/late/late-loads.ts';
import { entriesToFollow, startedBy } from '../link/late/started.ts';
import type { LinkModule } from '../link/module.ts';
import { gatherRuns, type Source } from './run-facts.ts';
import type { ScannedFile } from './scanned.ts';
import type { Texts } from './texts.ts';
import type { Workers } from './workers.ts';

/** Files of one request, by the characters of their sources. */
const enough = 512 * 1024;

/** What modules are followed by while they load each other. */
interface Followed {
  readonly modules: ReadonlyMap<string, LinkModule>;
  /** The files that were scanned, some of them with what runs in them. */
  readonly files: readonly ScannedFile[];
  readonly texts: Texts;
  readonly workers: Workers | null;
}

/**
 * Finds out what modules run while they load each other, and what entries run by calling it; files that this concerns, and of
 * which the scan did not expect it, are parsed once more.
 */
export async function loadingOfRun(run: Followed): Promise<Loading> {
  const cycles = lateCyclesOf(run.modules);
  const runs = await runsOf([...cycles.concerned], run);
  const entries = entriesToFollow(run.modules);
  const followed = new FollowedModules(run.modules);
  const following = <Found>(find: () => Found): Promise<Found> => inRounds(find, followed, runs, run);
  const started = await following(
    () => new Map(entries.map((entry) => [entry, startedBy(entry, run.modules, followed)])),
  );
  const loading = loadingOf(run.modules, cycles, runs, started);
  followed.add(runs);
  const beyond = await following(() => leadingBackBeyond(cycles.beyond, followed, cycles.graph));
  return { ...loading, leadingBack: [...loading.leadingBack, ...beyond] };
}

/** What a function calls tells which file has to be known next. */
async function inRounds<Found>(
  find: () => Found,
  followed: FollowedModules,
  runs: ReadonlyMap<string, RunFacts>,
  run: Followed,
): Promise<Found> {
  for (;;) {
    const found = find();
    const missing = followed.takeMissing();
    if (missing.length === 0) return found;
    const unknown = missing.filter((id) => !runs.has(id));
    followed.add(new Map(missing.flatMap((id) => (runs.has(id) ? [[id, runs.get(id)!] as const] : []))));
    followed.add(await runsOf(unknown, run));
  }
}

async function runsOf(ids: readonly string[], run: Followed): Promise<ReadonlyMap<string, RunFacts>> {
  const known = new Map(run.files.map(({ id, runs }) => [id, runs]));
  const gathered = await gatheredNow(
    ids.filter((id) => !known.get(id)),
    run,
  );
  return new Map(
    ids.flatMap((id) => {
      const runs = known.get(id) ?? gathered.get(id);
      return runs === undefined ? [] : [[id, runs] as const];
    }),
  );
}

/** A file whose text cannot be had any more has none of these facts. */
async function gatheredNow(
  ids: readonly string[],
  { modules, texts, workers }: Followed,
): Promise<ReadonlyMap<string, RunFacts>> {
  const parts: Source[][] = [[]];
  let characters = 0;
  for (const id of ids) {
    const source = texts.get(id);
    if (source === null) continue;
    if (characters > enough) {
      parts.push([]);
      characters = 0;
    }
    parts.at(-1)!.push({ id, source, requires: modules.get(id)!.facts.requires });
    characters += source.length;
  }
  const gathered = await Promise.all(
    parts.map((part) => (workers === null ? gatherRuns(part) : workers.runs(part))),
  );
  return new Map(gathered.flat());
}
