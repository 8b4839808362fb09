import type { Finding } from '../checker/finding.ts';

/** A fault of ours costs the file in which it shows, not the run. */
export function faultFinding(fault: unknown): Finding {
  const reason = fault instanceof Error ? fault.message : String(fault);
  return { code: 'internal-output-invalid', range: [0, 0], args: { reason }, related: [], settledBy: [] };
}
