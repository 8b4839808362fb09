/** What one path is to hold once a run is written. A renamed file is two changes: one path loses it, another gets it. */
export interface Change {
  /** Relative to the root, with `/`. */
  readonly path: string;
  /** What the plan was made from; null: there is no such file. */
  readonly before: Content | null;
  /** Null: the file goes. */
  readonly after: Content | null;
  /** The path whose mode the file keeps; null for a file that is new. */
  readonly modeOf: string | null;
}

/** A text, or whatever bytes a path holds when writing begins: of files that could not be read as text. */
export type Content = { readonly text: string } | { readonly bytesOf: string };

/** Why nothing was written, or nothing undone: the person can put it right. */
export class WriteRefused extends Error {
  override readonly name = 'WriteRefused';
}

/** `lib/a.js has changed ...`, each on a line of its own where there are several; a long list is cut. */
export function refusal(heading: string, reasons: readonly string[]): WriteRefused {
  const shown = reasons.slice(0, SHOWN).map((reason) => `\n  ${reason}`);
  const more = reasons.length > SHOWN ? `\n  and ${reasons.length - SHOWN} more` : '';
  return new WriteRefused(`${heading}${shown.join('')}${more}`);
}

const SHOWN = 20;
