import { codeFrameColumns } from '@babel/code-frame';
import { LINE_TERMINATOR } from '../checker/diagnostics/lines.ts';
import { clip, printable } from './terminal.ts';

/** Of a minified line only the part around the place is shown. */
const WIDTH = 110;

export interface FramePlace {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** Whether a diagnostic is about a place: one about a whole file stands at its start, and marks nothing there. */
export function hasPlace({ line, column, endLine, endColumn }: FramePlace): boolean {
  return line !== endLine || column !== endColumn;
}

export interface FrameStyle {
  /** How many lines to show above and below the marked one. */
  readonly context: number;
  readonly colors: boolean;
}

/** Draws a place of one source with the lines around it. */
export type Frame = (place: FramePlace, style: FrameStyle) => string;

/** Draws code frames for one source, which is split into lines once, when the first is drawn. */
export function framesOf(source: string): Frame {
  let lines: readonly string[] | null = null;
  return (place, style) => {
    lines ??= source.split(LINE_TERMINATOR);
    return drawFrame(lines, place, style);
  };
}

/** Of a place that spans several lines the first is marked, to its end. */
function drawFrame(lines: readonly string[], place: FramePlace, style: FrameStyle): string {
  const { line } = place;
  const marked = lines[line - 1] ?? '';
  const endColumn = place.endLine === line ? place.endColumn : marked.length + 1;

  const left = marked.length > WIDTH ? Math.max(0, place.column - WIDTH / 2) : 0;
  const shift = left === 0 ? 0 : left - 1; // The ellipsis takes one column.
  const start = place.column - shift;
  const end = Math.max(start + 1, Math.min(endColumn - shift, WIDTH + 1));

  const first = Math.max(1, line - style.context);
  const shown = lines.slice(first - 1, line + style.context);
  const text = shown.map((each) => clip(printable(each), left, WIDTH)).join('\n');
  const options = {
    startLine: first,
    linesAbove: style.context,
    linesBelow: style.context,
    forceColor: style.colors,
  };
  return codeFrameColumns(text, { start: { line, column: start }, end: { line, column: end } }, options);
}
