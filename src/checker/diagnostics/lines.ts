/** Turns UTF-16 offsets into lines and columns. */
export interface LineIndex {
  /** 1-based; an offset beyond the end counts as the end. */
  place(offset: number): Place;
  /** The other way round; a place beyond the end counts as the end. */
  offset(place: Place): number;
}

export interface Place {
  readonly line: number;
  readonly column: number;
}

/** The line terminators of ECMA-262 §12.3, which parsers and code frames count by as well. */
export const LINE_TERMINATOR = /\r\n|[\n\r\u2028\u2029]/;

export function indexLines(source: string): LineIndex {
  const starts = lineStarts(source);
  return {
    place(offset) {
      const inside = Math.max(0, Math.min(offset, source.length));
      const line = lastAtMost(starts, inside);
      return { line: line + 1, column: inside - starts[line]! + 1 };
    },
    offset({ line, column }) {
      return Math.min((starts[line - 1] ?? source.length) + column - 1, source.length);
    },
  };
}

function lineStarts(source: string): readonly number[] {
  const starts = [0];
  const terminator = new RegExp(LINE_TERMINATOR, 'g');
  while (terminator.exec(source) !== null) starts.push(terminator.lastIndex);
  return starts;
}

/** Index of the last entry of an ascending list that is not greater than `value`. */
function lastAtMost(ascending: readonly number[], value: number): number {
  let low = 0;
  let high = ascending.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (ascending[middle]! <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}
