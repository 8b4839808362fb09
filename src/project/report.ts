/** The result of a run as plain data: what reporters print, `--json` emits and the API returns. */

export type FileStatus = 'converted' | 'unchanged' | 'refused' | 'error';
export type RowKind = 'source' | 'package' | 'config';
export type Severity = 'refusal' | 'error' | 'warning' | 'note';

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
  readonly shape: 'named' | 'default' | 'none' | null;
  readonly diagnostics: readonly Diagnostic[];
}

export interface Diagnostic {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  /** 1-based; columns count UTF-16 code units. */
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly help: string;
  readonly related: readonly RelatedDiagnostic[];
}

export interface RelatedDiagnostic {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}
