/**
 * Questions about the source as text. Comments are known by their ranges, so nothing here needs a parse: between two
 * tokens there is only white space and comments.
 */
import type { Range } from '../checker/facts.ts';

const lineBreak = /[\n\r\u2028\u2029]/;
const space = /[^\S\n\r\u2028\u2029]/;
const identifierPart = /[$_\p{ID_Continue}\p{Join_Control}\\]/u;

export class SourceText {
  readonly source: string;
  readonly comments: readonly Range[];
  /** Where the first line starts: a byte order mark is no part of it. */
  private readonly start: number;
  /** Where the line breaks are, each half of `\r\n` for itself: a minified file is one long line, asked for often. */
  private readonly breaks: readonly number[];

  constructor(source: string, comments: readonly Range[]) {
    this.source = source;
    this.comments = comments;
    this.start = source.startsWith('\ufeff') ? 1 : 0;
    this.breaks = Array.from(source.matchAll(/[\n\r\u2028\u2029]/g), ({ index }) => index);
  }

  slice(range: Range): string {
    return this.source.slice(range[0], range[1]);
  }

  /** The comments that lie inside of a range, in order. */
  commentsIn([start, end]: Range): readonly Range[] {
    const found: Range[] = [];
    for (let index = this.firstCommentFrom(start); index < this.comments.length; index++) {
      const comment = this.comments[index] as Range;
      if (comment[1] > end) break;
      found.push(comment);
    }
    return found;
  }

  /** Where the next token starts, at or after `offset`: white space and comments are passed over. */
  nextToken(offset: number): number {
    let at = offset;
    let index = this.firstCommentFrom(offset);
    for (;;) {
      while (at < this.source.length && /\s/.test(this.source[at] as string)) at++;
      const comment = this.comments[index];
      if (comment === undefined || comment[0] !== at) return at;
      at = comment[1];
      index++;
    }
  }

  /** The end of the token before `offset`: 0 where there is none. */
  previousTokenEnd(offset: number): number {
    let at = offset;
    let index = this.firstCommentFrom(offset) - 1;
    for (;;) {
      while (at > 0 && /\s/.test(this.source[at - 1] as string)) at--;
      const comment = this.comments[index];
      if (comment === undefined || comment[1] !== at) return at;
      at = comment[0];
      index--;
    }
  }

  /** Offset of the first character of the line that holds `offset`. */
  lineStart(offset: number): number {
    let index = this.firstBreakFrom(offset) - 1;
    while (index >= 0 && !this.endsLine(this.breaks[index] as number)) index--;
    return index < 0 ? Math.min(offset, this.start) : (this.breaks[index] as number) + 1;
  }

  /** Offset of the line break (or the end of the source) that ends the line of `offset`. */
  lineEnd(offset: number): number {
    return this.breaks[this.firstBreakFrom(offset)] ?? Math.max(offset, this.source.length);
  }

  /** Offset after the line break that stands at `offset`; `offset` itself where none does. */
  afterBreak(offset: number): number {
    if (!this.isBreak(offset)) return offset;
    return this.source.startsWith('\r\n', offset) ? offset + 2 : offset + 1;
  }

  /**
   * The lines of a range that ends the file, from the end of the line with the last comment or token before them: the line
   * break behind them then ends that line, or what is put in their place.
   */
  withLinesBefore([start, end]: Range): Range {
    let at = start;
    while (at > 0 && /\s/.test(this.source[at - 1] as string)) at--;
    return at === 0 ? [this.start, this.afterBreak(end)] : [Math.min(start, this.lineEnd(at)), end];
  }

  isBreak(offset: number): boolean {
    return offset < this.source.length && lineBreak.test(this.source[offset] as string);
  }

  /** Index into `breaks` of the first at or after `offset`. */
  private firstBreakFrom(offset: number): number {
    let low = 0;
    let high = this.breaks.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.breaks[middle] as number) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Whether a line break ends with this character: the first half of `\r\n` does not. */
  private endsLine(offset: number): boolean {
    return this.isBreak(offset) && !this.source.startsWith('\r\n', offset);
  }

  isBlank([start, end]: Range): boolean {
    return this.source.slice(start, end).trim() === '';
  }

  hasBreak([start, end]: Range): boolean {
    return lineBreak.test(this.source.slice(start, end));
  }

  isLineComment(comment: Range): boolean {
    return !this.source.startsWith('/*', comment[0]);
  }

  skipSpaces(offset: number): number {
    let at = offset;
    while (at < this.source.length && space.test(this.source[at] as string)) at++;
    return at;
  }

  isIdentifierPart(offset: number): boolean {
    return offset >= 0 && offset < this.source.length && identifierPart.test(this.source[offset] as string);
  }

  /**
   * After `offset` and the comments that follow it on its line, if nothing else does: there a new line can be put.
   * Where code follows on the same line, `offset` itself.
   */
  endOfLineOf(offset: number): number {
    let at = this.skipSpaces(offset);
    let index = this.firstCommentFrom(offset);
    for (;;) {
      if (at >= this.source.length || this.isBreak(at)) return at;
      const comment = this.comments[index];
      if (comment === undefined || comment[0] !== at || this.spansLines(comment)) return offset;
      at = this.skipSpaces(comment[1]);
      index++;
    }
  }

  private spansLines(comment: Range): boolean {
    return this.hasBreak(comment);
  }

  /** Index of the first comment that starts at or after `offset`. */
  private firstCommentFrom(offset: number): number {
    let low = 0;
    let high = this.comments.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.comments[middle] as Range)[0] < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** Whether `text` starts or ends with a character that would join with a neighbouring identifier or keyword. */
export const startsLikeName = (text: string): boolean =>
  text !== '' && identifierPart.test(text[0] as string);
export const endsLikeName = (text: string): boolean =>
  text !== '' && identifierPart.test(text.at(-1) as string);

/** A statement that starts so would continue one before it that has no semicolon (ECMA-262 §12.10.3). */
const continues = /^[([`+\-*/,.%<>=&|^?]/;
export const mayContinue = (text: string): boolean => continues.test(text);
