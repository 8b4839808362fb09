import type { Diagnostic, FileReport, RelatedDiagnostic } from '../project/report.ts';
import { type Frame, framesOf, hasPlace } from './frame.ts';
import type { Paint } from './paint.ts';
import type { SourceOf } from './sources.ts';
import { printable, wrap } from './terminal.ts';

const WIDTH = 100;

interface FindingsStyle {
  readonly paint: Paint;
  readonly colors: boolean;
  readonly sourceOf: SourceOf;
  /** Places of which the code was shown, as those that belong to findings of many files. */
  readonly shown: Set<string>;
}

/** The diagnostics of one file in full: what, where, the code around it, the places that belong to it, and the way out. */
export function describeFindings(row: FileReport, style: FindingsStyle): string {
  const frames = new Map<string, Frame | null>();
  const frameOf = (path: string): Frame | null => {
    if (!frames.has(path)) {
      const source = style.sourceOf(path);
      frames.set(path, source === null ? null : framesOf(source));
    }
    return frames.get(path)!;
  };
  return row.diagnostics.map((diagnostic) => describeFinding(row, diagnostic, frameOf, style)).join('\n');
}

function describeFinding(
  { path }: FileReport,
  diagnostic: Diagnostic,
  frameOf: (path: string) => Frame | null,
  { paint, colors, shown }: FindingsStyle,
): string {
  const label = `${paint.severity[diagnostic.severity](diagnostic.severity)} ${paint.code(diagnostic.code)}`;
  const parts = [
    `  ${label} ${paint.faint(at(path, diagnostic))}`,
    wrap(printable(diagnostic.message), WIDTH, '  '),
  ];
  const drawn = hasPlace(diagnostic) ? frameOf(path)?.(diagnostic, { context: 2, colors }) : undefined;
  if (drawn !== undefined) parts.push(indented(drawn));
  for (const related of diagnostic.related) {
    const place = at(related.path, related);
    parts.push(`  ${printable(related.message)} ${paint.faint(place)}`);
    if (shown.has(place)) continue;
    shown.add(place);
    const there = frameOf(related.path)?.(point(related), { context: 0, colors });
    if (there !== undefined) parts.push(indented(there));
  }
  parts.push(helpLine(diagnostic, paint));
  return parts.map((part) => `${part}\n`).join('');
}

/** One line for a remark on a file that was converted all the same. */
export function describeRemark(row: FileReport, diagnostic: Diagnostic, paint: Paint): string {
  const label = `${paint.severity[diagnostic.severity](diagnostic.severity)} ${paint.code(diagnostic.code)}`;
  return `  ${label} ${printable(diagnostic.message)} ${paint.faint(at(row.path, diagnostic))}\n`;
}

function helpLine(diagnostic: Diagnostic, paint: Paint): string {
  const lines = diagnostic.help.split('\n').map((line) => wrap(printable(line), WIDTH, '        '));
  return `  ${paint.faint('help:')} ${lines.join('\n').trimStart()}`;
}

function at(path: string, place: { line: number; column: number }): string {
  return `${printable(path)}:${place.line}:${place.column}`;
}

function point({ line, column }: RelatedDiagnostic) {
  return { line, column, endLine: line, endColumn: column + 1 };
}

function indented(block: string): string {
  return block.replace(/^/gm, '  ');
}
