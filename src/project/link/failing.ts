import type { RequireFact, TimelineEntry } from '../../checker/facts.ts';
import type { Finding } from '../../checker/finding.ts';
import { uncaughtTargets, withLoaders } from './loading.ts';
import type { LinkModule, Target } from './module.ts';
import { moduleIds, reach } from './reachable.ts';

/**
 * Modules that may throw while they load, and are then required once more: CommonJS runs them again, an ES module
 * remembers its error (ECMA-262 §16.2.1.6.1.3.1: [[EvaluationError]]).
 *
 * @returns why a module has to stay CommonJS
 */
export function triedAgain(modules: ReadonlyMap<string, LinkModule>): ReadonlyMap<string, Finding> {
  const failing = withLoaders(modules, ({ facts }) => facts.timeline.some(isThrow), uncaughtTargets);
  const loads = countLoads(modules, failing);
  const stays = new Map<string, Finding>();
  for (const importer of modules.values()) {
    for (const [index, fact] of importer.facts.requires.entries()) {
      const target = importer.targets[index]!;
      if (target.kind !== 'module' || !failing.has(target.id)) continue;
      const mayRepeat = fact.repeated || fact.placement === 'deferred' || loads.get(target.id)! > 1;
      // Whoever does not catch the error does not go on to a second attempt.
      if (!fact.guarded || !mayRepeat) continue;
      const related = [{ path: importer.id, range: fact.call, note: 'here' }];
      const finding = {
        code: 'tried-again',
        range: [0, 0],
        args: { path: importer.id },
        related,
        settledBy: [],
      } as const;
      for (const id of failingWith(target.id, failing, modules)) if (!stays.has(id)) stays.set(id, finding);
    }
  }
  return stays;
}

/** What a function of the file throws when it is called it throws at any attempt, as far as anybody can tell. */
function isThrow(entry: TimelineEntry): boolean {
  return entry.kind === 'effect' && entry.effect.kind === 'throw' && !entry.effect.inCall;
}

/** How many places load each of these modules. */
function countLoads(
  modules: ReadonlyMap<string, LinkModule>,
  failing: ReadonlySet<string>,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { targets, imports } of modules.values())
    for (const target of [...targets, ...imports.values()])
      if (target.kind === 'module' && failing.has(target.id))
        counts.set(target.id, (counts.get(target.id) ?? 0) + 1);
  return counts;
}

/** A module and those that it loads and whose errors become its own. */
function failingWith(
  start: string,
  failing: ReadonlySet<string>,
  modules: ReadonlyMap<string, LinkModule>,
): ReadonlySet<string> {
  const found = new Set([start]);
  for (const id of found)
    for (const target of uncaughtTargets(modules.get(id)!))
      if (target.kind === 'module' && failing.has(target.id)) found.add(target.id);
  return found;
}

/**
 * Requires of what is not there whose error somebody may catch: those in a `try`, and those in modules that are loaded in
 * one, or by a function that may be called in one. The error of an import has another code, ERR_MODULE_NOT_FOUND.
 */
export function caughtFailures(modules: ReadonlyMap<string, LinkModule>): ReadonlySet<RequireFact> {
  const failures = [...modules.values()].flatMap((module) =>
    module.facts.requires.flatMap((fact, index) =>
      isMissing(module.targets[index]!) ? [{ module, fact }] : [],
    ),
  );
  if (failures.length === 0) return new Set();
  const attempted = attemptedModules(modules);
  return new Set(
    failures.filter(({ module, fact }) => fact.guarded || attempted.has(module.id)).map(({ fact }) => fact),
  );
}

function isMissing(target: Target): boolean {
  return target.kind === 'external' && target.external.system === 'missing';
}

/** The modules that may be loaded where an error of theirs is caught. */
function attemptedModules(modules: ReadonlyMap<string, LinkModule>): ReadonlySet<string> {
  const started = [...modules.values()].flatMap(({ facts, targets, imports, mayLoad }) => {
    const required = facts.requires.flatMap(({ guarded, placement }, index) =>
      guarded || placement === 'deferred' ? [targets[index]!] : [],
    );
    const imported = facts.esm.dynamicImports.flatMap(({ argument }) => imports.get(argument[0]) ?? []);
    return [...moduleIds([...required, ...imported]), ...mayLoad];
  });
  return reach(started, (id) => moduleIds(uncaughtTargets(modules.get(id)!)));
}
