import type { FileStatus, Report } from '../project/report.ts';
import type { Paint } from './paint.ts';
import { counted } from './terminal.ts';

const STATUSES: readonly FileStatus[] = ['converted', 'unchanged', 'refused', 'error'];

/** How many files became what, and which codes the refusals and errors have. */
export function describeSummary(report: Report, paint: Paint): string {
  const { summary } = report;
  const total = STATUSES.reduce((sum, status) => sum + summary[status], 0);
  const parts = STATUSES.filter((status) => summary[status] > 0).map((status) =>
    paint.status[status](`${summary[status]} ${status}`),
  );
  const lines = [total === 0 ? 'No files to convert.' : `${counted(total, 'file')}: ${parts.join(', ')}`];
  for (const [code, count] of filesByCode(report))
    lines.push(`  ${paint.code(code)} ${counted(count, 'file')}`);
  return lines.map((line) => `${line}\n`).join('');
}

/** For each code that kept a file from being converted: how many files, the most frequent first. */
function filesByCode(report: Report): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const row of report.files) {
    const blocking = row.diagnostics.filter(({ severity }) => severity === 'refusal' || severity === 'error');
    for (const code of new Set(blocking.map((diagnostic) => diagnostic.code)))
      counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
}
