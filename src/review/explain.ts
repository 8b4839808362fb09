import { diagnosticGroups, diagnostics } from '../checker/diagnostics/codes.ts';
import type { ExampleFile } from '../checker/diagnostics/entry.ts';
import type { Explanation } from '../checker/diagnostics/explain.ts';
import type { Paint } from './paint.ts';
import { wrap } from './terminal.ts';

const WIDTH = 92;

/** Everything about one code, for the terminal. */
export function describeCode(explanation: Explanation, paint: Paint): string {
  const { code, severity, title, message, help, example } = explanation;
  const sections = [
    `${paint.code(code)} ${paint.severity[severity](severity)}\n${paint.path(title)}`,
    wrap(explanation.explanation, WIDTH, ''),
    `It reads:\n${wrap(message, WIDTH, '  ')}`,
    `What to do:\n${wrap(help, WIDTH, '  ')}`,
  ];
  if (example !== null) sections.push(`Example:\n${describeFiles(example.files, paint)}`);
  if (example?.naive)
    sections.push(
      `Converted without a thought, it no longer does the same:\n${describeFiles(example.naive, paint)}`,
    );
  return `${sections.join('\n\n')}\n`;
}

/** All codes with their titles, group by group. */
export function listCodes(paint: Paint): string {
  const groups = diagnosticGroups.filter(({ codes }) => codes.length > 0);
  const width = Math.max(...groups.flatMap(({ codes }) => codes.map((code) => code.length)));
  return groups
    .map(({ title, codes }) => {
      const rows = codes.map((code) => `  ${paint.code(code.padEnd(width))}  ${diagnostics[code].title}`);
      return `${paint.path(title)}\n${rows.join('\n')}\n`;
    })
    .join('\n');
}

/** What an example's file holds: its text, or in words what makes it a special one. */
export function describeExampleFile(file: ExampleFile): string {
  if (typeof file === 'string') return file === '' ? '(nothing)' : file.trimEnd();
  if ('hex' in file) return `(the bytes ${file.hex.replace(/..(?=.)/g, '$& ')})`;
  if ('linkTo' in file) return `(a symbolic link to ${file.linkTo})`;
  if ('megabytes' in file) return `(a file of ${file.megabytes} MB)`;
  if ('repeat' in file) return `(${file.repeat} repeated ${file.times} times)`;
  return { removed: '(removed during the run)', folder: '(replaced by a folder during the run)' }[
    file.meanwhile
  ];
}

function describeFiles(files: Readonly<Record<string, ExampleFile>>, paint: Paint): string {
  return Object.entries(files)
    .map(([path, file]) => `  ${paint.faint(path)}\n${describeExampleFile(file).replace(/^(?=.)/gm, '    ')}`)
    .join('\n');
}
