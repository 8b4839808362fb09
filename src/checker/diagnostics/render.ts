import type { Range } from '../facts.ts';
import type { Finding, RelatedPlace } from '../finding.ts';
import { diagnostics } from './codes.ts';
import type { Diagnostic, RelatedDiagnostic } from './diagnostic.ts';
import { indexLines, type LineIndex } from './lines.ts';

/**
 * The lines of a file by its path, or null where its source is not at hand (a file that could not be read): its
 * findings are placed at the start.
 */
export type LinesOf = (path: string) => LineIndex | null;

/** Findings of one file as diagnostics: worded, and with lines and columns, in the order of their places. */
export function renderFindings(
  findings: readonly Finding[],
  path: string,
  linesOf: LinesOf,
): readonly Diagnostic[] {
  return findings
    .toSorted((a, b) => a.range[0] - b.range[0])
    .map((finding) => renderFinding(finding, path, linesOf));
}

function renderFinding(finding: Finding, path: string, linesOf: LinesOf): Diagnostic {
  const entry = diagnostics[finding.code];
  return {
    code: finding.code,
    severity: entry.severity,
    message: entry.message(finding.args),
    ...placed(finding.range, linesOf(path)),
    help: entry.help(finding.args),
    settledBy: finding.settledBy,
    related: finding.related.map((place) => renderRelated(place, path, linesOf)),
  };
}

/** `LinesOf` over sources that are read when they are first asked for, and indexed once. */
export function linesFrom(sourceOf: (path: string) => string | null): LinesOf {
  const known = new Map<string, LineIndex | null>();
  return (path) => {
    const seen = known.get(path);
    if (seen !== undefined) return seen;
    const source = sourceOf(path);
    const lines = source === null ? null : indexLines(source);
    known.set(path, lines);
    return lines;
  };
}

function renderRelated(place: RelatedPlace, path: string, linesOf: LinesOf): RelatedDiagnostic {
  const where = place.path ?? path;
  const { line, column } = placed(place.range, linesOf(where));
  return { path: where, line, column, message: place.note };
}

function placed([start, end]: Range, lines: LineIndex | null): DiagnosticPlace {
  if (lines === null) return { line: 1, column: 1, endLine: 1, endColumn: 1 };
  const from = lines.place(start);
  const to = lines.place(end);
  return { line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
}

type DiagnosticPlace = Pick<Diagnostic, 'line' | 'column' | 'endLine' | 'endColumn'>;
