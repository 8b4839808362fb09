import type { Diagnostic, FileReport, RelatedDiagnostic } from '../project/report.ts';
import { framesOf } from './frame.ts';
import type { Paint } from './paint.ts';
import { printable, wrap } from './terminal.ts';

const WIDTH = 100;

interface FindingsStyle {
  readonly paint: Paint;
  readonly colors: boolean;
}

/**
 * The diagnostics of one file in full: what, where, the code around it, the places that belong to it, and the way out.
 *
 * @param source Its text; null where there is none to show.
 */
export function describeFindings(row: FileReport, source: string | null, style: FindingsStyle): string {
  const frame = source === null ? null : framesOf(source);
  const blocks = row.diagnostics.map((diagnostic) => {
    const { paint } = style;
    const label = `${paint.severity[diagnostic.severity](diagnostic.severity)} ${paint.code(diagnostic.code)}`;
    const parts = [
      `  ${label} ${paint.faint(at(row.path, diagnostic))}`,
      wrap(printable(diagnostic.message), WIDTH, '  '),
    ];
    if (frame !== null) parts.push(indented(frame(diagnostic, { context: 2, colors: style.colors })));
    for (const related of diagnostic.related) {
      parts.push(`  ${printable(related.message)} ${paint.faint(at(related.path, related))}`);
      if (frame !== null && related.path === row.path)
        parts.push(indented(frame(point(related), { context: 0, colors: style.colors })));
    }
    parts.push(helpLine(diagnostic, paint));
    return parts.map((part) => `${part}\n`).join('');
  });
  return blocks.join('\n');
}

/** One line for a remark on a file that was converted all the same. */
export function describeRemark(row: FileReport, diagnostic: Diagnostic, paint: Paint): string {
  const label = `${paint.severity[diagnostic.severity](diagnostic.severity)} ${paint.code(diagnostic.code)}`;
  return `  ${label} ${printable(diagnostic.message)} ${paint.faint(at(row.path, diagnostic))}\n`;
}

function helpLine(diagnostic: Diagnostic, paint: Paint): string {
  return `  ${paint.faint('help:')} ${wrap(printable(diagnostic.help), WIDTH, '        ').trimStart()}`;
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
