import { formatPatch, type StructuredPatch, structuredPatch } from 'diff';

/** A file before and after; `after` is null where only the name changes. */
export interface FileChange {
  readonly path: string;
  readonly output: string;
  before(): string;
  readonly after: string | null;
}

/** Comparing takes time that grows with the square of the changed lines; beyond this many, one block replaces another. */
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
  const before = file.before();
  const after = file.after ?? before;
  const names = [`a/${file.path}`, `b/${file.output}`] as const;
  const patch =
    structuredPatch(...names, before, after, undefined, undefined, {
      context: 3,
      maxEditLength: MOST_CHANGED_LINES,
    }) ?? replacingAll(...names, before, after);
  return { ...patch, isGit: true, isRename: file.output !== file.path };
}

function replacingAll(
  oldFileName: string,
  newFileName: string,
  before: string,
  after: string,
): StructuredPatch {
  const removed = markedLines('-', before);
  const added = markedLines('+', after);
  const hunk = {
    oldStart: 1,
    oldLines: removed.count,
    newStart: 1,
    newLines: added.count,
    lines: [...removed.lines, ...added.lines],
  };
  return { oldFileName, newFileName, oldHeader: undefined, newHeader: undefined, hunks: [hunk] };
}

function markedLines(mark: string, text: string): { count: number; lines: readonly string[] } {
  const lines = text.split('\n').map((line) => mark + line);
  if (text.endsWith('\n') || text === '') return { count: lines.length - 1, lines: lines.slice(0, -1) };
  return { count: lines.length, lines: [...lines, '\\ No newline at end of file'] };
}
