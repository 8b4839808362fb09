import type { Range } from '../../../checker/facts.ts';
import type { FollowedModule } from '../module.ts';
import type { Placed } from './kept.ts';

/** A function that runs on the way to another one. */
export interface Step {
  readonly id: string;
  /** Where it begins. */
  readonly at: Range;
  /** It calls something that is not followed, which may be any function that it may know of. */
  readonly isOpen: boolean;
}

/** What led to what while it was searched for what a module runs. */
export class Way {
  readonly #from = new Map<Placed, Placed>();
  readonly #regions = new Map<string, Placed>();
  readonly #opened = new Map<string, Placed>();

  /** Running a value leads to others. */
  leads(from: Placed, to: readonly Placed[]): void {
    for (const one of to) if (!this.#from.has(one)) this.#from.set(one, from);
  }

  reaches({ id }: FollowedModule, region: number, by: Placed): void {
    const key = keyOf(id, region);
    if (!this.#regions.has(key)) this.#regions.set(key, by);
  }

  /** A value that is not followed may be any function of a module. */
  opens({ id }: FollowedModule, by: Placed): void {
    if (!this.#opened.has(id)) this.#opened.set(id, by);
  }

  /** The functions that lead from the top level of the first module to a region of one, in the order in which they run. */
  to({ id }: FollowedModule, region: number): readonly Step[] {
    const steps: Step[] = [];
    const direct = this.#regions.get(keyOf(id, region));
    let isOpen = direct === undefined;
    const seen = new Set<Placed>();
    for (
      let at = direct ?? this.#opened.get(id);
      at !== undefined && !seen.has(at);
      at = this.#from.get(at)
    ) {
      seen.add(at);
      const { module, value } = at;
      if (value.kind !== 'own') continue;
      const [start] = module.facts.runs.regions[value.region]!.range;
      if (at !== direct) steps.unshift({ id: module.id, at: [start, start], isOpen });
      isOpen = false;
    }
    // The first is the top level.
    return steps.slice(1);
  }
}

function keyOf(id: string, region: number): string {
  return `${region} ${id}`;
}
