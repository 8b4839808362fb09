import type { ScanContext } from '../context.ts';
import type { Places } from '../exports/places.ts';
import type { ValueUses } from './value-uses.ts';

/** What the parts of one scan of requires share. */
export interface RequireScan {
  readonly context: ScanContext;
  readonly places: Places;
  readonly uses: ValueUses;
}
