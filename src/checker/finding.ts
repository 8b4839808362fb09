import type { DiagnosticCode } from './diagnostics/codes.ts';
import type { Answer, Range } from './facts/common.ts';

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

/** The place of what concerns all of a file. */
export const WHOLE_FILE: Range = [0, 0];

/** A finding that concerns the whole file, has no arguments, belongs to no second place and is settled by no answer, but for `parts`. */
export function makeFinding(code: DiagnosticCode, parts: Partial<Omit<Finding, 'code'>> = {}): Finding {
  return { code, range: WHOLE_FILE, args: {}, related: [], settledBy: [], ...parts };
}
