import { type Diagnostic, type FileReport, type Report, summaryOf } from '../project/report.ts';
import { byFolder, inReadingOrder } from './folders.ts';
import type { Reviewed, ReviewOptions } from './reporter.ts';
import { filesByCode, STATUSES } from './tally.ts';
import { counted } from './terminal.ts';

/** A comment on GitHub holds 65,536 characters; what the lists leave out is said in their place. */
const MOST_LISTED = 45_000;

/** For a pull request: counts, what was refused and why, and the converted files folded away. */
export function* markdown({ report }: Reviewed, options: ReviewOptions): Iterable<string> {
  yield headline(report);
  yield folderTable(report);
  if (options.quiet) return;
  const sections = [refusals(report), remarks(report), conversions(report) + others(report)];
  yield* options.refused === 'first' ? sections : [sections[2]!, sections[1]!, sections[0]!];
}

function headline({ summary, written, files }: Report): string {
  const total = STATUSES.reduce((sum, status) => sum + summary[status], 0);
  const codes = filesByCode(files).map(([code, count]) => `${count} ${codeSpan(code)}`);
  return [
    `## esmshift: ${summary.converted} of ${counted(total, 'file')} converted`,
    written ? 'The files have been written.' : 'A dry run: nothing has been written.',
    ...(codes.length === 0 ? [] : [`Not converted: ${codes.join(', ')}.`]),
    '',
  ].join('\n\n');
}

function folderTable({ files }: Report): string {
  const folders = byFolder(files.filter(({ kind }) => kind === 'source')).map(({ path, rows }) => {
    const tally = summaryOf(rows);
    return `| ${codeSpan(path).replaceAll('|', '\\|')} | ${STATUSES.map((status) => tally[status] || '').join(' | ')} |`;
  });
  const head = [`| folder | ${STATUSES.join(' | ')} |`, `|---|${STATUSES.map(() => '--:|').join('')}`];
  return `${[...head, ...limited(folders, 'more folders')].join('\n')}\n\n`;
}

function refusals({ files }: Report): string {
  const rows = inReadingOrder(files, 'first').flatMap((folder) => folder.rows);
  const items = rows
    .filter(({ status }) => status === 'refused' || status === 'error')
    .flatMap((row) => row.diagnostics.map((diagnostic) => finding(row, diagnostic)));
  return folded(`Not converted, and why`, items, true);
}

function remarks({ files }: Report): string {
  const rows = files.filter(({ status }) => status === 'converted' || status === 'unchanged');
  const items = rows.flatMap((row) => row.diagnostics.map((diagnostic) => finding(row, diagnostic)));
  return folded('Remarks', items, false);
}

function conversions({ files }: Report): string {
  const converted = files.filter(({ kind, status }) => kind === 'source' && status === 'converted');
  return folded('Converted files', converted.map(conversion), false);
}

/** A package.json, a configuration, a module at the old path of a renamed file. */
function others({ files }: Report): string {
  const beside = files.filter(({ kind }) => kind !== 'source');
  return folded('Other files added or edited', beside.map(conversion), false);
}

function finding(row: FileReport, { code, line, message, help, related }: Diagnostic): string {
  const places = related.map(
    (place) => `  - ${prose(place.message)} (${codeSpan(`${place.path}:${place.line}`)})\n`,
  );
  const answer = help === '' ? '' : `  - *${prose(help)}*\n`;
  return `- ${codeSpan(`${row.path}:${line}`)} **${code}** ${prose(message)}\n${places.join('')}${answer}`;
}

function conversion({ path, output, shape }: FileReport): string {
  const name = path === output ? codeSpan(path) : `${codeSpan(path)} → ${codeSpan(output)}`;
  return `- ${name}${shape === null ? '' : ` (${shape})`}\n`;
}

function folded(title: string, items: readonly string[], open: boolean): string {
  if (items.length === 0) return '';
  const shown = limited(items, 'more').join('');
  return `<details${open ? ' open' : ''}><summary>${title} (${items.length})</summary>\n\n${shown}\n</details>\n\n`;
}

/** As many items as fit, and how many do not. */
function limited(items: readonly string[], what: string): readonly string[] {
  let length = 0;
  const end = items.findIndex((item) => {
    length += item.length;
    return length > MOST_LISTED / 3;
  });
  return end < 0 ? items : [...items.slice(0, end), `\n… and ${items.length - end} ${what}\n`];
}

/** Text as code, whatever backticks are in it (CommonMark 6.1). */
function codeSpan(text: string): string {
  const shown = text.replace(/\s+/g, ' ');
  const longest = Math.max(0, ...[...shown.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const space = shown.startsWith('`') || shown.endsWith('`') ? ' ' : '';
  return fence + space + shown + space + fence;
}

/** A sentence whose code spans stay and in which nothing else acts as Markdown or HTML. */
function prose(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .split(/(`[^`]*`)/)
    .map((piece, index) => (index % 2 === 1 ? piece : piece.replace(/[\\*_[\]<>|#~&]/g, '\\$&')))
    .join('');
}
