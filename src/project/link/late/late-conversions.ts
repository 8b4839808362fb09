import type { RunValue } from '../../../checker/facts.ts';
import type { FollowedModule } from '../module.ts';
import { exportedBy } from './arguments.ts';
import type { Placed } from './kept.ts';
import { isSame, unseenOf } from './placed.ts';

/**
 * What converting objects of a module runs, or going through them, where that is sure to load something. Whether it is
 * done cannot be told, since most of what is converted comes from anywhere: it counts as done as soon as there are such
 * objects.
 */
export class LateConversions {
  readonly #modules: ReadonlyMap<string, FollowedModule>;
  /** Whether functions load something, by module and region. */
  readonly #known = new Map<string, boolean>();
  readonly #insides = new Map<string, readonly number[]>();
  readonly #ofNoInstances = new Map<string, readonly Placed[]>();

  constructor(modules: ReadonlyMap<string, FollowedModule>) {
    this.#modules = modules;
  }

  /** Of objects that are no instances of a class or function of the module. */
  ofNoInstances(id: string): readonly Placed[] {
    let found = this.#ofNoInstances.get(id);
    if (found === undefined) {
      found = this.of(this.#modules.get(id)!, null);
      this.#ofNoInstances.set(id, found);
    }
    return found;
  }

  /** @param maker the class, or function, of which the objects are instances; null for all others */
  of(module: FollowedModule, maker: number | null): readonly Placed[] {
    const { regions, ofInstances } = module.facts.runs;
    return unseenOf(module).flatMap((value) => {
      if (value.kind !== 'own') return [];
      const isMade =
        maker === null
          ? !ofInstances.includes(value.region)
          : regions[maker]!.parts.some((part) => isSame(part, value));
      if (!isMade || !this.#loads(module, value.region)) return [];
      return this.#inside(module, value.region).map((region) => ({
        module,
        value: { kind: 'own', region },
        bare: true,
      }));
    });
  }

  /** Whether a function, or one inside of it, has a require in it, or calls one that has. */
  #loads(module: FollowedModule, region: number): boolean {
    const seen = new Map<string, boolean>();
    const loads = this.#leads(module, region, seen);
    // Where nothing was found, nothing of what was looked at leads there.
    for (const [key, found] of seen) if (found || !loads) this.#known.set(key, found);
    return loads;
  }

  #leads(module: FollowedModule, region: number, seen: Map<string, boolean>): boolean {
    const key = `${module.id} ${region}`;
    const known = this.#known.get(key) ?? seen.get(key);
    if (known !== undefined) return known;
    seen.set(key, false);
    const leads = this.#inside(module, region).some((one) => {
      const { loads, calls } = module.facts.runs.regions[one]!;
      return loads.length > 0 || calls.some(({ callee }) => this.#leadsToLoad(module, callee, seen));
    });
    seen.set(key, leads);
    return leads;
  }

  #leadsToLoad(module: FollowedModule, callee: RunValue, seen: Map<string, boolean>): boolean {
    if (callee.kind === 'own') return this.#leads(module, callee.region, seen);
    const target = callee.kind === 'required' ? module.targets[callee.require]! : null;
    if (callee.kind !== 'required' || target?.kind !== 'module' || callee.path.length > 1) return false;
    const provider = this.#modules.get(target.id)!;
    return exportedBy(provider, callee.path).some((value) => this.#leadsToLoad(provider, value, seen));
  }

  /** A function and those inside of it: an iterator is what a method returns. */
  #inside(module: FollowedModule, region: number): readonly number[] {
    const key = `${module.id} ${region}`;
    let found = this.#insides.get(key);
    if (found === undefined) {
      const { regions } = module.facts.runs;
      const [start, end] = regions[region]!.range;
      found = [...regions.keys()].filter((one) => {
        const { range } = regions[one]!;
        return range[0] >= start && range[1] <= end;
      });
      this.#insides.set(key, found);
    }
    return found;
  }
}
