import type { RunCall, RunRegion, RunValue } from '../../../checker/facts.ts';
import { builtinMethods, registering } from '../../../checker/timeline/known-globals.ts';
import { addTo } from '../../../lists.ts';
import { splitPackage } from '../../resolve/lookup.ts';
import type { LoadGraph } from '../cycles/load-graph.ts';
import type { FollowedModule } from '../module.ts';
import { type AfterRegistering, doesAnything } from './after-registering.ts';
import { type ModulesById, type Source, sourcesOf } from './arguments.ts';
import type { FollowedModules } from './followed-modules.ts';
import { type LateLoad, lateLoadsIn, lateLoadsOf } from './late-load.ts';
import { isCalledUnseen } from './placed.ts';

/**
 * Functions that modules register while they are loaded, and that a module which is loaded afterwards has run: it need
 * not know who has registered anything, and no chain of requires leads from it to them.
 *
 * ```js
 * require('./hub').on(() => require('./b')); // early.js, where b.js requires a.js
 * require('./hub').fire(); // a.js
 * ```
 *
 * A function is registered by all that gives it to others but for the exports: as an argument, alone or in an object or
 * class, and by putting it on an object that others have. Only what is called by name is followed, by the functions of the
 * project that it leads to.
 */
export class Registered {
  readonly #modules: FollowedModules;
  /** Those from which functions that load a root can be come by. */
  readonly #leading: ModulesById;
  readonly #graph: LoadGraph;
  readonly #all: readonly Registration[];

  constructor(after: readonly AfterRegistering[], modules: FollowedModules, graph: LoadGraph) {
    const registrars = new Set(after.flatMap((each) => [...each.registrars]));
    this.#modules = modules;
    this.#leading = { get: (id) => (registrars.has(id) ? modules.get(id) : undefined) };
    this.#graph = graph;
    const active = [...registrars].filter((id) => doesAnything(modules.modules.get(id)!));
    const run = this.#followed(
      active.flatMap((id) => this.#topOf(id)),
      this.#leading,
    );
    this.#all = [...run].flatMap(([module, regions]) => this.#madeBy(module, regions));
  }

  /** Those which load something. */
  get all(): readonly Registration[] {
    return this.#all;
  }

  /** Tells what a module has run while it is loaded. */
  runBy(root: string): (registration: Registration) => boolean {
    const asked = this.#askedBy(root);
    return ({ keepers, put }) => {
      if (keepers.some((keeper) => asked.keepers.has(keeper))) return true;
      const isRun = put !== null && (asked.keys.has(put.key) || (put.isUnseen && asked.converts));
      return isRun && keepers.some((keeper) => keeper === EVERYBODY || asked.reached.has(keeper));
    };
  }

  #madeBy(module: FollowedModule, regions: ReadonlySet<number>): readonly Registration[] {
    return [...regions].flatMap((region) =>
      callsIn(module, [region]).flatMap((call): Registration[] => {
        const { callee, given, away } = call;
        const values = away ? [callee] : (given ?? []).flat();
        const isOpen = region === 0 && !away && callee.kind !== 'global';
        const loads = values.flatMap((value) => this.#loadsBehind({ module, value }, isOpen));
        if (loads.length === 0) return [];
        const put = away ? { key: away.key, isUnseen: isCalledUnseen(module, callee) } : null;
        return [{ module, keepers: [...this.#keepersIn(module, call)], put, loads }];
      }),
    );
  }

  /** @param isOpen whether what is not known may be anything of the module's own */
  #loadsBehind({ module, value }: Source, isOpen: boolean): readonly LateLoad[] {
    if (value.kind === 'unknown') return isOpen ? lateLoadsIn(module) : [];
    const followed = this.#followed(sourcesOf(this.#leading, module, value), this.#leading, true);
    return [...followed].flatMap(([owner, regions]) => lateLoadsOf(owner, regions));
  }

  /** The functions that surely are those which are called, from some on; or which are parts of those that are handed over. */
  #followed(
    from: readonly Source[],
    modules: ModulesById,
    withParts = false,
  ): ReadonlyMap<FollowedModule, ReadonlySet<number>> {
    const found = new Map<FollowedModule, Set<number>>();
    const pending = [...from];
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      const { module, value } = next;
      if (value.kind !== 'own') continue;
      const regions = found.get(module) ?? new Set();
      found.set(module, regions);
      if (regions.has(value.region)) continue;
      regions.add(value.region);
      const { parts } = module.facts.runs.regions[value.region]!;
      const callees = callsIn(module, [value.region]).flatMap(({ callee, away }) => (away ? [] : [callee]));
      for (const run of withParts ? [...callees, ...parts] : callees)
        pending.push(...sourcesOf(modules, module, run));
    }
    return found;
  }

  /** Who may keep what a call hands over, or puts on an object, functions of the project that pass it on included. */
  #keepersIn(module: FollowedModule, call: RunCall): ReadonlySet<string> {
    const keepers = new Set<string>();
    const seen = new Set<RunRegion>();
    const pending: CallIn[] = [{ module, call }];
    for (const { module: at, call: next } of pending) {
      for (const [receiver, source] of this.#receiversIn(at, next)) {
        for (const keeper of this.#keepersOf(receiver, source)) keepers.add(keeper);
        const region = next.away ? null : regionOf(source);
        if (region === null || seen.has(region)) continue;
        seen.add(region);
        pending.push(...passedOnBy(source));
      }
    }
    return keepers;
  }

  #receiversIn(module: FollowedModule, { callee, away }: RunCall): readonly (readonly [RunValue, Source])[] {
    if (away) return away.onto.map((value) => [value, { module, value }] as const);
    return this.#sourcesOf(module, callee).map((source) => [callee, source] as const);
  }

  /** What a module may run while it is loaded, of what others have been given. */
  #askedBy(root: string): Asked {
    const keepers = new Set<string>();
    const keys = new Set<string | null>();
    const reached = new Set(this.#graph.reachedFrom(root));
    let converts = false;
    for (const [module, regions] of this.#followed(this.#topOf(root), this.#modules)) {
      for (const { targets } of lateLoadsOf(module, regions))
        for (const target of targets) for (const id of this.#graph.reachedFrom(target)) reached.add(id);
      converts ||= [...regions].some((region) => convertsIn(module, region));
      for (const { callee, away } of callsIn(module, regions)) {
        if (away) continue;
        const key = keyOf(callee);
        if (key !== null) keys.add(key);
        for (const source of this.#sourcesOf(module, callee))
          if (runsUnknown(callee, source))
            for (const id of this.#keepersBehind(callee, source)) keepers.add(id);
      }
    }
    return { keepers, keys, reached, converts };
  }

  /** Whose functions a call may run that nobody knows. */
  #keepersBehind(callee: RunValue, source: Source): readonly string[] {
    const { module, value } = source;
    const keepers = this.#keepersOf(callee, source);
    if (value.kind !== 'parameter' && value.kind !== 'method' && value.kind !== 'unknown') return keepers;
    return [...keepers, ...this.#graph.loadedBy(module.id), EVERYBODY];
  }

  /**
   * Who gets what a function is given, or what is put on an object: its module, or its package. An object that a module
   * hands out may be that of another one, which it loads. Functions of Node's modules run in their own time what they get.
   */
  #keepersOf(receiver: RunValue, { module, value }: Source): readonly string[] {
    if (value.kind === 'global') return [EVERYBODY];
    if (value.kind === 'required' || value.kind === 'result') {
      const target = module.targets[value.require]!;
      if (target.kind === 'module') return [...this.#graph.reachedFrom(target.id)];
      const { specifier } = module.facts.requires[value.require]!;
      const name =
        target.kind === 'external' && specifier !== null ? splitPackage(specifier)?.name : undefined;
      return name === undefined ? [] : [name];
    }
    const isHandedOut = value.kind !== 'own' && receiver.kind === 'required';
    return isHandedOut ? [...this.#graph.reachedFrom(module.id)] : [module.id];
  }

  #topOf(id: string): readonly Source[] {
    const module = this.#modules.get(id);
    return module === undefined ? [] : [{ module, value: topLevel }];
  }

  #sourcesOf(module: FollowedModule, value: RunValue): readonly Source[] {
    return sourcesOf(this.#modules, module, value);
  }
}

export interface Registration {
  /** Who has registered the function. */
  readonly module: FollowedModule;
  /** Who may have got it: modules of the project, or a package by its name. */
  readonly keepers: readonly string[];
  /** Where it was put on an object: under which key, and whether what converts that, or goes through it, runs it. */
  readonly put: { readonly key: string | null; readonly isUnseen: boolean } | null;
  /** What the function loads. */
  readonly loads: readonly LateLoad[];
}

interface Asked {
  /** Those that it may have run what they keep. */
  readonly keepers: ReadonlySet<string>;
  /** The keys under which it calls something. */
  readonly keys: ReadonlySet<string | null>;
  /** The modules that it may have objects of. */
  readonly reached: ReadonlySet<string>;
  /** It converts objects of others, or goes through them. */
  readonly converts: boolean;
}

const topLevel: RunValue = { kind: 'own', region: 0 };

/** In place of a module: what the global object has, and objects of Node. */
const EVERYBODY = '';

interface CallIn {
  readonly module: FollowedModule;
  readonly call: RunCall;
}

function regionOf({ module, value }: Source): RunRegion | null {
  return value.kind === 'own' ? module.facts.runs.regions[value.region]! : null;
}

/** The calls by which a function passes on what it is given, at once or later, as it is or in a function of its own. */
function passedOnBy({ module, value }: Source): readonly CallIn[] {
  if (value.kind !== 'own') return [];
  const known = passingOn.get(module) ?? passingOnIn(module);
  passingOn.set(module, known);
  return known.get(value.region) ?? [];
}

const passingOn = new WeakMap<FollowedModule, ReadonlyMap<number, readonly CallIn[]>>();

/** Those of each function of a module, by its region. */
function passingOnIn(module: FollowedModule): ReadonlyMap<number, readonly CallIn[]> {
  const found = new Map<number, CallIn[]>();
  for (const call of callsIn(module, module.facts.runs.regions.keys())) {
    const values = call.away ? [call.callee] : (call.given ?? []).flat();
    const inside = values.flatMap((one) =>
      one.kind === 'own' ? callsIn(module, [one.region]).map(({ callee }) => callee) : [],
    );
    const regions = new Set([...values, ...inside].flatMap((one) => regionGivenTo(one) ?? []));
    for (const region of regions) addTo(found, region, { module, call });
  }
  return found;
}

/** The function that got a value from its caller. */
function regionGivenTo(one: RunValue): number | null {
  if (one.kind === 'parameter') return one.region;
  return one.kind === 'unknown' ? (one.outer?.region ?? null) : null;
}

function callsIn({ facts }: FollowedModule, regions: Iterable<number>): readonly RunCall[] {
  return [...regions].flatMap((region) => facts.runs.regions[region]!.calls);
}

function convertsIn({ facts }: FollowedModule, region: number): boolean {
  const { reads, calls } = facts.runs.regions[region]!;
  return (
    reads.unseen.length > 0 ||
    calls.some(({ given, away, callee }) => given === null && !away && callee.kind !== 'own')
  );
}

/** Whether a call may run what its module, or package, has kept. */
function runsUnknown(callee: RunValue, { value }: Source): boolean {
  const key = keyOf(callee);
  if (value.kind === 'own' || (key !== null && registering.has(key))) return false;
  if (value.kind === 'global') return !value.keeps;
  return !(value.kind === 'method' && builtinMethods.has(value.key));
}

function keyOf(callee: RunValue): string | null {
  if (callee.kind === 'required') return callee.path.at(-1) ?? null;
  return callee.kind === 'method' || callee.kind === 'result' ? callee.key : null;
}
