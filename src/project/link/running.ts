import type { RunCall, RunValue } from '../../checker/facts.ts';
import { builtinMethods } from '../../checker/timeline/known-globals.ts';
import { Accessors } from './accessors.ts';
import { exportedBy, GivenFunctions } from './arguments.ts';
import { Kept, type Placed } from './kept.ts';
import type { LoadGraph } from './load-graph.ts';
import type { FollowedModule, LinkModule } from './module.ts';

/** A require inside a function that runs while a module is loaded. */
export interface LateLoad {
  readonly module: LinkModule;
  /** Index of the require. */
  readonly require: number;
  readonly targets: readonly string[];
}

/**
 * What may run while a module is loaded: its own top level, and every function that this may lead to. Where a call
 * cannot be followed, that is every function of all modules that are loaded by then, and what these were given to keep.
 */
export class WhileLoading {
  readonly #modules: ReadonlyMap<string, FollowedModule>;
  readonly #graph: LoadGraph;
  readonly #given: GivenFunctions;
  readonly #kept: Kept;
  readonly #accessors: Accessors;
  #givers: { root: string; reached: ReadonlySet<string>; ids: ReadonlySet<string> } | null = null;
  /** What modules put under a key; null where it is computed. */
  readonly #keyed = new Map<string | null, { module: FollowedModule; values: readonly RunValue[] }[]>();
  readonly #known = new Map<string, readonly FollowedModule[]>();
  /** The version of the graph for which they are known. */
  #knownIn = 0;

  constructor(modules: ReadonlyMap<string, FollowedModule>, graph: LoadGraph) {
    this.#modules = modules;
    this.#graph = graph;
    this.#given = new GivenFunctions(modules);
    this.#kept = new Kept(modules);
    this.#accessors = new Accessors(modules, graph);
    for (const module of modules.values()) {
      for (const [key, values] of module.facts.runs.keyed) {
        const known = this.#keyed.get(key);
        if (known === undefined) this.#keyed.set(key, [{ module, values }]);
        else known.push({ module, values });
      }
    }
  }

  /** The requires in functions that may run while a module is loaded. */
  lateLoads(root: string): readonly LateLoad[] {
    return [...this.regions(root)].flatMap(([module, regions]) => lateLoadsOf(module, regions));
  }

  /** The functions that may run, by module; all of a module that a call may lead to which cannot be followed. */
  regions(root: string): ReadonlyMap<FollowedModule, ReadonlySet<number>> {
    const found = new Map<FollowedModule, Set<number>>();
    const seen = new Set<string>();
    const pending: Placed[] = [
      { module: this.#modules.get(root)!, value: { kind: 'own', region: 0 }, bare: false },
    ];
    const open = new Set<FollowedModule>();
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      const { module, value, bare } = next;
      if (open.has(module)) continue;
      const key = `${module.id} ${bare} ${JSON.stringify(value)}`;
      if (seen.has(key)) continue;
      seen.add(key);
      if (value.kind === 'unknown') for (const known of this.#knownTo(module.id)) open.add(known);
      if (value.kind === 'own') found.set(module, (found.get(module) ?? new Set()).add(value.region));
      for (const placed of this.#leadsTo(root, next)) pending.push(placed);
    }
    for (const module of open) found.set(module, everyRegion(module));
    return found;
  }

  /** The modules whose functions a module may have got hold of: of what it loads, and of those that gave it something. */
  #knownTo(id: string): readonly FollowedModule[] {
    if (this.#knownIn !== this.#graph.version) this.#known.clear();
    this.#knownIn = this.#graph.version;
    let known = this.#known.get(id);
    if (known === undefined) {
      const ids = new Set([id]);
      for (const at of ids) {
        for (const loaded of this.#graph.loadedBy(at)) ids.add(loaded);
        for (const giver of this.#kept.givers(at)) ids.add(giver);
      }
      known = [...ids].map((at) => this.#modules.get(at)!);
      this.#known.set(id, known);
    }
    return known;
  }

  /** What running a value runs in its turn. */
  #leadsTo(root: string, { module, value, bare }: Placed): readonly Placed[] {
    switch (value.kind) {
      case 'own':
        return this.#body(module, value.region, bare);
      case 'required':
        return this.#exported(root, module, value, bare);
      case 'result':
        return module.targets[value.require]!.kind === 'module'
          ? [{ module, value: unknown, bare }]
          : this.#kept.outside();
      case 'method':
        return this.#underKey(root, value.key, bare);
      case 'global':
        return this.#kept.outside();
      case 'parameter':
      case 'unknown':
        return [];
    }
  }

  #body(module: FollowedModule, region: number, bare: boolean): readonly Placed[] {
    const called = module.facts.runs.regions[region]!.calls.flatMap((call) => this.#call(module, call));
    const { parts } = module.facts.runs.regions[region]!;
    const handed = this.#given.runsParameters(module, region) ? [...parts, unknown] : parts;
    return [
      ...called,
      ...(bare ? handed.map((value) => ({ module, value, bare })) : []),
      ...this.#accessors.readBy(module, region),
    ];
  }

  #call(module: FollowedModule, call: RunCall): readonly Placed[] {
    const given = this.#given.runBy(module, call).map((value) => ({ module, value, bare: true }));
    return [{ module, value: call.callee, bare: call.given === null }, ...given];
  }

  #exported(
    root: string,
    module: LinkModule,
    { require, path }: Extract<RunValue, { kind: 'required' }>,
    bare: boolean,
  ): readonly Placed[] {
    const target = module.targets[require]!;
    if (target.kind !== 'module') return target.kind === 'builtin' ? [] : this.#kept.outside();
    if (path.length > 1) return this.#underKey(root, path.at(-1)!, bare);
    const provider = this.#modules.get(target.id)!;
    return exportedBy(provider, path).map((value) => ({ module: provider, value, bare }));
  }

  /**
   * Every function that is put under a key by what the module may know; computed keys are seldom those that objects of
   * the language have.
   */
  #underKey(root: string, key: string, bare: boolean): readonly Placed[] {
    const reached = this.#graph.reachedFrom(root);
    const givers = this.#giversTo(root, reached);
    const keys = builtinMethods.has(key) ? [key] : [key, null];
    return keys.flatMap((under) =>
      (this.#keyed.get(under) ?? []).flatMap(({ module, values }) => {
        if (givers.has(module.id)) return values.map((value) => ({ module, value, bare: true }));
        return reached.has(module.id) ? values.map((value) => ({ module, value, bare })) : [];
      }),
    );
  }

  /** The modules that gave something to one that a root loads. */
  #giversTo(root: string, reached: ReadonlySet<string>): ReadonlySet<string> {
    if (this.#givers?.root !== root || this.#givers.reached !== reached) {
      const ids = new Set([...reached].flatMap((id) => this.#kept.givers(id)));
      this.#givers = { root, reached, ids };
    }
    return this.#givers.ids;
  }
}

const unknown: RunValue = { kind: 'unknown' };

function everyRegion({ facts }: FollowedModule): Set<number> {
  return new Set(facts.runs.regions.keys());
}

function lateLoadsOf(module: FollowedModule, regions: ReadonlySet<number>): readonly LateLoad[] {
  return [...regions].flatMap((region) =>
    module.facts.runs.regions[region]!.loads.map((require) => ({
      module,
      require,
      targets: targetsOf(module, require),
    })),
  );
}

/** Where a require may lead. */
export function targetsOf(module: LinkModule, require: number): readonly string[] {
  const target = module.targets[require]!;
  if (target.kind === 'module') return [target.id];
  return target.kind === 'dynamic' ? module.mayLoad : [];
}
