import { type DiagnosticCode, diagnosticGroups, diagnostics, isDiagnosticCode } from './codes.ts';
import type { Severity } from './diagnostic.ts';
import type { DiagnosticArgs, DiagnosticExample } from './entry.ts';

/** What a code means, in words that hold for every case of it: `{alias}` stands for a name of the case at hand. */
export interface Explanation {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  readonly title: string;
  readonly message: string;
  readonly help: string;
  readonly explanation: string;
  readonly example: DiagnosticExample | null;
}

/** All codes, group by group. */
export const diagnosticCodes: readonly DiagnosticCode[] = diagnosticGroups.flatMap((group) => group.codes);

/** The explanation of a code; null for a text that is none. */
export function explainCode(code: string): Explanation | null {
  if (!isDiagnosticCode(code)) return null;
  const { severity, title, message, help, explanation, example } = diagnostics[code];
  return {
    code,
    severity,
    title,
    message: message(placeholders),
    help: help(placeholders),
    explanation,
    example,
  };
}

const placeholders: DiagnosticArgs = new Proxy<Record<string, string>>(
  {},
  { get: (_, name) => `{${String(name)}}` },
);
