import type { Answer } from '../facts/common.ts';

export type Severity = 'refusal' | 'error' | 'warning' | 'note';

/** A finding in words and with its place, as reports carry it. */
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
  /** The answers under which the file can be converted (`default`, `named`), or left as it is for good (`keep`). */
  readonly settledBy: readonly Answer[];
  readonly related: readonly RelatedDiagnostic[];
}

/** A second place that belongs to it: the importer that needs it, the line where an alias was made. */
export interface RelatedDiagnostic {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}
