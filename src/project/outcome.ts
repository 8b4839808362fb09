import { diagnostics } from '../checker/diagnostics/codes.ts';
import type { ModuleFacts } from '../checker/facts.ts';
import type { Finding } from '../checker/finding.ts';
import type { Edit } from '../rewrite/edit.ts';
import { outputProblem } from '../rewrite/output.ts';
import { applyEdits, rewrite } from '../rewrite/rewrite.ts';
import { faultFinding } from './fault-finding.ts';
import type { Decided } from './link/decide.ts';
import type { Verdict } from './link/module.ts';
import { isConverted } from './link/verdict.ts';
import type { FileStatus, Shape } from './report.ts';
import { isStackOverflow, nestedTooDeeply } from './syntax-finding.ts';

/** What became of one file: its status, its new text and why. */
export interface Outcome {
  readonly status: FileStatus;
  readonly shape: Shape | null;
  readonly edits: readonly Edit[];
  /** The new text; equal to the source where no edit was needed. */
  readonly code: string;
  readonly findings: readonly Finding[];
  /** A fault of ours that kept the file from being converted. */
  readonly fault: Finding | null;
}

/**
 * Carries out the decision for one file. A result that does not parse as a module is never handed out: the file is
 * refused with `internal-output-invalid` and keeps its text.
 */
export function outcomeOf(source: string, facts: ModuleFacts, verdict: Verdict, decided: Decided): Outcome {
  const outcome = uncheckedOutcome(source, facts, verdict, decided);
  const problem = outcome.status === 'converted' ? outputProblem(outcome.code, facts.path) : null;
  return problem === null ? outcome : faultyOutcome(source, verdict, problem);
}

/** The same for a caller that checks the result itself. */
export function uncheckedOutcome(
  source: string,
  facts: ModuleFacts,
  verdict: Verdict,
  decided: Decided,
): Outcome {
  let edits: readonly Edit[];
  try {
    edits = rewrite(source, facts, decided.decision);
  } catch (fault) {
    return faultyOutcome(source, verdict, isStackOverflow(fault) ? nestedTooDeeply : faultFinding(fault));
  }
  const code = applyEdits(source, edits);
  const findings = [...verdict.findings, ...decided.findings];
  if (!isConverted(verdict.fate))
    return { status: statusOf(verdict), shape: null, edits, code, findings, fault: null };
  const { shape } = decided.decision;
  return { status: 'converted', shape, edits, code, findings, fault: null };
}

export function faultyOutcome(source: string, { findings }: Verdict, fault: Finding): Outcome {
  return { ...unchangedOutcome(source, 'refused', [...findings, fault]), fault };
}

/** A file whose text stays as it is. */
export function unchangedOutcome(
  source: string,
  status: Exclude<FileStatus, 'converted'>,
  findings: readonly Finding[],
): Outcome {
  return { status, shape: null, edits: [], code: source, findings, fault: null };
}

function statusOf({ fate, findings }: Verdict): FileStatus {
  const refused = fate === 'stay' || findings.some(({ code }) => diagnostics[code].severity === 'refusal');
  return refused ? 'refused' : 'unchanged';
}
