import { formatPatch, type StructuredPatch, type StructuredPatchHunk, structuredPatch } from 'diff';
import type { Edit } from '../rewrite/edit.ts';
import { changedWindows, countLines, type Window } from './windows.ts';

/** A file before and after; `after` is null where only the name changes. */
export interface FileChange {
  readonly path: string;
  readonly output: string;
  before(): string;
  readonly after: string | null;
  /** Whether there is no such file yet. */
  readonly added: boolean;
  /** What turns one into the other; empty where that is not known. */
  readonly edits: readonly Edit[];
}

const CONTEXT = 3;
/** Comparing takes time by the square of the changed lines; beyond this many, one block replaces another. */
const MOST_CHANGED_LINES = 3_000;

export function hasChanges(file: FileChange): boolean {
  return file.output !== file.path || (file.after !== null && file.after !== file.before());
}

/**
 * The change of one file in git's extended unified format: `a/` and `b/` paths, renames named, CRLF and a missing
 * newline at the end kept as they are. An empty text where nothing changes.
 */
export function unifiedDiff(file: FileChange): string {
  return hasChanges(file) ? formatPatch(filePatch(file)) : '';
}

/** The same, taken apart into hunks. */
export function filePatch(file: FileChange): StructuredPatch {
  const hunks: StructuredPatchHunk[] = [];
  let growth = 0;
  for (const window of windowsOf(file)) {
    for (const hunk of hunksOf(window)) {
      const oldStart = hunk.oldStart + window.linesBefore;
      hunks.push({ ...hunk, oldStart, newStart: hunk.newStart + window.linesBefore + growth });
    }
    growth += countLines(window.after) - countLines(window.before);
  }
  return {
    oldFileName: file.added ? '/dev/null' : `a/${file.path}`,
    newFileName: `b/${file.output}`,
    oldHeader: undefined,
    newHeader: undefined,
    hunks,
    isGit: true,
    isCreate: file.added,
    isRename: file.output !== file.path,
  };
}

function windowsOf(file: FileChange): readonly Window[] {
  const { after, edits } = file;
  const text = file.before();
  if (after === null || after === text) return [];
  return edits.length > 0 ? changedWindows(text, edits, CONTEXT) : [{ linesBefore: 0, before: text, after }];
}

function hunksOf({ before, after }: Window): readonly StructuredPatchHunk[] {
  const limits = { context: CONTEXT, maxEditLength: MOST_CHANGED_LINES };
  const patch = structuredPatch('', '', before, after, undefined, undefined, limits);
  return patch?.hunks ?? [replacingAll(before, after)];
}

function replacingAll(before: string, after: string): StructuredPatchHunk {
  const removed = markedLines('-', before);
  const added = markedLines('+', after);
  return {
    oldStart: 1,
    oldLines: removed.count,
    newStart: 1,
    newLines: added.count,
    lines: [...removed.lines, ...added.lines],
  };
}

function markedLines(mark: string, text: string): { count: number; lines: readonly string[] } {
  const lines = text.split('\n').map((line) => mark + line);
  if (text.endsWith('\n') || text === '') return { count: lines.length - 1, lines: lines.slice(0, -1) };
  return { count: lines.length, lines: [...lines, '\\ No newline at end of file'] };
}
