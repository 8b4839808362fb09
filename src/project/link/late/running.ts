import type { RunCall, RunValue } from '../../../checker/facts.ts';
import { builtinMethods } from '../../../checker/timeline/known-globals.ts';
import { addTo } from '../../../lists.ts';
import type { LoadGraph } from '../cycles/load-graph.ts';
import type { FollowedModule, LinkModule } from '../module.ts';
import { Accessors } from './accessors.ts';
import { exportedBy, GivenFunctions, sourcesOf } from './arguments.ts';
import { HandedOut } from './handed-out.ts';
import { Kept, type Placed, type Within } from './kept.ts';
import { LateConversions } from './late-conversions.ts';
import { type LateLoad, lateLoadsOf, regionAround } from './late-load.ts';
import { LaterModules } from './later-modules.ts';
import { identityOf, isCalledByName, isCalledUnseen, isOfOthers, placedIn } from './placed.ts';
import { PlainValues } from './plain-values.ts';
import { type Step, Way } from './way.ts';
import { Written } from './written.ts';

/**
 * What may run while a module is loaded: its own top level, and every function that this may lead to. Where a call
 * cannot be followed, that is every function of all modules that are loaded by then, and what these were given to keep.
 */
export class WhileLoading {
  readonly #modules: ReadonlyMap<string, FollowedModule>;
  readonly #graph: LoadGraph;
  readonly #given: GivenFunctions;
  readonly #held: GivenFunctions;
  readonly #kept: Kept;
  readonly #accessors: Accessors;
  readonly #plain: PlainValues;
  readonly #conversions: LateConversions;
  readonly #written: Written;
  readonly #later: LaterModules;
  #givers: { root: string; reached: ReadonlySet<string>; ids: ReadonlySet<string> } | null = null;
  #giversBefore: { reached: ReadonlySet<string>; ids: ReadonlySet<string> } | null = null;
  /** What modules put under a key; null where it is computed. */
  readonly #keyed = new Map<string | null, { module: FollowedModule; values: readonly RunValue[] }[]>();
  readonly #known = new Map<string, readonly FollowedModule[]>();
  /** The version of the graph for which they are known. */
  #knownIn = 0;

  constructor(modules: ReadonlyMap<string, FollowedModule>, graph: LoadGraph) {
    this.#modules = modules;
    this.#graph = graph;
    this.#given = new GivenFunctions(modules, false);
    this.#held = new GivenFunctions(modules);
    this.#kept = new Kept(modules);
    this.#written = new Written(modules.values());
    this.#plain = new PlainValues(modules, this.#written);
    this.#conversions = new LateConversions(modules);
    this.#later = new LaterModules(modules, graph);
    this.#accessors = new Accessors(modules, graph, this.#plain, this.#held);
    for (const module of modules.values()) {
      for (const [key, values] of module.facts.runs.keyed) {
        addTo(this.#keyed, key, { module, values });
      }
    }
  }

  /** The requires in functions that may run while a module is loaded. */
  lateLoads(root: string): readonly LateLoad[] {
    return [...this.regions(root)].flatMap(([module, regions]) => lateLoadsOf(module, regions));
  }

  /** By way of which functions a module comes to a load in a function while it is loaded. */
  wayTo(root: string, { module, place }: LateLoad): readonly Step[] {
    const way = new Way();
    this.#follow(root, way);
    const followed = this.#modules.get(module.id)!;
    return way.to(followed, regionAround(followed, place));
  }

  /** The functions that may run, by module; all of a module that a call may lead to which cannot be followed. */
  regions(root: string): ReadonlyMap<FollowedModule, ReadonlySet<number>> {
    return this.#follow(root, null);
  }

  /** @param way is told what leads to what */
  #follow(root: string, way: Way | null): ReadonlyMap<FollowedModule, ReadonlySet<number>> {
    const found = new Map<FollowedModule, Set<number>>();
    const seen = new Set<string>();
    const pending: Placed[] = [
      { module: this.#modules.get(root)!, value: { kind: 'own', region: 0 }, bare: false },
    ];
    const open = new Set<FollowedModule>();
    const handedOut = this.#handedOut(root);
    const reads = this.#accessors.whileLoading(root);
    let waiting: Placed[] = [];
    let isOutside = false;
    const reached = this.#graph.reachedFrom(root);
    for (const id of reached) if (id !== root) pending.push(...this.#conversions.ofNoInstances(id));
    for (const id of this.#giversTo(root, reached))
      if (id !== root && !reached.has(id)) pending.push(...this.#conversions.ofNoInstances(id));
    // As long as nothing else runs, nobody has objects of the module but itself.
    let ofRoot = this.#conversions.ofNoInstances(root);
    const take = (): Placed | undefined => {
      if (pending.length === 0) pending.push(...reads.ofHanded());
      return pending.pop();
    };
    for (let next = take(); next !== undefined; next = take()) {
      const { module, value } = next;
      if (open.has(module)) continue;
      const key = identityOf(next);
      if (seen.has(key)) continue;
      seen.add(key);
      const before = pending.length;
      if (value.kind === 'unknown')
        for (const known of handedOut.openTo(module, this.#knownTo(module.id))) {
          open.add(known);
          way?.opens(known, next);
        }
      if (value.kind === 'own') {
        way?.reaches(module, value.region, next);
        pending.push(...handedOut.after(module, value.region));
        found.set(module, (found.get(module) ?? new Set()).add(value.region));
        pending.push(...this.#conversions.of(module, value.region));
        for (const placed of reads.by(module, value.region, next.plain === true)) pending.push(placed);
        for (const put of this.#putAway(next, value.region))
          (this.#isCalledByName(put) ? waiting : pending).push(put);
      }
      isOutside ||= isOfOthers(next);
      if (isOutside) {
        pending.push(...waiting);
        waiting = [];
      }
      if (isOutside || module.id !== root) {
        pending.push(...ofRoot);
        ofRoot = [];
      }
      for (const placed of this.#leadsTo(handedOut, next)) pending.push(placed);
      way?.leads(next, pending.slice(before));
    }
    for (const module of open) found.set(module, everyRegion(module));
    return found;
  }

  #handedOut(root: string): HandedOut {
    const isShared = this.#graph.componentOf(root).length > 1;
    return new HandedOut(root, this.#kept, isShared, this.#later.than(root));
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
  #leadsTo(handedOut: HandedOut, placed: Placed): readonly Placed[] {
    const { module, value, bare, plain = false } = placed;
    const { root } = handedOut;
    switch (value.kind) {
      case 'own':
        return this.#body(placed, value.region);
      case 'made':
        return this.#made(handedOut, module, value);
      case 'required':
        return this.#exported(handedOut, module, value, bare).map((exported) => ({ ...exported, plain }));
      case 'result':
        return module.targets[value.require]!.kind === 'module'
          ? [{ module, value: unknown, bare }]
          : handedOut.outside();
      case 'method':
        return this.#underKey(root, value.key, bare);
      case 'global':
        return handedOut.outside();
      case 'parameter':
      case 'unknown':
        return [];
    }
  }

  #body({ module, bare, plain, within }: Placed, region: number): readonly Placed[] {
    const { calls, parts } = module.facts.runs.regions[region]!;
    const called = calls.flatMap((call) =>
      call.away || (plain && call.of !== undefined) ? [] : this.#call(module, call, within),
    );
    const handed = this.#given.runsParameters(module, region) ? [...parts, unknown] : parts;
    return [...called, ...(bare ? handed.map((value) => ({ module, value, bare })) : [])];
  }

  /** What a function puts on objects that others have, itself or by handing it to another one. */
  #putAway({ module, bare, within }: Placed, region: number): readonly Placed[] {
    const { calls } = module.facts.runs.regions[region]!;
    const put = calls.flatMap((call) => (call.away ? [call.callee] : this.#held.runBy(module, call)));
    const isHeld = bare && this.#held.runsParameters(module, region);
    return [...put, ...(isHeld ? [unknown] : [])].flatMap((value) => placedIn(module, value, true, within));
  }

  /** What is required is what those made of it that export it. */
  #isCalledByName(placed: Placed): boolean {
    const sources = sourcesOf(this.#modules, placed.module, placed.value);
    return (
      [placed, ...sources].every((source) => isCalledByName({ ...source, bare: true })) &&
      sources.every(({ value }) => value.kind !== 'required')
    );
  }

  #call(module: FollowedModule, call: RunCall, within: Within | undefined): readonly Placed[] {
    const { callee, given } = call;
    const isPlain = given?.map((values) => values.every((value) => this.#plain.isPlain(module, value))) ?? [];
    const plain = given !== null && !call.filled && !isPlain.includes(false);
    const run = this.#given
      .runBy(module, call)
      .flatMap((value) =>
        this.#plain.runsPlainly(module, call, value, isPlain)
          ? [{ module, value, bare: false, plain: true }]
          : placedIn(module, value, true, within),
      );
    const converting = (given ?? []).flat().filter((value) => isCalledUnseen(module, value));
    return [
      ...placedIn(module, callee, given === null, within).map((placed) => ({ ...placed, plain })),
      ...run,
      // Whoever gets an object may convert it, or go through it.
      ...converting.map((value) => ({ module, value, bare: true })),
    ];
  }

  /** A function that another one made of what it was given. */
  #made(
    handedOut: HandedOut,
    module: FollowedModule,
    { callee, given }: Extract<RunValue, { kind: 'made' }>,
  ): readonly Placed[] {
    const target = callee.kind === 'required' ? module.targets[callee.require]! : null;
    if (target !== null && target.kind !== 'module') {
      const handed = given.flat().map((value) => ({ module, value, bare: true }));
      // `util.promisify(f)` runs `f`; what is made of a text may do anything.
      return target.kind === 'builtin' && handed.length > 0 ? handed : [...handedOut.outside(), ...handed];
    }
    const maker = target === null ? module : this.#modules.get(target.id)!;
    const functions = callee.kind === 'required' ? exportedBy(maker, callee.path) : [callee];
    const placed = given.map((values) => values.map((value) => ({ module, value, bare: true })));
    return functions.flatMap((value) => {
      if (value.kind !== 'own' || (callee.kind === 'required' && callee.path.length > 1))
        return [{ module: maker, value: unknown, bare: true }, ...placed.flat()];
      const within = { region: value.region, given: placed };
      return maker.facts.runs.regions[value.region]!.returns.flatMap((made) =>
        made.kind === 'parameter' && made.region === value.region
          ? (placed[made.index] ?? [])
          : [{ module: maker, value: made, bare: true, within }],
      );
    });
  }

  #exported(
    handedOut: HandedOut,
    module: LinkModule,
    { require, path }: Extract<RunValue, { kind: 'required' }>,
    bare: boolean,
  ): readonly Placed[] {
    const { root } = handedOut;
    const target = module.targets[require]!;
    if (target.kind !== 'module') return target.kind === 'builtin' ? [] : handedOut.outside();
    if (path.length > 1) return this.#underKey(root, path.at(-1)!, bare);
    const provider = this.#modules.get(target.id)!;
    const own = exportedBy(provider, path).map((value) => ({ module: provider, value, bare }));
    const [key] = path;
    const isReplaced = key !== undefined && this.#written.mayReplace(provider.id, key);
    return isReplaced ? [...own, ...this.#underKey(root, key, bare)] : own;
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
      const isLater = this.#later.than(root);
      const ids = new Set([...this.#giversToAny(reached)].filter((id) => !isLater(id)));
      this.#givers = { root, reached, ids };
    }
    return this.#givers.ids;
  }

  /** The same for all roots that load these modules, whenever they do. */
  #giversToAny(reached: ReadonlySet<string>): ReadonlySet<string> {
    if (this.#giversBefore?.reached !== reached) {
      const ids = new Set<string>();
      for (const id of reached) for (const giver of this.#kept.givers(id)) ids.add(giver);
      this.#giversBefore = { reached, ids };
    }
    return this.#giversBefore.ids;
  }
}

const unknown: RunValue = { kind: 'unknown' };

function everyRegion({ facts }: FollowedModule): Set<number> {
  return new Set(facts.runs.regions.keys());
}
