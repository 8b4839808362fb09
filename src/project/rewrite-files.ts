import { breathe } from './breathe.ts';
import type { Decided } from './link/decide.ts';
import type { LinkModule, Verdict } from './link/module.ts';
import { faultyOutcome, type Outcome, unchangedOutcome, uncheckedOutcome } from './outcome.ts';
import { OutputChecks } from './output-checks.ts';
import type { PlanOptions } from './plan-options.ts';
import { problemFinding } from './problem-finding.ts';
import type { ScannedFile } from './scanned.ts';
import type { Texts } from './texts.ts';
import type { Workers } from './workers.ts';

/** A file of the run with what became of it; its new text follows from the edits. */
export interface RewrittenFile {
  readonly id: string;
  readonly outcome: Omit<Outcome, 'code'>;
  /** Whether the edits change the text. */
  readonly changed: boolean;
}

/** What rewriting works with. */
export interface Sources {
  readonly files: readonly ScannedFile[];
  readonly modules: ReadonlyMap<string, LinkModule>;
  readonly texts: Texts;
  readonly workers: Workers | null;
}

/** Carries out the decisions, one file after the other. */
export async function rewriteFiles(
  { files, modules, texts, workers }: Sources,
  verdicts: ReadonlyMap<string, Verdict>,
  decided: ReadonlyMap<string, Decided>,
  { signal, onProgress }: PlanOptions,
): Promise<readonly RewrittenFile[]> {
  const rewritten: RewrittenFile[] = [];
  const checks = new OutputChecks(workers);
  for (const [done, file] of files.entries()) {
    await breathe(done, signal);
    onProgress?.({ phase: 'rewrite', done, total: files.length });
    rewritten.push(rewriteFile(file, modules, texts, verdicts, decided, checks));
  }
  const problems = await checks.problems();
  return rewritten.map((file) => {
    const problem = problems.get(file.id);
    if (problem === undefined) return file;
    return { id: file.id, outcome: faultyOutcome('', verdicts.get(file.id)!, problem), changed: false };
  });
}

function rewriteFile(
  { id, facts, problem, own }: ScannedFile,
  modules: ReadonlyMap<string, LinkModule>,
  texts: Texts,
  verdicts: ReadonlyMap<string, Verdict>,
  decided: ReadonlyMap<string, Decided>,
  checks: OutputChecks,
): RewrittenFile {
  const rest = own();
  if (facts === null || rest === null) return failed(id, problem === null ? [] : [problem]);
  const source = texts.read(id);
  if (typeof source !== 'string') return failed(id, [problemFinding(source)]);
  // Linking knows the form of some requires by what they lead to.
  const whole = { ...facts, ...rest, requires: modules.get(id)!.facts.requires };
  const { code, ...outcome } = uncheckedOutcome(source, whole, verdicts.get(id)!, decided.get(id)!);
  if (outcome.status === 'converted') checks.add(id, code);
  return { id, outcome, changed: code !== source };
}

function failed(id: string, findings: Outcome['findings']): RewrittenFile {
  return { id, outcome: unchangedOutcome('', 'error', findings), changed: false };
}
