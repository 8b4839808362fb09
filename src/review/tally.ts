import type { FileReport, FileStatus } from '../project/report.ts';

export const STATUSES: readonly FileStatus[] = ['converted', 'unchanged', 'refused', 'error'];

export type Tally = Readonly<Record<FileStatus, number>>;

/** For each code that kept a file from being converted: how many files, the most frequent first. */
export function filesByCode(
  rows: Iterable<Pick<FileReport, 'diagnostics'>>,
): readonly (readonly [code: string, files: number])[] {
  const counts = new Map<string, number>();
  for (const row of rows)
    for (const code of blockingCodes(row)) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
}

/** The codes that kept a file from being converted, each once. */
function blockingCodes({ diagnostics }: Pick<FileReport, 'diagnostics'>): ReadonlySet<string> {
  const blocking = diagnostics.filter(({ severity }) => severity === 'refusal' || severity === 'error');
  return new Set(blocking.map(({ code }) => code));
}
