import type { ScanContext } from '../context.ts';
import type { Mend } from '../facts.ts';
import type { Finding } from '../finding.ts';
import { Report } from './report.ts';
import type { StrictRow } from './row.ts';
import { strictRows } from './rows.ts';

export interface StrictFacts {
  /** In source order; none where the code is strict already. */
  readonly mends: readonly Mend[];
  /** Refusals, and a note for each kind of mend, at its first place. */
  readonly findings: readonly Finding[];
}

/** Runs the rows of the table over one file. Code that is strict in the original is exempt from all but the goal's. */
export function strictFacts(scan: ScanContext): StrictFacts {
  if (scan.parsed.goal === 'module') return { mends: [], findings: [] };
  const report = new Report(scan);
  for (const row of scan.scopes.program.strict ? rowsOfGoal : allRows) row.check(scan, report);
  return { mends: report.mends.sort((a, b) => a.range[0] - b.range[0]), findings: report.findings };
}

const allRows: readonly StrictRow[] = Object.values(strictRows);
const rowsOfGoal = allRows.filter(({ inStrictCode }) => inStrictCode);
