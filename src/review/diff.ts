import type { Paint } from './paint.ts';
import { clip, printable } from './terminal.ts';
import { type FileChange, filePatch } from './unified.ts';

/** Lines of generated code can be megabytes long; a reader needs the start of it. */
const WIDTH = 240;

const BRUSH = { '+': 'added', '-': 'removed', '\\': 'faint' } as const;

/** The hunks of a change for the eye: coloured, without control characters, long lines cut. */
export function prettyDiff(file: FileChange, paint: Paint): string {
  const lines: string[] = [];
  for (const hunk of filePatch(file).hunks) {
    lines.push(paint.hunk(`@@ -${hunk.oldStart},${hunk.oldLines} +${hunk.newStart},${hunk.newLines} @@`));
    for (const line of hunk.lines) lines.push(paintLine(line, paint));
  }
  return lines.map((line) => `${line}\n`).join('');
}

function paintLine(line: string, paint: Paint): string {
  const text = clip(printable(line.replace(/\r$/, '')), 0, WIDTH);
  const mark = line[0];
  return mark === '+' || mark === '-' || mark === '\\' ? paint[BRUSH[mark]](text) : text;
}
