import type { DiagnosticEntry } from './entry.ts';

/** Files that cannot be read, parsed or judged. */
export const filesDiagnostics = {} as const satisfies Record<string, DiagnosticEntry>;
