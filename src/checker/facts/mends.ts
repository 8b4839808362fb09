import type { Range } from './common.ts';

/** Edits that strict mode makes necessary. */

export interface Mend {
  readonly range: Range;
  readonly text: string;
  readonly code: string;
}
