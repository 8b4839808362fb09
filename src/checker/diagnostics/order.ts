import type { DiagnosticEntry } from './entry.ts';

/** What changes when imports are hoisted. */
export const orderDiagnostics = {} as const satisfies Record<string, DiagnosticEntry>;
