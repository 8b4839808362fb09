import type { DiagnosticEntry } from './entry.ts';
import { strictMends } from './strict-mends.ts';
import { strictRefusals } from './strict-refusals.ts';

/** What strict mode rejects or changes. */
export const strictDiagnostics = {
  ...strictRefusals,
  ...strictMends,
} as const satisfies Record<string, DiagnosticEntry>;
