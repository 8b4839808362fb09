import type { DiagnosticEntry } from './entry.ts';

/** What the rest of the project makes doubtful. */
export const projectDiagnostics = {} as const satisfies Record<string, DiagnosticEntry>;
