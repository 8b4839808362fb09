/**
 * Semicolons in front of statements that mends change: each stays where the text that is there in the end would continue the
 * statement before (ECMA-262 §12.10.3).
 */
import type { Edit } from './edit.ts';
import { mayContinue, type SourceText } from './text.ts';

/** `isGuarded`: it starts a statement that must not continue the one before. */
export interface GuardedEdit extends Edit {
  readonly isGuarded: boolean;
  readonly rank: number;
}

/** @param edits in source order */
export function withGuards(edits: readonly GuardedEdit[], text: SourceText): readonly Edit[] {
  const result: Edit[] = [...edits];
  for (const edit of edits) {
    if (!edit.isGuarded) continue;
    const opening = edits.findIndex(({ start, rank }) => start === edit.start && rank === edit.rank);
    const isEnded = opensList.test(text.source.charAt(text.previousTokenEnd(edit.start) - 1));
    if (!isEnded && mayContinue(openingText(edits, opening, text)))
      result[opening] = { ...edits[opening]!, text: `;${edits[opening]!.text}` };
  }
  return result;
}

/** After these, or at the start of the file, nothing can be continued. */
const opensList = /^[;{]?$/;

/** What the text begins with that stands where an edit does, once all of them are made. */
function openingText(edits: readonly Edit[], from: number, text: SourceText): string {
  let at = edits[from]!.start;
  for (const edit of edits.slice(from)) {
    const next = text.nextToken(at);
    if (edit.start > next) break;
    if (edit.text.trim() !== '') return edit.text.trimStart();
    at = Math.max(at, edit.end);
  }
  const next = text.nextToken(at);
  return text.source.slice(next, next + 1);
}
