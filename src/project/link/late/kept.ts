import type { RunCall, RunValue } from '../../../checker/facts.ts';
import type { FollowedModule } from '../module.ts';

/** A value that is run, as seen from the module in whose facts it stands. */
export interface Placed {
  readonly module: FollowedModule;
  readonly value: RunValue;
  /** It may be called with anything. */
  readonly bare: boolean;
  /** It is called with nothing that has functions in it. */
  readonly plain?: boolean;
  /** What the function around was given that made it. */
  readonly within?: Within;
}

/** A call of a function that made another one. */
export interface Within {
  readonly region: number;
  readonly given: readonly (readonly Placed[])[];
}

/** What modules, and code outside of the project, were given and may have kept, to run it at any time. */
export class Kept {
  readonly #givenTo = new Map<string, Placed[]>();
  readonly #givers = new Map<string, readonly string[]>();
  readonly #outside: Placed[] = [];

  constructor(modules: ReadonlyMap<string, FollowedModule>) {
    for (const module of modules.values()) {
      for (const { calls } of module.facts.runs.regions) for (const call of calls) this.#note(module, call);
    }
  }

  #note(module: FollowedModule, { callee, given }: RunCall): void {
    const values = (given ?? []).flat();
    if (values.length === 0) return;
    const keeper = keeperOf(module, callee);
    if (keeper === null) return;
    const list = keeper === OUTSIDE ? this.#outside : (this.#givenTo.get(keeper) ?? []);
    if (keeper !== OUTSIDE) this.#givenTo.set(keeper, list);
    for (const value of values) list.push({ module, value, bare: true });
  }

  outside(): readonly Placed[] {
    return this.#outside;
  }

  /** Whether running a part of a module may give something to another one, to keep it. */
  isGivenBy(module: FollowedModule, region: number): boolean {
    return module.facts.runs.regions[region]!.calls.some(({ callee, given, objects = false }) => {
      const mayGive = given === null || objects || given.flat().length > 0;
      const keeper = mayGive ? keeperOf(module, callee) : null;
      return keeper !== null && keeper !== OUTSIDE && keeper !== module.id;
    });
  }

  /** The modules that gave a module something, by way of others too. */
  givers(id: string): readonly string[] {
    let givers = this.#givers.get(id);
    if (givers === undefined) {
      givers = this.#findGivers(id);
      this.#givers.set(id, givers);
    }
    return givers;
  }

  #findGivers(id: string): readonly string[] {
    const givers = new Set<string>();
    const passedOn = new Set([id]);
    for (const keeper of passedOn) {
      for (const { module, value } of this.#givenTo.get(keeper) ?? []) {
        givers.add(module.id);
        // What is only passed on was given to the giver before.
        if (value.kind !== 'own') passedOn.add(module.id);
      }
    }
    givers.delete(id);
    return [...givers];
  }
}

const OUTSIDE = '';

/** Who gets what a call hands over: another module, or code outside; null for the file itself. */
function keeperOf(module: FollowedModule, callee: RunValue): string | null {
  if (callee.kind === 'global') return OUTSIDE;
  if (callee.kind !== 'required' && callee.kind !== 'result') return null;
  const target = module.targets[callee.require]!;
  return target.kind === 'module' ? target.id : OUTSIDE;
}
