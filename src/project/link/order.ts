import type { EffectFact } from '../../checker/facts.ts';
import type { LinkModule, Target } from './module.ts';

/**
 * Order of evaluation: import declarations run before everything else in their file, calls of `require` run where they
 * stand. So a require may become an import only where nothing that ran before it can be noticed by what it loads.
 *
 * @see ECMA-262 §16.2.1.6.1.3 (InnerModuleEvaluation: dependencies first)
 */

export interface OrderQuestions {
  /** Loading it neither changes nor reads anything that others could change. */
  readonly inert: (target: Target) => boolean;
  /** The effect stays within modules that what follows does not look at while it loads. */
  readonly harmless: (module: LinkModule, effect: EffectFact) => boolean;
}

/** Why a top-level require cannot be hoisted: the effect, or the earlier require that itself keeps its place. */
export type Barrier = { readonly effect: EffectFact } | { readonly require: number };

/**
 * @returns for each top-level require that has to keep its place among the statements, what keeps it there.
 */
export function requiresBehindEffects(module: LinkModule, ask: OrderQuestions): ReadonlyMap<number, Barrier> {
  const kept = new Map<number, Barrier>();
  let barrier: Barrier | null = null;
  for (const entry of module.facts.timeline) {
    if (entry.kind === 'effect') {
      if (barrier === null && !ask.harmless(module, entry.effect)) barrier = { effect: entry.effect };
      continue;
    }
    if (ask.inert(module.targets[entry.require]!)) continue;
    if (module.facts.requires[entry.require]!.placement !== 'top') barrier ??= { require: entry.require };
    else if (barrier !== null) kept.set(entry.require, barrier);
  }
  return kept;
}

/**
 * Whether loading the target is unnoticeable whenever it happens: a builtin, or a module of the project whose whole
 * reachable top level has no effect and reads nothing that others may change.
 */
export function inertness(modules: ReadonlyMap<string, LinkModule>): (target: Target) => boolean {
  const noticeable = noticeableModules(modules);
  return (target) =>
    target.kind === 'builtin' ||
    (target.kind === 'module' && modules.has(target.id) && !noticeable.has(target.id));
}

function noticeableModules(modules: ReadonlyMap<string, LinkModule>): ReadonlySet<string> {
  const loadedBy = new Map<string, string[]>();
  const noticeable = new Set<string>();
  for (const module of modules.values()) {
    const { timeline, sharedReads } = module.facts;
    const loaded = loadTimeTargets(module);
    if (
      sharedReads.length > 0 ||
      timeline.some((entry) => entry.kind === 'effect') ||
      loaded.some((target) => target.kind === 'external' || target.kind === 'dynamic')
    ) {
      noticeable.add(module.id);
    }
    for (const target of loaded) {
      if (target.kind !== 'module') continue;
      const loaders = loadedBy.get(target.id);
      if (loaders === undefined) loadedBy.set(target.id, [module.id]);
      else loaders.push(module.id);
    }
  }
  for (const id of noticeable) for (const loader of loadedBy.get(id) ?? []) noticeable.add(loader);
  return noticeable;
}

/** What a module loads while it is loaded itself. */
export function loadTimeTargets(module: LinkModule): readonly Target[] {
  const required = module.facts.requires.flatMap((fact, index) =>
    fact.placement === 'deferred' ? [] : [module.targets[index]!],
  );
  return [...required, ...module.imports.values()];
}
