/**
 * Statements that disappear altogether: `'use strict'`, `const self = exports`, an assignment whose declaration
 * carries `export` now. Neighbours are taken away together, so that no hole of blank lines remains.
 */
import type { Range } from '../checker/facts.ts';
import type { EditReason } from './edit.ts';
import { mayContinue, type SourceText } from './text.ts';

interface Removal {
  readonly range: Range;
  readonly reason: EditReason;
}

type Emit = (range: Range, text: string, reason: EditReason) => void;

export class StatementRemovals {
  private readonly text: SourceText;
  private readonly removals: Removal[] = [];

  constructor(text: SourceText) {
    this.text = text;
  }

  add(range: Range, reason: EditReason): void {
    this.removals.push({ range, reason });
  }

  flush(emit: Emit): void {
    const sorted = this.removals.splice(0).sort((a, b) => a.range[0] - b.range[0]);
    for (let index = 0; index < sorted.length; ) {
      const first = sorted[index] as Removal;
      const group = [first];
      let end = this.lineEndAfter(first.range);
      for (index++; index < sorted.length; index++) {
        const next = sorted[index] as Removal;
        if (end === null || this.lineStartBefore(next.range) === null) break;
        if (!this.text.isBlank([end, next.range[0]])) break;
        group.push(next);
        end = this.lineEndAfter(next.range);
      }
      this.emitGroup(group, emit);
    }
  }

  private emitGroup(group: readonly Removal[], emit: Emit): void {
    const first = group[0] as Removal;
    const last = group.at(-1) as Removal;
    const guard = this.guard(first.range[0], last.range[1]);
    if (guard !== '') {
      for (const removal of group.slice(0, -1)) this.emitOne(removal, emit);
      emit(last.range, guard, last.reason);
      return;
    }
    const start = this.lineStartBefore(first.range);
    const end = this.lineEndAfter(last.range);
    const commented = group.some(({ range }) => this.text.commentsIn(range).length > 0);
    if (start === null || end === null || commented) {
      for (const removal of group) this.emitOne(removal, emit);
      return;
    }
    emit(this.withBlankLines(start, end), '', first.reason);
  }

  private emitOne({ range, reason }: Removal, emit: Emit): void {
    const start = this.lineStartBefore(range);
    const end = this.lineEndAfter(range);
    const commented = this.text.commentsIn(range).length > 0;
    if (start !== null && end !== null && !commented) emit([start, this.text.afterBreak(end)], '', reason);
    else emit([range[0], this.text.skipSpaces(range[1])], '', reason);
  }

  /** Where the lines around the hole are both blank, or the file starts or ends there, one of them goes too. */
  private withBlankLines(start: number, end: number): Range {
    const { text } = this;
    const next = text.afterBreak(end);
    if (text.isBlank([next, text.source.length])) return text.withLinesBefore([start, end]);
    const nextEnd = text.lineEnd(next);
    if (!text.isBlank([next, nextEnd])) return [start, next];
    const previousBlank = text.isBlank([text.lineStart(Math.max(0, start - 1)), start]);
    return [start, previousBlank || this.isFileStart(start) ? text.afterBreak(nextEnd) : next];
  }

  private isFileStart(offset: number): boolean {
    return this.text.source.slice(0, offset).replace('\ufeff', '').trim() === '';
  }

  /** The statement before may lack its semicolon, and what comes next would continue it. */
  private guard(start: number, end: number): string {
    const previous = this.text.previousTokenEnd(start);
    if (previous === 0 || this.text.source[previous - 1] === ';') return '';
    const next = this.text.nextToken(end);
    return mayContinue(this.text.source.slice(next, next + 1)) ? ';' : '';
  }

  /** Start of the line, where only white space stands before the range on it. */
  private lineStartBefore(range: Range): number | null {
    const start = this.text.lineStart(range[0]);
    return this.text.isBlank([start, range[0]]) ? start : null;
  }

  /** The line break after the range, where only white space stands before it. */
  private lineEndAfter(range: Range): number | null {
    const end = this.text.lineEnd(range[1]);
    return this.text.isBlank([range[1], end]) ? end : null;
  }
}
