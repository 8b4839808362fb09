import picocolors from 'picocolors';
import type { FileStatus, Severity } from '../project/report.ts';

type Brush = (text: string) => string;

/** Colours by meaning; each is the identity where colours are off. */
export interface Paint
  extends Readonly<
    Record<
      'folder' | 'path' | 'faint' | 'code' | 'added' | 'removed' | 'addedWord' | 'removedWord' | 'hunk',
      Brush
    >
  > {
  readonly severity: Readonly<Record<Severity, Brush>>;
  readonly status: Readonly<Record<FileStatus, Brush>>;
}

export function paints(enabled: boolean): Paint {
  const colors = picocolors.createColors(enabled);
  const severity: Record<Severity, Brush> = {
    refusal: colors.yellow,
    error: colors.red,
    warning: colors.magenta,
    note: colors.blue,
  };
  const status: Record<FileStatus, Brush> = {
    converted: colors.green,
    unchanged: colors.dim,
    refused: colors.yellow,
    error: colors.red,
  };
  return {
    severity,
    status,
    folder: (text: string) => colors.bold(colors.underline(text)),
    path: colors.bold,
    faint: colors.dim,
    code: colors.cyan,
    added: colors.green,
    removed: colors.red,
    addedWord: (text: string) => colors.inverse(colors.green(text)),
    removedWord: (text: string) => colors.inverse(colors.red(text)),
    hunk: colors.cyan,
  };
}
