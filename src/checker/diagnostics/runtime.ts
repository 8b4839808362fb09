import type { DiagnosticEntry } from './entry.ts';

/** Features that only CommonJS has. */
export const runtimeDiagnostics = {} as const satisfies Record<string, DiagnosticEntry>;
