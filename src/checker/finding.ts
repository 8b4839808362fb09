import type { DiagnosticCode } from './diagnostics/codes.ts';
import type { Answer, Range } from './facts.ts';

/**
 * What the checker found, as a code with arguments: no wording here. `diagnostics/` turns it into sentences.
 */
export interface Finding {
  readonly code: DiagnosticCode;
  readonly range: Range;
  readonly args: Readonly<Record<string, string | number>>;
  /** A second place that belongs to it: the line where the alias was made, the importer that needs it. */
  readonly related: readonly RelatedPlace[];
  /** The answers (`files: {"x.js": {shape}}` or `// esmshift: ...`) under which the file can be converted exactly. */
  readonly settledBy: readonly Answer[];
}

export interface RelatedPlace {
  /** Null: the same file. */
  readonly path: string | null;
  readonly range: Range;
  readonly note: string;
}
