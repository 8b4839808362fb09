import { basename } from 'node:path';
import { explainCode } from '../../checker/diagnostics/explain.ts';
import { LINE_TERMINATOR } from '../../checker/diagnostics/lines.ts';
import type { Diagnostic } from '../../project/report.ts';
import { hasPlace } from '../frame.ts';
import type { Reviewed, ReviewedFile, ReviewOptions } from '../reporter.ts';
import { sourcesOf } from '../sources.ts';
import { clip, printable } from '../terminal.ts';
import { filePatch } from '../unified.ts';
import type { PageData, PageDiagnostic, PageFile, PageFrame, PageHunk } from './data.ts';

/** Longer lines are generated code: a reader needs the start of it, and the browser is spared the rest. */
const WIDTH = 600;
/** Of a long line with a place in it, what stands before that is shown so far. */
const BEFORE_PLACE = 80;

/** The page's data but for the files, which `pageFiles` gives one by one. */
export function pageOutline(review: Reviewed, options: ReviewOptions): Omit<PageData, 'files'> {
  const { root, written, files } = review.report;
  const codes = new Set(files.flatMap(({ diagnostics }) => diagnostics.map(({ code }) => code)));
  const { edges, cycles } = review.graph();
  const indexes = new Map(
    files.flatMap(({ path, kind }, index) => (kind === 'source' ? [[path, index]] : [])),
  );
  return {
    title: basename(root),
    written,
    refusedFirst: options.refused === 'first',
    edges: edges.flatMap(({ from, to, kind }) => {
      const [start, end] = [indexes.get(from), indexes.get(to)];
      return start === undefined || end === undefined ? [] : [[start, end, kind] as const];
    }),
    cycles: cycles.map((cycle) => cycle.flatMap((id) => indexes.get(id) ?? [])),
    codeTitles: Object.fromEntries([...codes].map((code) => [code, explainCode(code)?.title ?? ''])),
  };
}

/** Each file of the review with its diff and the code around its findings. */
export function* pageFiles({ report, files }: Reviewed): Iterable<PageFile> {
  const fileOf = new Map(files.map((file) => [file.row, file]));
  const linesOf = linesFrom(sourcesOf(files));
  for (const row of report.files) {
    const file = fileOf.get(row) ?? null;
    const added = file?.added ?? false;
    yield {
      ...row,
      key: added ? `+${row.path}` : row.path,
      added,
      diagnostics: row.diagnostics.map((diagnostic) => pageDiagnostic(row.path, diagnostic, linesOf)),
      hunks: file === null ? [] : hunksOf(file),
    };
  }
}

type LinesOf = (path: string) => readonly string[] | null;

function linesFrom(sourceOf: (path: string) => string | null): LinesOf {
  let latest: { path: string; lines: readonly string[] | null } | null = null;
  return (path) => {
    if (latest?.path !== path) latest = { path, lines: sourceOf(path)?.split(LINE_TERMINATOR) ?? null };
    return latest.lines;
  };
}

function hunksOf(file: ReviewedFile): readonly PageHunk[] {
  return filePatch(file).hunks.map(({ oldStart, newStart, lines }) => ({
    oldStart,
    newStart,
    lines: lines.map((line) => shown(line.replace(/\r$/, ''), 0)),
  }));
}

function pageDiagnostic(path: string, diagnostic: Diagnostic, linesOf: LinesOf): PageDiagnostic {
  return {
    ...diagnostic,
    frame: hasPlace(diagnostic) ? frameOf(linesOf(path), diagnostic, 2) : null,
    related: diagnostic.related.map((place) => ({ ...place, frame: frameOf(linesOf(place.path), place, 0) })),
  };
}

function frameOf(
  lines: readonly string[] | null,
  { line, column }: { readonly line: number; readonly column: number },
  context: number,
): PageFrame | null {
  if (lines === null || lines[line - 1] === undefined) return null;
  const firstLine = Math.max(1, line - context);
  const left = lines[line - 1]!.length > WIDTH ? Math.max(0, column - BEFORE_PLACE) : 0;
  return {
    firstLine,
    left,
    lines: lines.slice(firstLine - 1, line + context).map((each) => shown(each, left)),
  };
}

/** A browser would not show control characters, and would let some of them reorder the code. */
function shown(line: string, from: number): string {
  return printable(clip(line, from, WIDTH));
}
