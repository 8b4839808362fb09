import type { DiagnosticCode } from '../diagnostics/codes.ts';

/** What is done with the exports that one ordinary object takes as the one did that Node made. */
export const objectCodes: ReadonlySet<DiagnosticCode> = new Set([
  'exports-assign',
  'exports-computed-key',
  'exports-define-property',
  'exports-delete',
  'exports-enumerated',
  'exports-escape',
  'exports-frozen',
  'exports-inherited-key',
  'exports-proto',
  'transpiled',
]);
