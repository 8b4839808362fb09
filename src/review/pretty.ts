import type { FileReport } from '../project/report.ts';
import { prettyDiff } from './diff.ts';
import { describeFindings, describeRemark } from './findings.ts';
import { type Paint, paints } from './paint.ts';
import type { Reviewed, ReviewedFile, ReviewOptions } from './reporter.ts';
import { describeSummary } from './summary.ts';
import { printable } from './terminal.ts';
import { hasChanges } from './unified.ts';

/** For people: each file with its diff or the reasons against it, refused files last, then the summary. */
export function* pretty({ report, files }: Reviewed, options: ReviewOptions): Iterable<string> {
  const paint = paints(options.colors);
  if (!options.quiet) {
    const read = new Map(files.map((file) => [file.path, file]));
    for (const row of inReadingOrder(report.files)) {
      const text = describeFile(row, read.get(row.path) ?? null, options, paint);
      if (text !== '') yield `${text}\n`;
    }
  }
  yield describeSummary(report, paint);
  if (options.hint !== null) yield `${options.hint}\n`;
}

/** What needs a person's attention comes last, next to the summary, where a terminal stands after the run. */
function inReadingOrder(rows: readonly FileReport[]): readonly FileReport[] {
  const order = { unchanged: 0, converted: 0, refused: 1, error: 2 };
  return rows.toSorted((a, b) => order[a.status] - order[b.status]);
}

function describeFile(
  row: FileReport,
  file: ReviewedFile | null,
  options: ReviewOptions,
  paint: Paint,
): string {
  const body = [findingsOf(row, file, options, paint), options.diff && file ? prettyDiff(file, paint) : ''];
  const changed = file !== null && hasChanges(file);
  if (row.diagnostics.length === 0 && !(options.diff && changed)) return '';
  return `${heading(row, paint)}\n${body.filter((part) => part !== '').join('\n')}`;
}

const EXPORTS = { named: 'named exports', default: 'default export', none: 'no exports' };

function heading({ path, output, status, shape }: FileReport, paint: Paint): string {
  const name = path === output ? path : `${path} -> ${output}`;
  const exported = status === 'converted' && shape !== null ? paint.faint(` (${EXPORTS[shape]})`) : '';
  return `${paint.path(printable(name))} ${paint.status[status](status)}${exported}`;
}

function findingsOf(
  row: FileReport,
  file: ReviewedFile | null,
  { colors }: ReviewOptions,
  paint: Paint,
): string {
  if (row.status === 'refused' || row.status === 'error')
    return describeFindings(row, file?.before() || null, { paint, colors });
  return row.diagnostics.map((diagnostic) => describeRemark(row, diagnostic, paint)).join('');
}
