import picocolors from 'picocolors';
import type { FileStatus, Severity } from '../project/report.ts';

/** Colours by meaning; each is the identity where colours are off. */
export type Paint = ReturnType<typeof paints>;

type Brush = (text: string) => string;

export function paints(enabled: boolean) {
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
