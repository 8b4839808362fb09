import type { RunValue } from '../../../checker/facts.ts';
import { builtinMethods } from '../../../checker/timeline/known-globals.ts';
import { wordsOf } from '../../../lists.ts';
import { splitPackage } from '../../resolve/lookup.ts';
import type { LoadGraph } from '../cycles/load-graph.ts';
import type { FollowedModule } from '../module.ts';
import { type Source, sourcesOf } from './arguments.ts';
import { Kept } from './kept.ts';
import { type LateLoad, lateLoadsOf } from './late-load.ts';

/**
 * Functions that modules register with others while they are loaded, and that a module which is loaded afterwards has
 * run: it need not know who has registered anything, and no chain of requires leads from it to them.
 *
 * ```js
 * require('./hub').on(() => require('./b')); // early.js, where b.js requires a.js
 * require('./hub').fire(); // a.js
 * ```
 *
 * Only what is called by name is followed, by the functions of the project that it leads to.
 */
export class Registered {
  readonly #modules: ReadonlyMap<string, FollowedModule>;
  readonly #graph: LoadGraph;
  readonly #kept: Kept;
  readonly #all: readonly Registration[];

  constructor(modules: ReadonlyMap<string, FollowedModule>, graph: LoadGraph) {
    this.#modules = modules;
    this.#graph = graph;
    this.#kept = new Kept(modules);
    this.#all = [...modules.values()].flatMap((module) => this.#madeBy(module));
  }

  /** Those which load something. */
  get all(): readonly Registration[] {
    return this.#all;
  }

  /** Tells what a module has run while it is loaded. */
  runBy(root: string): (registration: Registration) => boolean {
    const asked = this.#keepersAskedBy(this.#modules.get(root)!);
    const givers = new Set([...asked].flatMap((id) => (this.#modules.has(id) ? this.#kept.givers(id) : [])));
    return ({ module, keepers }) => givers.has(module.id) || keepers.some((keeper) => asked.has(keeper));
  }

  #madeBy(module: FollowedModule): readonly Registration[] {
    return module.facts.runs.regions[0]!.calls.flatMap(({ callee, given }) => {
      const values = (given ?? []).flat().filter((value) => value.kind === 'own');
      const loads = values.flatMap((value) => this.#loadsBehind({ module, value }));
      if (loads.length === 0) return [];
      const keepers = this.#sourcesOf(module, callee).flatMap((source) => this.#keepersOf(callee, source));
      return [{ module, keepers, loads }];
    });
  }

  #loadsBehind(from: Source): readonly LateLoad[] {
    return [...this.#followed(from)].flatMap(([module, regions]) => lateLoadsOf(module, regions));
  }

  /** The modules and packages that may run what they have been given. */
  #keepersAskedBy(root: FollowedModule): ReadonlySet<string> {
    const keepers = new Set<string>();
    for (const [module, regions] of this.#followed({ module: root, value: { kind: 'own', region: 0 } }))
      for (const callee of calleesIn(module, regions))
        for (const source of this.#sourcesOf(module, callee))
          if (runsUnknown(callee, source)) for (const id of this.#keepersOf(callee, source)) keepers.add(id);
    return keepers;
  }

  /** The functions that surely are those which are called, from one on. */
  #followed(from: Source): ReadonlyMap<FollowedModule, ReadonlySet<number>> {
    const found = new Map<FollowedModule, Set<number>>();
    const pending = [from];
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      const { module, value } = next;
      if (value.kind !== 'own') continue;
      const regions = found.get(module) ?? new Set();
      found.set(module, regions);
      if (regions.has(value.region)) continue;
      regions.add(value.region);
      for (const callee of calleesIn(module, new Set([value.region])))
        pending.push(...this.#sourcesOf(module, callee));
    }
    return found;
  }

  /**
   * Who gets what a function is given: its module, or its package. An object that a module hands out may be that of
   * another one, which it loads. Functions of Node run in their own time what they get.
   */
  #keepersOf(callee: RunValue, { module, value }: Source): readonly string[] {
    if (value.kind === 'global') return [];
    if (value.kind === 'required' || value.kind === 'result') {
      const target = module.targets[value.require]!;
      if (target.kind === 'module') return [...this.#graph.reachedFrom(target.id)];
      const { specifier } = module.facts.requires[value.require]!;
      const name =
        target.kind === 'external' && specifier !== null ? splitPackage(specifier)?.name : undefined;
      return name === undefined ? [] : [name];
    }
    const isHandedOut = value.kind !== 'own' && callee.kind === 'required';
    return isHandedOut ? [...this.#graph.reachedFrom(module.id)] : [module.id];
  }

  #sourcesOf(module: FollowedModule, callee: RunValue): readonly Source[] {
    return sourcesOf(this.#modules, module, callee);
  }
}

export interface Registration {
  /** Who has registered the function. */
  readonly module: FollowedModule;
  /** Who may have got it: modules of the project, or a package by its name. */
  readonly keepers: readonly string[];
  /** What the function loads. */
  readonly loads: readonly LateLoad[];
}

function* calleesIn({ facts }: FollowedModule, regions: ReadonlySet<number>): Generator<RunValue> {
  for (const region of regions)
    for (const { callee, away } of facts.runs.regions[region]!.calls) if (!away) yield callee;
}

/** Whether a call may run what its module, or package, has kept. */
function runsUnknown(callee: RunValue, { value }: Source): boolean {
  const key = keyOf(callee);
  if (value.kind === 'own' || (key !== null && registering.has(key))) return false;
  return !(value.kind === 'method' && builtinMethods.has(value.key));
}

function keyOf(callee: RunValue): string | null {
  if (callee.kind === 'required') return callee.path.at(-1) ?? null;
  return callee.kind === 'method' || callee.kind === 'result' ? callee.key : null;
}

/** The methods of event emitters that run none of the functions which they are given (Node's documentation of `events`). */
const registering = wordsOf(
  'addListener on once prependListener prependOnceListener off removeListener removeAllListeners setMaxListeners',
);
