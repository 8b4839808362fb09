import type { RunFacts } from '../checker/facts.ts';
import { scanRuns } from '../checker/scan.ts';

export interface Source {
  readonly id: string;
  readonly source: string;
}

/** Leaves out files in which gathering fails, by a fault of ours or for their depth. */
export function gatherRuns(sources: readonly Source[]): readonly (readonly [id: string, runs: RunFacts])[] {
  return sources.flatMap(({ id, source }) => {
    try {
      return [[id, scanRuns(source, { path: id })] as const];
    } catch {
      return [];
    }
  });
}
