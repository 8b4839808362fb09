import type { RequireFact } from '../../checker/facts.ts';
import type { RequireDecision } from '../decision.ts';
import type { Rewriting } from '../rewriting.ts';
import type { ImportRecords, Source } from './record.ts';

/** One require with what was decided for it and where its import comes from. */
export interface Importing {
  readonly rewriting: Rewriting;
  readonly records: ImportRecords;
  readonly fact: RequireFact;
  readonly decision: RequireDecision;
  readonly source: Source;
}
