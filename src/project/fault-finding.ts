import { type Finding, makeFinding } from '../checker/finding.ts';

/** A fault of ours costs the file in which it shows, not the run. */
export function faultFinding(fault: unknown): Finding {
  const reason = fault instanceof Error ? fault.message : String(fault);
  return makeFinding('internal-output-invalid', { args: { reason } });
}
