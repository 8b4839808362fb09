import { inReadingOrder } from '../../../folders.ts';
import type { PageFile } from '../../data.ts';

/** A row of the list of files. */
export type ListRow =
  | { readonly kind: 'folder'; readonly path: string; readonly count: number }
  | { readonly kind: 'file'; readonly file: PageFile };

/** The files in the order in which they are read, with a heading above those of each folder. */
export function listRows(files: readonly PageFile[], refusedFirst: boolean): readonly ListRow[] {
  return inReadingOrder(files, refusedFirst ? 'first' : 'last').flatMap(({ path, rows }): ListRow[] => [
    { kind: 'folder', path, count: rows.length },
    ...rows.map((file): ListRow => ({ kind: 'file', file })),
  ]);
}

/** The next file in the list that passes the test, seen from one (or from an end, where that is not listed). */
export function neighbourInList(
  rows: readonly ListRow[],
  from: PageFile | null,
  step: 1 | -1,
  test: (file: PageFile) => boolean = () => true,
): PageFile | null {
  const files = rows.flatMap((row) => (row.kind === 'file' ? [row.file] : []));
  const at = from === null ? -1 : files.indexOf(from);
  const start = at >= 0 ? at + step : step > 0 ? 0 : files.length - 1;
  for (let index = start; index >= 0 && index < files.length; index += step)
    if (test(files[index]!)) return files[index]!;
  return null;
}
