import type { Range, TimelineEntry } from '../../../checker/facts.ts';
import { type Finding, makeFinding } from '../../../checker/finding.ts';
import { becomesModule } from '../importers.ts';
import type { LinkModule, Verdict } from '../module.ts';
import { entriesOf, loadClosureOf, uncaughtTargets, withLoaders } from '../order/loading.ts';
import type { ScheduledAt, Started } from './started.ts';

/**
 * What programs schedule while they load, all their modules together. Node runs a CommonJS entry directly, and then the
 * queue of `process.nextTick` before that of promises; it evaluates an ES module as part of a promise. So the two queues
 * change places, and where loading fails, the promises that wait already are settled all the same.
 *
 * @see Node documentation, `process.nextTick()`, "When to use queueMicrotask() vs. process.nextTick()"
 */
export function judgeScheduling(
  modules: ReadonlyMap<string, LinkModule>,
  started: ReadonlyMap<string, Started>,
  verdicts: ReadonlyMap<string, Verdict>,
): void {
  const ticking = withLoaders(modules, ({ facts }) => facts.scheduled.tick !== null);
  const waiting = withLoaders(modules, ({ facts }) => facts.scheduled.microtask !== null);
  const failing = withLoaders(modules, ({ facts }) => facts.timeline.some(isThrow), uncaughtTargets);
  for (const module of entriesOf(modules)) {
    const { id } = module;
    const verdict = verdicts.get(id)!;
    if (!becomesModule(module, verdict.fate)) continue;
    const calls = started.get(id);
    const ticks = ticking.has(id) || calls?.tick != null;
    const waits = waiting.has(id) || calls?.microtask != null;
    const found =
      ticks && waits
        ? inWrongOrder(module, modules, calls)
        : failing.has(id) && (ticking.has(id) || waiting.has(id))
          ? errorAfterScheduling(module, modules)
          : null;
    if (found === null) continue;
    verdict.fate = 'stay';
    verdict.findings.push(found);
  }
}

function isThrow(entry: TimelineEntry): boolean {
  return entry.kind === 'effect' && entry.effect.kind === 'throw';
}

function inWrongOrder(
  entry: LinkModule,
  modules: ReadonlyMap<string, LinkModule>,
  started: Started | undefined,
): Finding | null {
  const loaded = loadClosureOf(entry.id, modules);
  const first = (kind: keyof Started): ScheduledAt | null => {
    const module = loaded.find(({ facts }) => facts.scheduled[kind] !== null);
    return module ? { path: module.id, range: module.facts.scheduled[kind]! } : (started?.[kind] ?? null);
  };
  const tick = first('tick');
  const microtask = first('microtask');
  if (tick === null || microtask === null) return null;
  return makeFinding('tick-order-of-program', {
    args: { tick: tick.path, microtask: microtask.path },
    related: [
      { ...tick, note: 'scheduled here' },
      { ...microtask, note: 'a promise is waited for here' },
    ],
  });
}

/** Follows the loading of a program to the first error that may come after something was scheduled. */
function errorAfterScheduling(entry: LinkModule, modules: ReadonlyMap<string, LinkModule>): Finding | null {
  const loaded = new Set<string>();
  let scheduled: { readonly path: string; readonly range: Range } | null = null;
  return load(entry);

  function load(module: LinkModule): Finding | null {
    if (loaded.has(module.id)) return null;
    loaded.add(module.id);
    const { tick, microtask } = module.facts.scheduled;
    const pending = [tick, microtask].filter((range) => range !== null).sort((a, b) => a[0] - b[0]);
    for (const happening of module.facts.timeline) {
      const [first] = pending;
      if (first !== undefined && first[0] < happening.at) scheduled ??= { path: module.id, range: first };
      if (happening.kind === 'read') continue;
      const found =
        happening.kind === 'require' ? loadRequired(module, happening.require) : failure(module, happening);
      if (found !== null) return found;
    }
    const [first] = pending;
    if (first !== undefined) scheduled ??= { path: module.id, range: first };
    return null;
  }

  function loadRequired(module: LinkModule, index: number): Finding | null {
    const target = module.targets[index]!;
    if (target.kind !== 'module') return null;
    const found = load(modules.get(target.id)!);
    return module.facts.requires[index]!.guarded ? null : found;
  }

  function failure(module: LinkModule, happening: TimelineEntry & { kind: 'effect' }): Finding | null {
    if (scheduled === null || !isThrow(happening)) return null;
    const related = [{ ...scheduled, note: 'after this' }];
    if (module === entry)
      return makeFinding('scheduled-before-error', { range: happening.effect.range, related });
    related.push({ path: module.id, range: happening.effect.range, note: 'the error' });
    return makeFinding('scheduled-before-error', { related });
  }
}
