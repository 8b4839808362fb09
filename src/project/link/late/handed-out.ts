import type { RunValue } from '../../../checker/facts.ts';
import type { FollowedModule } from '../module.ts';
import type { Kept, Placed } from './kept.ts';

/**
 * What others can run while a module, the root, is loaded for the first time: nothing of modules that only come after it,
 * and none of its own functions before it hands some out.
 */
export class HandedOut {
  readonly root: string;
  readonly #kept: Kept;
  readonly #isLater: (id: string) => boolean;
  #isOut: boolean;
  readonly #asked = new Set<Placed>();

  /**
   * @param isShared others have its exports before it is done
   * @param isLater tells the modules that come after it
   */
  constructor(root: string, kept: Kept, isShared: boolean, isLater: (id: string) => boolean) {
    this.root = root;
    this.#kept = kept;
    this.#isOut = isShared;
    this.#isLater = isLater;
  }

  /** What code outside of the project was given. */
  outside(): readonly Placed[] {
    return this.#now(this.#kept.outside());
  }

  /** Modules of which one that is not followed may run anything. */
  openTo(module: FollowedModule, known: readonly FollowedModule[]): readonly FollowedModule[] {
    if (module.id === this.root) return known.filter(({ id }) => !this.#isLater(id));
    return this.#now(known.map((one) => ({ module: one, value: unknown, bare: true }))).map(
      (placed) => placed.module,
    );
  }

  /** @returns what may run from now on, since a function of the root has run that hands others out */
  after(module: FollowedModule, region: number): readonly Placed[] {
    if (this.#isOut || module.id !== this.root || !this.#kept.isGivenBy(module, region)) return [];
    this.#isOut = true;
    return [...this.#asked];
  }

  #now(asked: readonly Placed[]): readonly Placed[] {
    return asked.filter((placed) => {
      const from = [placed.module.id, makerOf(placed)];
      if (from.some(this.#isLater)) return false;
      const isThere = this.#isOut || !from.includes(this.root);
      if (!isThere) this.#asked.add(placed);
      return isThere;
    });
  }
}

const unknown: RunValue = { kind: 'unknown' };

/** The module that has to be loaded before another one can hand on a value of its. */
function makerOf({ module, value }: Placed): string {
  if (value.kind === 'made') return makerOf({ module, value: value.callee, bare: true });
  if (value.kind !== 'required' && value.kind !== 'result') return module.id;
  const target = module.targets[value.require]!;
  return target.kind === 'module' ? target.id : module.id;
}
