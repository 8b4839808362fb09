import type { DiagnosticEntry } from './entry.ts';
import { exportsDiagnostics } from './exports.ts';
import { filesDiagnostics } from './files.ts';
import { orderDiagnostics } from './order.ts';
import { projectDiagnostics } from './project.ts';
import { requiresDiagnostics } from './requires.ts';
import { runtimeDiagnostics } from './runtime.ts';
import { strictDiagnostics } from './strict.ts';

/** The table of all diagnostics. A new code is a new row in the group that it belongs to. */
const table = {
  ...exportsDiagnostics,
  ...requiresDiagnostics,
  ...runtimeDiagnostics,
  ...strictDiagnostics,
  ...orderDiagnostics,
  ...projectDiagnostics,
  ...filesDiagnostics,
} as const;

export type DiagnosticCode = keyof typeof table;

export const diagnostics: Readonly<Record<DiagnosticCode, DiagnosticEntry>> = table;
