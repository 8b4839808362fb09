import type { DiagnosticEntry } from './entry.ts';

/** How other modules are required. */
export const requiresDiagnostics = {} as const satisfies Record<string, DiagnosticEntry>;
