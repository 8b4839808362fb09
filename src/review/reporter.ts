import type { Graph } from '../project/graph.ts';
import type { FileReport, Report } from '../project/report.ts';
import type { RefusedPlace } from './folders.ts';
import type { FileChange } from './unified.ts';

/** What reporters work from: a report, and the texts behind it. A Plan is one. */
export interface Reviewed {
  readonly report: Report;
  /** The files that were read. */
  readonly files: readonly ReviewedFile[];
  /** Who imports whom. */
  readonly graph: () => Graph;
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
  /** Whether refused files come before or after the others. */
  readonly refused: RefusedPlace;
  /** The folder that paths are shown relative to where a reader expects that of its own repository; null: the root. */
  readonly checkout: string | null;
  /** What a person could do next; null where there is nothing to say. */
  readonly hint: string | null;
}

/** One way to print a review. The text comes in pieces, so that no one holds the diff of a whole codebase at once. */
export type Reporter = (review: Reviewed, options: ReviewOptions) => Iterable<string>;
