import type { Loading } from './late/late-loads.ts';
import type { LinkModule, Target, Verdict } from './module.ts';
import type { Barrier, Noticeable } from './order/order.ts';
import type { Ordering } from './order/ordering.ts';
import type { Providers } from './re-export.ts';

/** What linking found: a verdict for each module, and why it may be carried out so. */
export interface Linked {
  readonly modules: ReadonlyMap<string, LinkModule>;
  readonly verdicts: ReadonlyMap<string, Verdict>;
  /** For each module the top-level requires that keep their place, and why. */
  readonly keptInOrder: ReadonlyMap<string, ReadonlyMap<number, Barrier>>;
  readonly noticeable: (target: Target) => Noticeable;
  readonly momentary: Ordering['momentary'];
  /** Whether a require stays a call in a converted module. */
  readonly staysCall: Ordering['staysCall'];
  readonly onlyByCall: Ordering['onlyByCall'];
  readonly plainly: Ordering['plainly'];
  readonly onPrimitives: Ordering['onPrimitives'];
  readonly silenced: Ordering['silenced'];
  readonly providers: Providers;
  readonly loading: Loading;
}
