/** The result of a run as plain data: what reporters print, `--json` emits and the API returns. */
import type { Diagnostic } from '../checker/diagnostics/diagnostic.ts';

export type { Diagnostic, RelatedDiagnostic, Severity } from '../checker/diagnostics/diagnostic.ts';

export type FileStatus = 'converted' | 'unchanged' | 'refused' | 'error';
export type Shape = 'named' | 'default' | 'none';
export type RowKind = 'source' | 'package' | 'config';

export interface Report {
  readonly version: 1;
  /** Absolute path of the folder that all paths are relative to. */
  readonly root: string;
  readonly written: boolean;
  readonly files: readonly FileReport[];
  readonly summary: Readonly<Record<FileStatus, number>>;
}

export interface FileReport {
  readonly path: string;
  readonly output: string;
  readonly kind: RowKind;
  readonly status: FileStatus;
  readonly shape: Shape | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** How many sources have which status. */
export function summaryOf(rows: Iterable<Pick<FileReport, 'kind' | 'status'>>): Report['summary'] {
  const summary = { converted: 0, unchanged: 0, refused: 0, error: 0 };
  for (const { kind, status } of rows) if (kind === 'source') summary[status]++;
  return summary;
}
