import type { RunCall, RunFacts, RunRegion, RunValue } from '../../checker/facts.ts';
import { builtinMethods } from '../../checker/timeline/known-globals.ts';
import { exportedBy, GivenFunctions } from './arguments.ts';
import { becomesModule } from './importers.ts';
import { entriesOf, withLoaders } from './loading.ts';
import type { FollowedModule, LinkModule, Target } from './module.ts';
import { ownVerdict } from './verdict.ts';

/** What the functions schedule that an entry calls while it loads: `require('./server').listen()`. */
export interface Started {
  readonly tick: ScheduledAt | null;
  readonly microtask: ScheduledAt | null;
}

export interface ScheduledAt {
  readonly path: string;
  readonly range: readonly [start: number, end: number];
}

/** The entries of which one has to know what they call: both kinds of work are scheduled somewhere behind them. */
export function entriesToFollow(modules: ReadonlyMap<string, LinkModule>): readonly string[] {
  const ticking = withLoaders(modules, ({ facts }) => facts.scheduled.ever.tick, allTargets);
  const waiting = withLoaders(modules, ({ facts }) => facts.scheduled.ever.microtask, allTargets);
  return entriesOf(modules)
    .filter((module) => ticking.has(module.id) && waiting.has(module.id))
    .filter((module) => becomesModule(module, ownVerdict(module).fate) && callsProject(module))
    .map(({ id }) => id);
}

/** Whether its top level may call a function of another module. */
function callsProject({ facts, targets }: LinkModule): boolean {
  return facts.timeline.some((entry) => {
    if (entry.kind !== 'effect') return false;
    const { callee } = entry.effect;
    if (callee.kind === 'global') return false;
    return callee.kind === 'unknown' || targets[callee.require]!.kind === 'module';
  });
}

/** Also those that it loads later: a function that is called at once may do so. */
function allTargets({ targets, imports }: LinkModule): readonly Target[] {
  return [...targets, ...imports.values()];
}

/** Modules of which it is known what their functions run, or that it cannot be known; others are asked for. */
export class FollowedModules {
  readonly #modules: ReadonlyMap<string, LinkModule>;
  readonly #known = new Map<string, FollowedModule>();
  readonly #asked = new Set<string>();
  readonly #missing = new Set<string>();

  constructor(modules: ReadonlyMap<string, LinkModule>) {
    this.#modules = modules;
  }

  get known(): ReadonlyMap<string, FollowedModule> {
    return this.#known;
  }

  of(id: string): FollowedModule | undefined {
    if (!this.#asked.has(id)) this.#missing.add(id);
    return this.#known.get(id);
  }

  /** What somebody asked for since this was last called. */
  takeMissing(): readonly string[] {
    const missing = [...this.#missing];
    this.#missing.clear();
    for (const id of missing) this.#asked.add(id);
    return missing;
  }

  add(runs: ReadonlyMap<string, RunFacts>): void {
    for (const [id, found] of runs) {
      const module = this.#modules.get(id)!;
      this.#known.set(id, { ...module, facts: { ...module.facts, runs: found } });
    }
  }
}

/**
 * Follows the calls of an entry's top level into the functions that they certainly or most likely run: by name, by the
 * exports of other modules, by the key of a method, and what these functions are given and call. What is handed to
 * builtins and packages runs later, as a rule, and so does all that follows an `await`.
 */
export function startedBy(entry: string, followed: FollowedModules): Started {
  const given = new GivenFunctions(followed.known);
  const found: { -readonly [Kind in keyof Started]: Started[Kind] } = { tick: null, microtask: null };
  const seen = new Set<RunRegion>();
  const start = followed.of(entry);
  const pending: Placed[] = start ? [{ module: start, value: { kind: 'own', region: 0 } }] : [];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    for (const { module, region } of regionsOf(next)) {
      if (seen.has(region)) continue;
      seen.add(region);
      for (const kind of ['tick', 'microtask'] as const) {
        const range = region.scheduled[kind];
        if (range !== null) found[kind] ??= { path: module.id, range };
      }
      for (const call of region.calls) if (isAtOnce(call)) pending.push(...runBy(module, call));
    }
  }
  return found;

  function regionsOf({ module, value }: Placed): readonly { module: FollowedModule; region: RunRegion }[] {
    switch (value.kind) {
      case 'own':
        return [{ module, region: module.facts.runs.regions[value.region]! }];
      case 'required':
        return exported(module, value).flatMap(regionsOf);
      case 'result':
        return value.key === null ? [] : underKey(value.key).flatMap(regionsOf);
      case 'method':
        return builtinMethods.has(value.key) ? [] : underKey(value.key).flatMap(regionsOf);
      default:
        return [];
    }
  }

  function exported(
    module: FollowedModule,
    { require, path }: Extract<RunValue, { kind: 'required' }>,
  ): readonly Placed[] {
    const target = module.targets[require]!;
    if (path.length > 1) return underKey(path.at(-1)!);
    const provider = target.kind === 'module' ? followed.of(target.id) : undefined;
    if (provider === undefined) return [];
    return exportedBy(provider, path).map((value) => ({ module: provider, value }));
  }

  function underKey(key: string): readonly Placed[] {
    return [...followed.known.values()].flatMap((module) => {
      const values = module.facts.runs.keyed.find(([under]) => under === key)?.[1] ?? [];
      return values.filter(({ kind }) => kind === 'own').map((value) => ({ module, value }));
    });
  }

  function runBy(module: FollowedModule, call: RunCall): readonly Placed[] {
    const { callee } = call;
    const isOfProject =
      callee.kind === 'own' ||
      (callee.kind === 'required' && module.targets[callee.require]!.kind === 'module');
    const handed = isOfProject ? given.runBy(module, call) : [];
    return [callee, ...handed].map((value) => ({ module, value }));
  }
}

interface Placed {
  readonly module: FollowedModule;
  readonly value: RunValue;
}

/** Where the arguments are not known, somebody else runs it, perhaps. */
function isAtOnce({ given, waited }: RunCall): boolean {
  return given !== null && waited !== true;
}
