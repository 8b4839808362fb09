import { indexLines } from '../checker/diagnostics/lines.ts';
import { type Finding, makeFinding } from '../checker/finding.ts';
import type { SyntaxFailure } from '../syntax/parse.ts';

/** A parse error as a finding at the place where the parser stopped. */
export function syntaxFinding(failure: SyntaxFailure, source: string): Finding {
  const at = indexLines(source).offset(failure);
  return makeFinding(failure.cause instanceof RangeError ? 'nested-too-deeply' : 'syntax-error', {
    range: [at, at],
    args: { reason: failure.message },
  });
}

/** The parser got through, but what follows the tree did not. */
export const nestedTooDeeply: Finding = makeFinding('nested-too-deeply', {
  args: { reason: 'Nested too deeply to analyse' },
});

export function isStackOverflow(failure: unknown): boolean {
  return failure instanceof RangeError && /call stack/i.test(failure.message);
}
