import { type MarkedLine, markWords, type Part } from '../../../words.ts';
import type { PageHunk } from '../../data.ts';
import { highlight, type Piece } from './highlight.ts';

/** A piece of a line: coloured as code, and marked where its words changed. */
export interface DiffPiece extends Piece {
  readonly changed: boolean;
}

export interface DiffLine {
  readonly mark: string;
  readonly oldNumber: number | null;
  readonly newNumber: number | null;
  readonly pieces: readonly DiffPiece[];
}

/** Two lines that stand beside each other; null: nothing stands there. */
export interface SplitRow {
  readonly left: DiffLine | null;
  readonly right: DiffLine | null;
}

/** The lines of a hunk, numbered, coloured and marked. */
export function diffLines(hunk: PageHunk): readonly DiffLine[] {
  const marked = markWords(hunk.lines);
  const colours = { old: coloursOf(marked, '-'), new: coloursOf(marked, '+') };
  const next = { old: hunk.oldStart, new: hunk.newStart };
  return marked.map(({ mark, parts }) => {
    if (mark === '\\') return { mark, oldNumber: null, newNumber: null, pieces: plain(parts) };
    const colour = colours.old.next(mark) ?? [];
    const other = colours.new.next(mark);
    return {
      mark,
      oldNumber: mark === '+' ? null : next.old++,
      newNumber: mark === '-' ? null : next.new++,
      pieces: combined(parts, other ?? colour),
    };
  });
}

/** The colours of one side, handed out line by line to the lines that are on that side. */
function coloursOf(lines: readonly MarkedLine[], side: '-' | '+') {
  const own = lines.filter(({ mark }) => mark === side || mark === ' ');
  const colours = highlight(own.map(({ parts }) => parts.map(({ text }) => text).join('')));
  let index = 0;
  return {
    next: (mark: string): readonly Piece[] | null =>
      mark === side || mark === ' ' ? (colours[index++] ?? null) : null,
  };
}

/** Cuts a line wherever either the colour or the marking changes. */
function combined(parts: readonly Part[], colours: readonly Piece[]): readonly DiffPiece[] {
  const pieces: DiffPiece[] = [];
  const rest = parts.map((part) => ({ ...part }));
  for (const { text, kind } of colours) {
    let left = text;
    while (left !== '' && rest.length > 0) {
      const part = rest[0]!;
      const length = Math.min(left.length, part.text.length);
      if (length > 0) pieces.push({ text: left.slice(0, length), kind, changed: part.changed });
      left = left.slice(length);
      part.text = part.text.slice(length);
      if (part.text === '') rest.shift();
    }
  }
  return pieces;
}

function plain(parts: readonly Part[]): readonly DiffPiece[] {
  return parts.map(({ text, changed }) => ({ text, changed, kind: null }));
}

/** The same lines side by side: removed ones beside the added ones that follow them. */
export function splitRows(lines: readonly DiffLine[]): readonly SplitRow[] {
  const rows: SplitRow[] = [];
  let removed: DiffLine[] = [];
  let added: DiffLine[] = [];
  const flush = (): void => {
    for (let index = 0; index < Math.max(removed.length, added.length); index++)
      rows.push({ left: removed[index] ?? null, right: added[index] ?? null });
    [removed, added] = [[], []];
  };
  for (const line of lines) {
    if (line.mark === '-') {
      if (added.length > 0) flush();
      removed.push(line);
    } else if (line.mark === '+') added.push(line);
    else if (line.mark === '\\') (added.length > 0 ? added : removed).push(line);
    else {
      flush();
      rows.push({ left: line, right: line });
    }
  }
  flush();
  return rows;
}

/** How many lines a file gains and loses. */
export function countChanges(hunks: readonly PageHunk[]): {
  readonly added: number;
  readonly removed: number;
} {
  let [added, removed] = [0, 0];
  for (const { lines } of hunks)
    for (const line of lines) {
      if (line.startsWith('+')) added++;
      else if (line.startsWith('-')) removed++;
    }
  return { added, removed };
}
