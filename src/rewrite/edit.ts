/**
 * An edit: replace the text from `start` to `end` by `text`. Every byte outside the edits of a file is the author's.
 */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly reason: EditReason;
}

export type EditReason =
  | 'export-declaration'
  | 'export-list'
  | 'export-default'
  | 'export-write'
  | 'export-read'
  | 'exports-object'
  | 'exports-alias'
  | 'commonjs-view'
  | 'import-declaration'
  | 'import-use'
  | 'create-require'
  | 'specifier'
  | 'runtime-feature'
  | 'strict-mode'
  | 'use-strict';

/**
 * The source with its edits applied.
 *
 * @param edits in source order, none overlapping another; insertions at one offset take effect in list order
 * @throws RangeError where an edit lies outside the source, before its predecessor's end, or the wrong way round
 */
export function applyEdits(source: string, edits: readonly Edit[]): string {
  let output = '';
  let end = 0;
  for (const edit of edits) {
    if (edit.start < end || edit.end < edit.start || edit.end > source.length) {
      throw new RangeError(`edit ${edit.start}-${edit.end} (${edit.reason}) does not follow ${end}`);
    }
    output += source.slice(end, edit.start) + edit.text;
    end = edit.end;
  }
  return output + source.slice(end);
}
