import type { Range } from './common.ts';

/** Edits that strict mode makes necessary. */

export interface Mend {
  readonly range: Range;
  readonly text: string;
  /** It goes with what stands here, where that is not its own range. */
  readonly within?: Range;
  readonly code: string;
}
