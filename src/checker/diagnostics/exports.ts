import type { DiagnosticEntry } from './entry.ts';
import { exportsObjectDiagnostics } from './exports-object.ts';
import { exportsValueDiagnostics } from './exports-values.ts';

/** What makes it doubtful which object a file exports, or which keys it has. */
export const exportsDiagnostics = {
  ...exportsObjectDiagnostics,
  ...exportsValueDiagnostics,
} as const satisfies Record<string, DiagnosticEntry>;
