import type { RunCall, RunRegion, RunValue } from '../../../checker/facts.ts';
import { builtinMethods } from '../../../checker/timeline/known-globals.ts';
import { becomesModule } from '../importers.ts';
import type { FollowedModule, LinkModule, Target } from '../module.ts';
import { entriesOf, loadClosureOf, withLoaders } from '../order/loading.ts';
import { ownVerdict } from '../verdict.ts';
import { exportedBy, GivenFunctions } from './arguments.ts';
import type { FollowedModules } from './followed-modules.ts';

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
    .filter((module) => becomesModule(module, ownVerdict(module, () => true).fate))
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

/**
 * What an entry certainly schedules by calls of its top level, and of those that it loads; and what it only may schedule, by calling methods, where it
 * schedules the other kind itself.
 */
export function startedBy(
  entry: string,
  modules: ReadonlyMap<string, LinkModule>,
  followed: FollowedModules,
): Started {
  const calling = loadClosureOf(entry, modules).filter((module) => callsProject(module));
  const certain = follow(calling, followed, false);
  const isOwn = (kind: keyof Started): boolean => certain[kind]?.path === entry;
  if (!isOwn('tick') && !isOwn('microtask')) return certain;
  const perhaps = follow(calling, followed, true);
  return {
    tick: certain.tick ?? (isOwn('microtask') ? perhaps.tick : null),
    microtask: certain.microtask ?? (isOwn('tick') ? perhaps.microtask : null),
  };
}

/**
 * Follows calls into the functions that they run: by name, by the exports of other modules, and what these functions are
 * given and call. What is handed to builtins and packages runs later, as a rule, and so does all that follows an `await`.
 *
 * @param methods whether to follow methods, too, which are known by their keys only
 */
function follow(calling: readonly LinkModule[], followed: FollowedModules, methods: boolean): Started {
  const given = new GivenFunctions(followed.known);
  const found: { -readonly [Kind in keyof Started]: Started[Kind] } = { tick: null, microtask: null };
  const seen = new Set<RunRegion>();
  const reached = new Set<FollowedModule>();
  const keys = new Set<string>();
  const pending: Placed[] = [];
  for (const { id } of calling) {
    const start = reach(id);
    if (start !== undefined) pending.push({ module: start, value: { kind: 'own', region: 0 } });
  }
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) followValue(next);
  return found;

  function followValue({ module, value }: Placed): void {
    if (value.kind === 'own') run(module, module.facts.runs.regions[value.region]!);
    else if (value.kind === 'required') followExport(module, value);
    else if (value.kind === 'result' && value.key !== null) followKey(value.key);
    else if (value.kind === 'method' && !builtinMethods.has(value.key)) followKey(value.key);
  }

  function run(module: FollowedModule, region: RunRegion): void {
    if (seen.has(region)) return;
    seen.add(region);
    for (const kind of ['tick', 'microtask'] as const) {
      const range = region.scheduled[kind];
      if (range !== null) found[kind] ??= { path: module.id, range };
    }
    for (const call of region.calls) if (isAtOnce(call)) pending.push(...runBy(module, call));
  }

  function followExport(
    module: FollowedModule,
    { require, path }: Extract<RunValue, { kind: 'required' }>,
  ): void {
    const target = module.targets[require]!;
    const provider = target.kind === 'module' ? reach(target.id) : undefined;
    if (path.length > 1) followKey(path.at(-1)!);
    else if (provider !== undefined)
      pending.push(...exportedBy(provider, path).map((value) => ({ module: provider, value })));
  }

  function followKey(key: string): void {
    if (!methods || keys.has(key)) return;
    keys.add(key);
    for (const module of reached) pending.push(...underKey(module, key));
  }

  function reach(id: string): FollowedModule | undefined {
    const module = followed.get(id);
    if (module === undefined || reached.has(module)) return module;
    reached.add(module);
    for (const key of keys) pending.push(...underKey(module, key));
    return module;
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

/** What a module puts under a key, of whatever object: among the modules that the program calls that is what a method is. */
function underKey(module: FollowedModule, key: string): readonly Placed[] {
  const values = module.facts.runs.keyed.find(([under]) => under === key)?.[1] ?? [];
  return values.filter(({ kind }) => kind === 'own').map((value) => ({ module, value }));
}

interface Placed {
  readonly module: FollowedModule;
  readonly value: RunValue;
}

/** Where the arguments are not known, somebody else runs it, perhaps. */
function isAtOnce({ given, waited }: RunCall): boolean {
  return given !== null && waited !== true;
}
