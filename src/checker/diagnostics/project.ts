import type { DiagnosticEntry } from './entry.ts';
import { cycleDiagnostics } from './project-cycles.ts';
import { importerDiagnostics } from './project-importers.ts';
import { neighbourDiagnostics } from './project-neighbours.ts';

/** What the rest of the project makes doubtful. */
export const projectDiagnostics = {
  ...importerDiagnostics,
  ...cycleDiagnostics,
  ...neighbourDiagnostics,
} as const satisfies Record<string, DiagnosticEntry>;
