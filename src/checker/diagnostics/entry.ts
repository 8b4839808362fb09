import type { Severity } from './diagnostic.ts';

/** One row of the table of diagnostics: everything that is ever said about a code stands here. */
export interface DiagnosticEntry {
  readonly severity: Severity;
  /** A few words, no full stop: the heading in `explain` and in docs/diagnostics.md. */
  readonly title: string;
  /** One sentence that says why, with the names and places of the case at hand. */
  readonly message: (args: DiagnosticArgs) => string;
  /** What would settle it: the answer to give, or the change to make. */
  readonly help: (args: DiagnosticArgs) => string;
  /** A paragraph or two for `explain`: the semantics behind it, with the section of the standard or of Node's docs. */
  readonly explanation: string;
  /** A program that shows what would have gone wrong; run by a test. Null only where no input can bring it about. */
  readonly example: DiagnosticExample | null;
}

export type DiagnosticArgs = Readonly<Record<string, string | number>>;

/**
 * A tiny project and the naive conversion of it. Running `node main.js` before and `node main.mjs` after prints
 * different things (or fails): that is the proof that the refusal is needed. For a code that is no danger but a fact
 * (a syntax error, a note), `naive` is null and only the report is checked.
 */
export interface DiagnosticExample {
  /** Path -> source. The diagnostic is reported for `file`; `main.js` is run. */
  readonly files: Readonly<Record<string, ExampleFile>>;
  readonly file: string;
  /** What is named on the command line; by default the whole folder. */
  readonly paths?: readonly string[];
  /** Reported only where the file is converted on its own: linking, which sees its importers, settles it. */
  readonly alone?: true;
  /** What is asked for apart from the defaults. */
  readonly options?: { readonly lazy: 'refuse' };
  /** Path -> source of the conversion that people (or other tools) would write; `main.mjs` or `main.cjs` is run. */
  readonly naive: Readonly<Record<string, string>> | null;
}

/** Source text, or what makes the file a special one. */
export type ExampleFile =
  | string
  | { readonly hex: string }
  | { readonly linkTo: string }
  | { readonly megabytes: number }
  | { readonly repeat: string; readonly times: number }
  /** Found by the run, then gone (or turned into a folder) before it is read. */
  | { readonly meanwhile: 'removed' | 'folder' };
