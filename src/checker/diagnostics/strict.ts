import type { DiagnosticEntry } from './entry.ts';

/** What strict mode rejects or changes. */
export const strictDiagnostics = {} as const satisfies Record<string, DiagnosticEntry>;
