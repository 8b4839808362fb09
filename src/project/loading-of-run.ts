import type { RunFacts } from '../checker/facts.ts';
import { type LateCycles, lateCyclesOf } from './link/late-cycles.ts';
import { type Loading, loadingOf } from './link/late-loads.ts';
import type { LinkModule } from './link/module.ts';
import { gatherRuns, type Source } from './run-facts.ts';
import type { Texts } from './texts.ts';
import type { Workers } from './workers.ts';

/** Files of one request, by the characters of their sources. */
const enough = 512 * 1024;

/** What modules are followed by while they load each other. */
interface Followed {
  readonly modules: ReadonlyMap<string, LinkModule>;
  readonly texts: Texts;
  readonly workers: Workers | null;
}

/** Finds out what modules run while they load each other; the files that this concerns are parsed once more. */
export async function loadingOfRun(run: Followed): Promise<Loading> {
  const cycles = lateCyclesOf(run.modules);
  return loadingOf(run.modules, cycles, await runsOf(cycles, run));
}

/** A file whose text cannot be had any more has none of these facts. */
async function runsOf(
  { concerned }: LateCycles,
  { modules, texts, workers }: Followed,
): Promise<ReadonlyMap<string, RunFacts>> {
  const parts: Source[][] = [[]];
  let characters = 0;
  for (const id of concerned) {
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
