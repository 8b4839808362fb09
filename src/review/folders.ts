import type { FileReport } from '../project/report.ts';

/** Files that lie in the same folder. */
export interface Folder<Row> {
  /** Relative to the root; `.` is the root itself. */
  readonly path: string;
  readonly rows: readonly Row[];
}

export type RefusedPlace = 'first' | 'last';

/** The folder that a path lies in; `.` for the root. */
export function folderOf(path: string): string {
  const end = path.lastIndexOf('/');
  return end < 0 ? '.' : path.slice(0, end);
}

/** The rows folder by folder, in the order in which folders and rows come. */
export function byFolder<Row extends { readonly path: string }>(rows: Iterable<Row>): readonly Folder<Row>[] {
  const folders = new Map<string, Row[]>();
  for (const row of rows) {
    const path = folderOf(row.path);
    const found = folders.get(path);
    if (found) found.push(row);
    else folders.set(path, [row]);
  }
  return [...folders].map(([path, inside]) => ({ path, rows: inside }));
}

/**
 * The order in which a person reads a report: what needs attention (refused files, then errors) at one end, all else at
 * the other, both folder by folder.
 */
export function inReadingOrder<Row extends Pick<FileReport, 'path' | 'status'>>(
  rows: readonly Row[],
  refused: RefusedPlace,
): readonly Folder<Row>[] {
  const isSettled = ({ status }: Row): boolean => status === 'converted' || status === 'unchanged';
  const settled = byFolder(rows.filter(isSettled));
  const errors = rows.filter(({ status }) => status === 'error');
  const refusals = rows.filter(({ status }) => status === 'refused');
  const attention = [...byFolder(refusals), ...byFolder(errors)];
  return refused === 'first' ? [...attention, ...settled] : [...settled, ...attention];
}
