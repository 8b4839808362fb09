import type { RequireFact, RunFacts } from '../../checker/facts.ts';
import { scanRuns } from '../../checker/scan.ts';

export interface Source {
  readonly id: string;
  readonly source: string;
  /** As the scan found them. */
  readonly requires: readonly RequireFact[];
}

/** Leaves out files in which gathering fails, by a fault of ours or for their depth. */
export function gatherRuns(sources: readonly Source[]): readonly (readonly [id: string, runs: RunFacts])[] {
  return sources.flatMap(({ id, source, requires }) => {
    try {
      return [[id, scanRuns(source, { path: id, requires })] as const];
    } catch {
      return [];
    }
  });
}
