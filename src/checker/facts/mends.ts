import type { Range } from './common.ts';

/** Edits that strict mode makes necessary. */

export interface Mend {
  readonly range: Range;
  /** One that starts with a semicolon starts a statement: the semicolon stays where the one before would go on else. */
  readonly text: string;
  /** It goes with what stands here, where that is not its own range. */
  readonly within?: Range;
  readonly code: string;
}
