import { indexLines } from '../checker/diagnostics/lines.ts';
import type { Finding } from '../checker/finding.ts';
import type { SyntaxFailure } from '../syntax/parse.ts';

/** A parse error as a finding at the place where the parser stopped. */
export function syntaxFinding(failure: SyntaxFailure, source: string): Finding {
  const at = indexLines(source).offset(failure);
  return {
    code: failure.cause instanceof RangeError ? 'nested-too-deeply' : 'syntax-error',
    range: [at, at],
    args: { reason: failure.message },
    related: [],
    settledBy: [],
  };
}
