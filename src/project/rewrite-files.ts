import type { Edit } from '../rewrite/edit.ts';
import type { Decided } from './link/decide.ts';
import type { LinkModule, Verdict } from './link/module.ts';
import { faultyOutcome, type Outcome, unchangedOutcome, uncheckedOutcome } from './outcome.ts';
import { OutputChecks } from './output-checks.ts';
import type { PlanOptions } from './plan-options.ts';
import { problemFinding } from './problem-finding.ts';
import { breathe } from './scanning/breathe.ts';
import { PackedList } from './scanning/packed.ts';
import type { ScannedFile } from './scanning/scanned.ts';
import type { Texts } from './scanning/texts.ts';
import type { Workers } from './scanning/workers.ts';

/** A file of the run with what became of it; its new text follows from the edits. */
export interface RewrittenFile {
  readonly id: string;
  readonly outcome: Omit<Outcome, 'code' | 'edits'>;
  readonly edits: () => readonly Edit[];
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

interface Rewriting extends Sources {
  readonly verdicts: ReadonlyMap<string, Verdict>;
  readonly decided: ReadonlyMap<string, Decided>;
  readonly checks: OutputChecks;
  /** The edits of all files, which few runs ask for all at once. */
  readonly edits: PackedList<readonly Edit[]>;
}

/** Carries out the decisions, one file after the other. */
export async function rewriteFiles(
  sources: Sources,
  verdicts: ReadonlyMap<string, Verdict>,
  decided: ReadonlyMap<string, Decided>,
  { signal, onProgress }: PlanOptions,
): Promise<readonly RewrittenFile[]> {
  const { files, workers } = sources;
  const rewritten: RewrittenFile[] = [];
  const checks = new OutputChecks(workers);
  const run: Rewriting = { ...sources, verdicts, decided, checks, edits: new PackedList() };
  for (const [done, file] of files.entries()) {
    await breathe(done, signal);
    onProgress?.({ phase: 'rewrite', done, total: files.length });
    rewritten.push(rewriteFile(file, run));
  }
  const problems = await checks.problems();
  return rewritten.map((file) => {
    const problem = problems.get(file.id);
    return problem === undefined
      ? file
      : unedited(file.id, faultyOutcome('', verdicts.get(file.id)!, problem));
  });
}

function rewriteFile(
  { id, facts, problem, own }: ScannedFile,
  { modules, texts, verdicts, decided, checks, edits: kept }: Rewriting,
): RewrittenFile {
  const rest = own();
  if (facts === null || rest === null) return failed(id, problem === null ? [] : [problem]);
  const source = texts.read(id);
  if (typeof source !== 'string') return failed(id, [problemFinding(source)]);
  // Linking knows the form of some requires by what they lead to.
  const whole = { ...facts, ...rest, requires: modules.get(id)!.facts.requires };
  const outcome = uncheckedOutcome(source, whole, verdicts.get(id)!, decided.get(id)!);
  const { code, edits, ...told } = outcome;
  if (told.status === 'converted') checks.add(id, code);
  const index = kept.add(edits);
  return { id, outcome: told, edits: () => kept.at(index), changed: code !== source };
}

function failed(id: string, findings: Outcome['findings']): RewrittenFile {
  return unedited(id, unchangedOutcome('', 'error', findings));
}

function unedited(id: string, { code: _, edits, ...outcome }: Outcome): RewrittenFile {
  return { id, outcome, edits: () => edits, changed: false };
}
