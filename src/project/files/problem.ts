import type { DiagnosticCode } from '../../checker/diagnostics/codes.ts';

/** Why a file or folder cannot be taken, as a code with arguments: it becomes a diagnostic without a place. */
export interface FileProblem {
  readonly code: DiagnosticCode & FileProblemCode;
  readonly args: Readonly<Record<string, string | number>>;
}

/** A problem with the path that it is about, relative to the root, with `/`. */
export interface PathProblem extends FileProblem {
  readonly path: string;
}

export type FileProblemCode =
  | 'unreadable'
  | 'vanished'
  | 'broken-symlink'
  | 'binary'
  | 'encoding'
  | 'too-large'
  | 'no-such-path'
  | 'outside-project'
  | 'link-outside'
  | 'not-javascript'
  | 'invalid-package-json';

/** `EACCES`, `ENOENT`, ...; an empty string for what is no error of the operating system. */
export function errorCode(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}
