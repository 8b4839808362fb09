import { type LinesOf, renderFindings } from '../checker/diagnostics/render.ts';
import type { Finding } from '../checker/finding.ts';
import { applyEdits, type Edit } from '../rewrite/edit.ts';
import type { ConfigChange } from './configs/config-changes.ts';
import type { PathProblem } from './files/problem.ts';
import type { ManifestChange } from './manifest-changes.ts';
import type { Bridge } from './paths/bridges.ts';
import { toolConfigOf } from './paths/tool-configs.ts';
import { problemFinding } from './problem-finding.ts';
import type { Diagnostic, FileReport, FileStatus } from './report.ts';
import type { RewrittenFile } from './rewrite-files.ts';
import type { Texts } from './scanning/texts.ts';

/** What a plan says about one file. Texts are put together when they are asked for: few runs show or write them all. */
export interface PlannedFile {
  readonly path: string;
  readonly output: string;
  readonly row: FileReport;
  /** The text that the plan was made from; empty for a new file. */
  before(): string;
  /** Null: the content stays as it is. */
  readonly after: string | null;
  /** Whether there is no such file yet. */
  readonly added: boolean;
  readonly edits: readonly Edit[];
}

/**
 * @param output its path from now on
 * @param more what is to be said of that
 */
export function sourceFile(
  { id, outcome, edits, changed }: RewrittenFile,
  output: string,
  more: readonly Finding[],
  { texts, linesOf }: { readonly texts: Texts; readonly linesOf: LinesOf },
): PlannedFile {
  const { status, shape, findings } = outcome;
  const diagnostics = renderFindings([...findings, ...more], id, linesOf);
  const row: FileReport = { path: id, output, kind: 'source', status, shape, diagnostics };
  return new Source(configRow(row), edits, changed, texts);
}

/** A class, since there may be many: an object literal with a getter takes more memory than all else in it. */
class Source implements PlannedFile {
  readonly path: string;
  readonly output: string;
  readonly row: FileReport;
  readonly added = false;
  readonly #edits: () => readonly Edit[];
  readonly #changed: boolean;
  readonly #texts: Texts;

  constructor(row: FileReport, edits: () => readonly Edit[], changed: boolean, texts: Texts) {
    this.path = row.path;
    this.output = row.output;
    this.row = row;
    this.#edits = edits;
    this.#changed = changed;
    this.#texts = texts;
  }

  get edits(): readonly Edit[] {
    return this.#edits();
  }

  /** A function of its own, so that it may be taken out of the object. */
  readonly before = (): string => this.#texts.get(this.path) ?? '';

  get after(): string | null {
    return this.#changed ? applyEdits(this.before(), this.edits) : null;
  }
}

/** The configuration of a tool is no source: what stays for the tool's sake is not refused. */
function configRow(row: FileReport): FileReport {
  if (toolConfigOf(row.path) === null) return row;
  const isRefused = row.diagnostics.some(({ severity }) => severity === 'refusal');
  const status = row.status === 'refused' && !isRefused ? 'unchanged' : row.status;
  return { ...row, kind: 'config', status };
}

/** Stands where a renamed file stood. */
export function bridgeFile({ path, text }: Bridge): PlannedFile {
  const row: FileReport = {
    path,
    output: path,
    kind: 'package',
    status: 'converted',
    shape: null,
    diagnostics: [],
  };
  return { path, output: path, row, before: () => '', after: text, added: true, edits: [] };
}

export function changedFile(
  { path, before, after, findings }: ManifestChange | ConfigChange,
  kind: 'package' | 'config',
): PlannedFile {
  const changed = after !== before;
  const diagnostics = renderFindings(findings, path, () => null);
  const status = changed ? 'converted' : statusOf(diagnostics);
  const row: FileReport = { path, output: path, kind, status, shape: null, diagnostics };
  const added = before === null;
  return {
    path,
    output: path,
    row,
    before: () => before ?? '',
    after: changed ? after : null,
    added,
    edits: [],
  };
}

export function problemFile({ path, ...problem }: PathProblem): PlannedFile {
  const diagnostics = renderFindings([problemFinding(problem)], path, () => null);
  const status = statusOf(diagnostics);
  const row: FileReport = { path, output: path, kind: 'source', status, shape: null, diagnostics };
  return { path, output: path, row, before: () => '', after: null, added: false, edits: [] };
}

/** The status of what was not converted. */
function statusOf(diagnostics: readonly Diagnostic[]): FileStatus {
  return diagnostics.some(({ severity }) => severity === 'error') ? 'error' : 'unchanged';
}
