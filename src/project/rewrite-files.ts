import { join } from 'node:path';
import { breathe } from './breathe.ts';
import { isProblem, readSource } from './files/read.ts';
import type { Decided } from './link/decide.ts';
import type { Verdict } from './link/module.ts';
import { type Outcome, outcomeOf, unchangedOutcome } from './outcome.ts';
import type { PlanOptions } from './plan-options.ts';
import { problemFinding } from './problem-finding.ts';
import { fingerprintOf, type ScannedFile } from './scanned.ts';

/** A file of the run with what became of it. */
export interface RewrittenFile {
  readonly id: string;
  /** Null where it could not be read. */
  readonly before: string | null;
  readonly outcome: Outcome;
}

/** Carries out the decisions, one file after the other. */
export async function rewriteFiles(
  root: string,
  files: readonly ScannedFile[],
  verdicts: ReadonlyMap<string, Verdict>,
  decided: ReadonlyMap<string, Decided>,
  { signal, onProgress }: PlanOptions,
): Promise<readonly RewrittenFile[]> {
  const rewritten: RewrittenFile[] = [];
  for (const [done, file] of files.entries()) {
    await breathe(done, signal);
    onProgress?.({ phase: 'rewrite', done, total: files.length });
    rewritten.push(rewriteFile(root, file, verdicts, decided));
  }
  return rewritten;
}

function rewriteFile(
  root: string,
  { id, facts, problem, fingerprint }: ScannedFile,
  verdicts: ReadonlyMap<string, Verdict>,
  decided: ReadonlyMap<string, Decided>,
): RewrittenFile {
  const read = readSource(join(root, id));
  const before = isProblem(read) ? null : read.source;
  const failed = problem ?? (isProblem(read) ? problemFinding(read) : null);
  if (failed !== null || facts === null || before === null) {
    return { id, before, outcome: unchangedOutcome(before ?? '', 'error', failed === null ? [] : [failed]) };
  }
  if (fingerprintOf(before) !== fingerprint) {
    const changed = problemFinding({ code: 'vanished', args: {} });
    return { id, before, outcome: unchangedOutcome(before, 'error', [changed]) };
  }
  return { id, before, outcome: outcomeOf(before, facts, verdicts.get(id)!, decided.get(id)!) };
}
