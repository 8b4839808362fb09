/**
 * Collects the edits of one file. Whatever is replaced, the comments inside stay where they are: the replacement is
 * cut up around them, so that no caller has to think of them.
 */
import type { Mend, Range } from '../checker/facts.ts';
import type { Edit, EditReason } from './edit.ts';
import { type GuardedEdit, withGuards } from './guards.ts';
import { StatementRemovals } from './statement-removals.ts';
import { endsLikeName, type SourceText, startsLikeName } from './text.ts';

/**
 * Insertions at one offset: what ends an expression, what ends the statement before, what starts the next one, what is put
 * in front of it.
 */
const ranks = { closing: 0, after: 1, before: 2, prefix: 3 } as const;
type Rank = keyof typeof ranks;

interface Entry extends GuardedEdit {
  readonly order: number;
}

type OwnMend = Required<Pick<Mend, 'range' | 'text' | 'within'>>;

/** Whether it ends what stands before it: of several, the innermost comes first. */
function closes({ range, within }: OwnMend): boolean {
  return range[0] === range[1] && range[0] >= within[1];
}

export class EditList {
  readonly text: SourceText;
  private readonly entries: Entry[] = [];
  private readonly removals: StatementRemovals;
  private readonly mends = new Map<string, OwnMend>();

  constructor(text: SourceText) {
    this.text = text;
    this.removals = new StatementRemovals(text);
  }

  /** Puts text at an offset, outside of everything that is replaced. */
  insert(at: number, text: string, reason: EditReason, rank: Rank = 'prefix'): void {
    this.push([at, at], text, reason, ranks[rank]);
  }

  /** Replaces code; comments inside the range stay, after the new text. */
  replace(range: Range, text: string, reason: EditReason): void {
    const comments = this.text.commentsIn(range);
    const spaced = this.apart(range, text);
    if (comments.length === 0) this.push(range, spaced, reason);
    else this.replaceAround(comments, range, spaced, reason);
  }

  /** Replaces everything in the range, comments too: for texts that carry these comments themselves. */
  rebuild(range: Range, text: string, reason: EditReason): void {
    this.push(range, text, reason);
  }

  remove(range: Range, reason: EditReason): void {
    this.replace(range, '', reason);
  }

  /** Replaces code that strict mode reads differently, unless it goes anyway; what is said last of the same code counts. */
  mend({ range, text, within = range }: Pick<Mend, 'range' | 'text' | 'within'>): void {
    const isInsertion = range[0] === range[1];
    this.mends.set(isInsertion ? `insertion ${this.mends.size}` : String(range), { range, text, within });
  }

  /** Takes a whole statement away, with its line where nothing else stands on it. */
  removeStatement(range: Range, reason: EditReason): void {
    this.removals.add(range, reason);
  }

  /**
   * The edits in source order.
   *
   * @throws RangeError where two of them overlap
   */
  finish(): readonly Edit[] {
    this.removals.flush((range, text, reason) => {
      if (text === '') this.remove(range, reason);
      else this.replace(range, text, reason);
    });
    const mends = [...this.mends.values()].filter(({ within }) => !this.isReplaced(within));
    for (const { range, text } of mends.filter(closes).sort((a, b) => b.within[0] - a.within[0]))
      this.push(range, text, 'strict-mode', ranks.closing);
    for (const mend of mends.filter((each) => !closes(each))) {
      const isGuarded = mend.text.startsWith(';');
      this.push(
        mend.range,
        isGuarded ? mend.text.slice(1) : mend.text,
        'strict-mode',
        ranks.prefix,
        isGuarded,
      );
    }
    const sorted = this.entries.sort(
      (a, b) => a.start - b.start || a.rank - b.rank || a.end - b.end || a.order - b.order,
    );
    const edits: Edit[] = [];
    for (const { start, end, text, reason } of withGuards(sorted, this.text)) {
      const last = edits.at(-1);
      const inside = last !== undefined && start < last.end;
      if (inside && !(last.text === '' && start === end)) {
        throw new RangeError(`edit ${start}-${end} (${reason}) overlaps one that ends at ${last.end}`);
      }
      // What is put into a statement that disappears is put after it.
      edits.push(inside ? { start: last.end, end: last.end, text, reason } : { start, end, text, reason });
    }
    return edits;
  }

  private isReplaced([start, end]: Range): boolean {
    return this.entries.some((entry) => entry.start < entry.end && entry.start <= start && end <= entry.end);
  }

  /** `exports['a']in b` -> `a in b`: a name must not grow together with its neighbours. */
  private apart([start, end]: Range, text: string): string {
    const before = startsLikeName(text) && this.text.isIdentifierPart(start - 1) ? ' ' : '';
    const after = endsLikeName(text) && this.text.isIdentifierPart(end) ? ' ' : '';
    return before + text + after;
  }

  /** `exports /* a *\/ .b // c` -> `b /* a *\/ // c`, and no line break is lost after a line comment. */
  private replaceAround(comments: readonly Range[], range: Range, text: string, reason: EditReason): void {
    const last = this.postfixFollows(range);
    let at = range[0];
    for (const [index, comment] of comments.entries()) {
      const gap = index === 0 && text === '' ? '' : this.gap([at, comment[0]], index > 0);
      if (index === 0 && !last) this.push([at, comment[0]], text + (text.endsWith(' ') ? '' : gap), reason);
      else this.push([at, comment[0]], gap, reason);
      at = comment[1];
    }
    const tail = this.text.isLineComment(comments.at(-1) as Range) ? this.gap([at, range[1]], true) : '';
    this.push([at, range[1]], last ? tail + text : tail, reason);
  }

  /** What remains of the white space of removed code next to a comment. */
  private gap(range: Range, afterComment: boolean): string {
    const removed = this.text.slice(range);
    const space = (afterComment ? /^\s*/ : /\s*$/).exec(removed)?.[0] ?? '';
    return space;
  }

  /** Between an operand and its `++` no line break may come, so there the comments go first. */
  private postfixFollows(range: Range): boolean {
    const next = this.text.source.slice(this.text.skipSpaces(range[1])).slice(0, 2);
    return next === '++' || next === '--';
  }

  private push(
    [start, end]: Range,
    text: string,
    reason: EditReason,
    rank: number = ranks.prefix,
    isGuarded = false,
  ): void {
    if (start === end && text === '') return;
    const order = this.entries.length;
    this.entries.push({ start, end, text, reason, rank, order, isGuarded });
  }
}
