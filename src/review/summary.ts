import type { Report } from '../project/report.ts';
import type { Paint } from './paint.ts';
import { filesByCode, STATUSES, type Tally } from './tally.ts';
import { counted } from './terminal.ts';

/** How many files became what, and which codes the refusals and errors have. */
export function describeSummary(report: Report, paint: Paint): string {
  const { summary } = report;
  const total = STATUSES.reduce((sum, status) => sum + summary[status], 0);
  const heading = total === 0 ? 'No files to convert.' : `${counted(total, 'file')}: `;
  const lines = [heading + describeTally(summary, paint)];
  for (const [code, count] of filesByCode(report.files))
    lines.push(`  ${paint.code(code)} ${counted(count, 'file')}`);
  return lines.map((line) => `${line}\n`).join('');
}

/** `38 converted, 1 refused`. */
export function describeTally(tally: Tally, paint: Paint): string {
  const present = STATUSES.filter((status) => tally[status] > 0);
  return present.map((status) => paint.status[status](`${tally[status]} ${status}`)).join(', ');
}
