import type { FileReport, Report } from '../project/report.ts';
import type { FileChange } from './unified.ts';

/** What reporters work from: a report, and the texts behind it. A Plan is one. */
export interface Reviewed {
  readonly report: Report;
  /** The files that were read. */
  readonly files: readonly ReviewedFile[];
}

export interface ReviewedFile extends FileChange {
  readonly row: FileReport;
}

export interface ReviewOptions {
  readonly colors: boolean;
  /** Whether diffs are shown. */
  readonly diff: boolean;
  /** Only the summary. */
  readonly quiet: boolean;
  /** What a person could do next; null where there is nothing to say. */
  readonly hint: string | null;
}

/** One way to print a review. The text comes in pieces, so that no one holds the diff of a whole codebase at once. */
export type Reporter = (review: Reviewed, options: ReviewOptions) => Iterable<string>;
