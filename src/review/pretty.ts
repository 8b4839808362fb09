import { type FileReport, summaryOf } from '../project/report.ts';
import { prettyDiff } from './diff.ts';
import { describeFindings, describeRemark } from './findings.ts';
import { type Folder, inReadingOrder } from './folders.ts';
import { type Paint, paints } from './paint.ts';
import type { Reviewed, ReviewedFile, ReviewOptions } from './reporter.ts';
import { type SourceOf, sourcesOf } from './sources.ts';
import { describeSummary, describeTally } from './summary.ts';
import { printable } from './terminal.ts';
import { hasChanges } from './unified.ts';

/** For people: folder by folder each file with its diff or the reasons against it, then the summary. */
export function* pretty({ report, files }: Reviewed, options: ReviewOptions): Iterable<string> {
  const paint = paints(options.colors);
  if (!options.quiet) yield* describeFiles(report.files, files, options, paint);
  yield describeSummary(report, paint);
  if (options.hint !== null) yield `${options.hint}\n`;
}

function* describeFiles(
  rows: readonly FileReport[],
  files: readonly ReviewedFile[],
  options: ReviewOptions,
  paint: Paint,
): Iterable<string> {
  const fileOf = new Map(files.map((file) => [file.row, file]));
  const style = { ...options, paint, sourceOf: sourcesOf(files), shown: new Set<string>() };
  const folders = inReadingOrder(rows, options.refused);
  const severalFolders = new Set(folders.map(({ path }) => path)).size > 1;
  for (const folder of folders) {
    let isFirst = severalFolders;
    for (const row of folder.rows) {
      const text = describeFile(row, fileOf.get(row) ?? null, style);
      if (text === '') continue;
      if (isFirst) yield `${folderHeading(folder, paint)}\n`;
      isFirst = false;
      yield `${text}\n`;
    }
  }
}

interface FileStyle extends ReviewOptions {
  readonly paint: Paint;
  readonly sourceOf: SourceOf;
  readonly shown: Set<string>;
}

/** One file as a person reads it: its heading, what was found, its diff. Empty where there is nothing to say. */
export function describeFile(row: FileReport, file: ReviewedFile | null, style: FileStyle): string {
  const { paint } = style;
  const changed = file !== null && hasChanges(file);
  if (row.diagnostics.length === 0 && !(style.diff && changed)) return '';
  const body = [findingsOf(row, style), style.diff && file ? prettyDiff(file, paint) : ''];
  return `${heading(row, file?.added === true, paint)}\n${body.filter((part) => part !== '').join('\n')}`;
}

/** `──── lib/rules · 38 converted, 1 refused`. */
function folderHeading({ path, rows }: Folder<FileReport>, paint: Paint): string {
  const name = path === '.' ? './' : `${path}/`;
  const tally = describeTally(summaryOf(rows), paint);
  const counts = tally === '' ? '' : ` ${paint.faint('·')} ${tally}`;
  return `${paint.faint('────')} ${paint.folder(printable(name))}${counts}\n`;
}

const EXPORTS = { named: 'named exports', default: 'default export', none: 'no exports' };

function heading({ path, output, kind, status, shape }: FileReport, isAdded: boolean, paint: Paint): string {
  const name = path === output ? path : `${path} -> ${output}`;
  const exported = status === 'converted' && shape !== null ? paint.faint(` (${EXPORTS[shape]})`) : '';
  const became = kind === 'source' ? status : isAdded ? 'added' : 'edited';
  return `${paint.path(printable(name))} ${paint.status[status](became)}${exported}`;
}

function findingsOf(row: FileReport, style: FileStyle): string {
  if (row.status === 'refused' || row.status === 'error') return describeFindings(row, style);
  return row.diagnostics.map((diagnostic) => describeRemark(row, diagnostic, style.paint)).join('');
}
