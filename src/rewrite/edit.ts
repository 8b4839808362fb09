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
