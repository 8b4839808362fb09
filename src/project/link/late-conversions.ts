import type { RunRegion, RunValue } from '../../checker/facts.ts';
import { exportedBy } from './arguments.ts';
import type { Placed } from './kept.ts';
import type { FollowedModule } from './module.ts';
import { isSame } from './placed.ts';

/**
 * What converting objects of a module runs, or going through them, where that is sure to load something. Whether it is
 * done cannot be told, since most of what is converted comes from anywhere: it counts as done as soon as there are such
 * objects.
 */
export class LateConversions {
  readonly #modules: ReadonlyMap<string, FollowedModule>;

  constructor(modules: ReadonlyMap<string, FollowedModule>) {
    this.#modules = modules;
  }

  /** @param maker the class, or function, of which the objects are instances; null for all others */
  of(module: FollowedModule, maker: number | null): readonly Placed[] {
    const { unseen, regions } = module.facts.runs;
    return [...unseen.convert, ...unseen.iterate].flatMap((value) => {
      if (value.kind !== 'own') return [];
      const isPart = ({ parts }: RunRegion): boolean => parts.some((part) => isSame(part, value));
      const isMade = maker === null ? !regions.some(isPart) : isPart(regions[maker]!);
      if (!isMade || !this.#loads(module, value.region)) return [];
      return inside(module, value.region).map((region) => ({
        module,
        value: { kind: 'own', region },
        bare: true,
      }));
    });
  }

  /** Whether a function, or one inside of it, has a require in it, or calls one that has. */
  #loads(module: FollowedModule, region: number, seen = new Set<string>()): boolean {
    const key = `${module.id} ${region}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return inside(module, region).some((one) => {
      const { loads, calls } = module.facts.runs.regions[one]!;
      return loads.length > 0 || calls.some(({ callee }) => this.#leadsToLoad(module, callee, seen));
    });
  }

  #leadsToLoad(module: FollowedModule, callee: RunValue, seen: Set<string>): boolean {
    if (callee.kind === 'own') return this.#loads(module, callee.region, seen);
    const target = callee.kind === 'required' ? module.targets[callee.require]! : null;
    if (callee.kind !== 'required' || target?.kind !== 'module' || callee.path.length > 1) return false;
    const provider = this.#modules.get(target.id)!;
    return exportedBy(provider, callee.path).some((value) => this.#leadsToLoad(provider, value, seen));
  }
}

/** A function and those inside of it: an iterator is what a method returns. */
function inside({ facts }: FollowedModule, region: number): readonly number[] {
  const { regions } = facts.runs;
  const [start, end] = regions[region]!.range;
  return [...regions.keys()].filter((one) => {
    const { range } = regions[one]!;
    return range[0] >= start && range[1] <= end;
  });
}
