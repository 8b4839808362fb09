import type { GraphEdge } from '../../project/graph.ts';
import type { Diagnostic, FileReport, RelatedDiagnostic } from '../../project/report.ts';

/** All that the page knows: plain data, written into it as JSON. */
export interface PageData {
  /** The name of the folder that was reviewed. */
  readonly title: string;
  readonly written: boolean;
  readonly refusedFirst: boolean;
  readonly edges: readonly PageEdge[];
  /** Groups of files that import each other, by index. */
  readonly cycles: readonly (readonly number[])[];
  /** What each code that occurs means, in a few words. */
  readonly codeTitles: Readonly<Record<string, string>>;
  readonly files: readonly PageFile[];
}

/** One file names another, both by index. */
export type PageEdge = readonly [from: number, to: number, kind: GraphEdge['kind']];

export interface PageFile extends Omit<FileReport, 'diagnostics'> {
  /** Stands for the file in links; the path alone may belong to two (a file that moved away and what took its place). */
  readonly key: string;
  readonly added: boolean;
  readonly diagnostics: readonly PageDiagnostic[];
  readonly hunks: readonly PageHunk[];
}

export interface PageHunk {
  readonly oldStart: number;
  readonly newStart: number;
  /** Each with its mark in front. */
  readonly lines: readonly string[];
}

export interface PageDiagnostic extends Omit<Diagnostic, 'related'> {
  readonly frame: PageFrame | null;
  readonly related: readonly PageRelated[];
}

export interface PageRelated extends RelatedDiagnostic {
  readonly frame: PageFrame | null;
}

/** The lines around a place. */
export interface PageFrame {
  readonly firstLine: number;
  /** How many characters of each line are left out at its start; an ellipsis then stands for them. */
  readonly left: number;
  readonly lines: readonly string[];
}
