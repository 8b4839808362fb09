import { relative, sep } from 'node:path';
import type { Diagnostic, FileReport, Severity } from '../project/report.ts';
import type { Reviewed, ReviewOptions } from './reporter.ts';
import { counted } from './terminal.ts';

/** GitHub shows ten annotations of each level for a step: refusals do not share theirs with lesser remarks. */
const LEVEL: Record<Severity, 'error' | 'warning' | 'notice'> = {
  error: 'error',
  refusal: 'warning',
  warning: 'notice',
  note: 'notice',
};

/** Workflow commands that GitHub Actions turns into annotations of the lines concerned. */
export function* github({ report }: Reviewed, { checkout, quiet }: ReviewOptions): Iterable<string> {
  const folder = checkout === null ? '' : relative(checkout, report.root).split(sep).join('/');
  const prefix = folder === '' || folder.startsWith('..') ? '' : `${folder}/`;
  if (!quiet)
    for (const row of report.files)
      for (const diagnostic of row.diagnostics) yield annotation(prefix, row, diagnostic);
  const { converted, unchanged, refused, error } = report.summary;
  yield `esmshift: ${counted(converted, 'file')} converted, ${unchanged} unchanged, ${refused} refused, ${error} in error\n`;
}

function annotation(prefix: string, row: FileReport, diagnostic: Diagnostic): string {
  const { line, column, endLine, endColumn, code, severity, message, help } = diagnostic;
  const properties = {
    file: prefix + row.path,
    line,
    // Columns only count where the place is within one line.
    ...(line === endLine ? { col: column, endColumn } : { endLine }),
    title: `esmshift ${severity}: ${code}`,
  };
  const fields = Object.entries(properties).map(
    ([name, value]) => `${name}=${escapedProperty(String(value))}`,
  );
  return `::${LEVEL[severity]} ${fields.join(',')}::${escapedData(`${message} ${help}`.trim())}\n`;
}

/** As @actions/core escapes what a command carries. */
function escapedData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapedProperty(text: string): string {
  return escapedData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
