import { type Change, diffWordsWithSpace } from 'diff';

/** A line of a hunk, taken apart where its words changed. */
export interface MarkedLine {
  readonly mark: string;
  readonly parts: readonly Part[];
}

export interface Part {
  readonly text: string;
  readonly changed: boolean;
}

/** Comparing words takes time by the square of their number; a reader of so much text at once gains nothing. */
const MOST_CHARACTERS = 10_000;
/** Where less than this share of a block stayed, marks in it would only be noise. */
const LEAST_IN_COMMON = 0.25;

/**
 * The lines of a hunk (each with its mark in front, as `filePatch` gives them) with the words marked that changed.
 * Removed lines are compared with the added lines that follow them, as one text: a statement may span several lines.
 */
export function markWords(lines: readonly string[]): readonly MarkedLine[] {
  const marked = lines.map((line): MarkedLine => ({ mark: line[0] ?? ' ', parts: [whole(line.slice(1))] }));
  for (const { removed, added } of blocksOf(lines)) {
    const changes = changesBetween(textOf(lines, removed), textOf(lines, added));
    if (changes === null) continue;
    for (const [index, parts] of partsByLine(changes, 'removed').entries())
      marked[removed[index]!] = { mark: '-', parts };
    for (const [index, parts] of partsByLine(changes, 'added').entries())
      marked[added[index]!] = { mark: '+', parts };
  }
  return marked;
}

interface Block {
  readonly removed: readonly number[];
  readonly added: readonly number[];
}

/** The indexes of removed lines that added lines follow. */
function blocksOf(lines: readonly string[]): readonly Block[] {
  const blocks: Block[] = [];
  let removed: number[] = [];
  let added: number[] = [];
  const close = (): void => {
    if (removed.length > 0 && added.length > 0) blocks.push({ removed, added });
    [removed, added] = [[], []];
  };
  for (const [index, line] of lines.entries()) {
    const mark = line[0];
    if (mark === '-' && added.length > 0) close();
    if (mark === '-') removed.push(index);
    else if (mark === '+') added.push(index);
    else if (mark !== '\\') close();
  }
  close();
  return blocks;
}

function textOf(lines: readonly string[], indexes: readonly number[]): string {
  return indexes.map((index) => lines[index]!.slice(1)).join('\n');
}

/** What changed between two texts; null where marks would not help. */
function changesBetween(before: string, after: string): readonly Change[] | null {
  if (before.length + after.length > MOST_CHARACTERS) return null;
  const changes = diffWordsWithSpace(before, after);
  const common = changes.reduce((sum, change) => sum + (isCommon(change) ? inkOf(change.value) : 0), 0);
  return common < LEAST_IN_COMMON * Math.min(inkOf(before), inkOf(after)) ? null : changes;
}

function isCommon({ added, removed }: Change): boolean {
  return !added && !removed;
}

function inkOf(text: string): number {
  return text.replace(/\s/g, '').length;
}

/** The changes as one side sees them, line by line. */
function partsByLine(changes: readonly Change[], side: 'removed' | 'added'): readonly (readonly Part[])[] {
  const lines: Part[][] = [[]];
  for (const change of changes) {
    if (!isCommon(change) && !change[side]) continue;
    const [first = '', ...others] = change.value.split('\n');
    const changed = !isCommon(change);
    if (first !== '') lines.at(-1)!.push({ text: first, changed });
    for (const text of others) lines.push(text === '' ? [] : [{ text, changed }]);
  }
  return lines.map(joined);
}

/** Space between two changed words belongs to the change. */
function joined(parts: readonly Part[]): readonly Part[] {
  const result: Part[] = [];
  for (const [index, part] of parts.entries()) {
    const isBridge = part.text.trim() === '' && result.at(-1)?.changed && parts[index + 1]?.changed;
    const changed = part.changed || isBridge === true;
    const last = result.at(-1);
    if (last?.changed === changed) result[result.length - 1] = { text: last.text + part.text, changed };
    else result.push({ text: part.text, changed });
  }
  return result;
}

function whole(text: string): Part {
  return { text, changed: false };
}
