import type { Paint } from './paint.ts';
import { clip, printable } from './terminal.ts';
import { type FileChange, filePatch } from './unified.ts';
import { type MarkedLine, markWords } from './words.ts';

/** Lines of generated code can be megabytes long; a reader needs the start of it. */
const WIDTH = 240;

const BRUSH = { '+': 'added', '-': 'removed', '\\': 'faint' } as const;
const WORD_BRUSH = { added: 'addedWord', removed: 'removedWord', faint: 'faint' } as const;

/** The hunks of a change for the eye: coloured, changed words marked, no control characters, long lines cut. */
export function prettyDiff(file: FileChange, paint: Paint): string {
  const lines: string[] = [];
  for (const hunk of filePatch(file).hunks) {
    lines.push(paint.hunk(`@@ -${hunk.oldStart},${hunk.oldLines} +${hunk.newStart},${hunk.newLines} @@`));
    for (const line of markWords(hunk.lines)) lines.push(paintLine(line, paint));
  }
  return lines.map((line) => `${line}\n`).join('');
}

function paintLine({ mark, parts }: MarkedLine, paint: Paint): string {
  const last = parts.length - 1;
  const texts = parts.map(({ text }, index) => (index === last ? text.replace(/\r$/, '') : text));
  if (mark !== '+' && mark !== '-' && mark !== '\\') return clip(printable(mark + texts.join('')), 0, WIDTH);

  const brush = BRUSH[mark];
  let room = WIDTH - 1;
  let painted = '';
  let plain = mark as string;
  for (const [index, text] of texts.entries()) {
    const shown = clip(printable(text), 0, room);
    if (parts[index]!.changed && room > 0) {
      painted += paint[brush](plain) + paint[WORD_BRUSH[brush]](shown);
      plain = '';
    } else if (room > 0) plain += shown;
    room -= text.length;
  }
  return plain === '' ? painted : painted + paint[brush](plain);
}
