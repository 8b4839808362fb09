import { applyEdits, type Edit } from '../rewrite/edit.ts';

/** A stretch of whole lines outside of which a text and its new version are the same. */
export interface Window {
  /** How many lines come before it. */
  readonly linesBefore: number;
  readonly before: string;
  readonly after: string;
}

type Stretch = { from: number; to: number; edits: Edit[] };

/**
 * Where edits change a text: the lines that they touch and `context` lines around, those that meet taken together.
 * Comparing the windows costs time by the size of the change, not of the file.
 */
export function changedWindows(before: string, edits: readonly Edit[], context: number): readonly Window[] {
  const windows: Window[] = [];
  let counted = 0;
  let linesBefore = 0;
  for (const { from, to, edits: inside } of stretches(before, edits, context)) {
    linesBefore += countLines(before.slice(counted, from));
    counted = from;
    const text = before.slice(from, to);
    const moved = inside.map((edit) => ({ ...edit, start: edit.start - from, end: edit.end - from }));
    windows.push({ linesBefore, before: text, after: applyEdits(text, moved) });
  }
  return windows;
}

export function countLines(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  return count;
}

function stretches(text: string, edits: readonly Edit[], context: number): readonly Stretch[] {
  const found: Stretch[] = [];
  for (const edit of edits) {
    const from = lineStart(text, edit.start, context);
    const to = lineEnd(text, edit.end, context);
    const last = found.at(-1);
    if (last && from <= last.to) {
      last.to = Math.max(last.to, to);
      last.edits.push(edit);
    } else found.push({ from, to, edits: [edit] });
  }
  return found;
}

/** Start of the line of an offset, or of one so many lines above it. */
function lineStart(text: string, offset: number, above: number): number {
  let start = startOfLine(text, offset);
  for (let n = 0; n < above && start > 0; n++) start = startOfLine(text, start - 1);
  return start;
}

function startOfLine(text: string, offset: number): number {
  return offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
}

/** End of the line of an offset, newline included, or of one so many lines below it. */
function lineEnd(text: string, offset: number, below: number): number {
  let end = offset;
  for (let n = 0; n <= below && end < text.length; n++) {
    const newline = text.indexOf('\n', end);
    end = newline < 0 ? text.length : newline + 1;
  }
  return end;
}
