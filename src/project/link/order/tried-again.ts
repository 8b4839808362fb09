import type { Range, TimelineEntry } from '../../../checker/facts.ts';
import { type Finding, makeFinding } from '../../../checker/finding.ts';
import { writableGlobals } from '../../../checker/strict/free-names.ts';
import { isConstantGlobal } from '../../../checker/timeline/known-globals.ts';
import type { LinkModule } from '../module.ts';
import { loadedBy, loadersIn, moduleIds, reach } from '../reachable.ts';
import { nothingLoaded, uncaughtTargets, withLoaders } from './loading.ts';

/**
 * Modules that may throw while they load, and are then required once more: CommonJS runs them again, an ES module
 * remembers its error (ECMA-262 §16.2.1.6.1.3.1: [[EvaluationError]]).
 *
 * @returns why a module has to stay CommonJS
 */
export function triedAgain(modules: ReadonlyMap<string, LinkModule>): ReadonlyMap<string, Finding> {
  const stays = new Map<string, Finding>();
  const suspected = suspicions.map(({ attempts, mayFail }) => ({ mayFail, made: madeIn(modules, attempts) }));
  if (suspected.every(({ made }) => made.length === 0)) return stays;
  const loadersOf = loadersIn(modules);
  for (const { mayFail, made } of suspected) {
    const failing = withLoaders(modules, (module) => mayFail(module), uncaughtTargets);
    for (const [importer, attempt] of made) {
      if (!failing.has(attempt.target)) continue;
      const isLoaded = loadedBefore(attempt, importer, modules, loadersOf);
      const runAgain = (id: string): boolean => failing.has(id) && id !== importer.id && !isLoaded(id);
      const failed = reach([attempt.target].filter(runAgain), (id) =>
        loadedBy(modules.get(id)!).filter(runAgain),
      );
      if (!attempt.mayRepeat && !isLoadedBesides(failed, importer.id, loadersOf)) continue;
      for (const id of failed) if (!stays.has(id)) stays.set(id, findingOf(importer.id, attempt.place));
    }
  }
  return stays;
}

/** Who loads a module such that there can be another attempt when it fails. */
interface Attempt {
  readonly target: string;
  readonly place: Range;
  /** By the same piece of code. */
  readonly mayRepeat: boolean;
  /** The first require of its file that comes after it, or is it. */
  readonly before: number;
}

interface Suspicion {
  readonly attempts: (importer: LinkModule) => readonly Attempt[];
  readonly mayFail: (module: LinkModule) => boolean;
}

const suspicions: readonly Suspicion[] = [
  // Who writes a `try` around a require reckons with any error.
  {
    attempts: (importer) => [...attemptsOf(importer, true), ...importsOf(importer)],
    mayFail: (module) => module.facts.timeline.some((entry) => isThrow(entry) || looksOutside(entry, module)),
  },
  // Nobody can say whether those who call a function reckon with errors of what it loads: only with those thrown on
  // purpose, and what a function of the file throws when it is called it throws at any attempt, as far as anybody can tell.
  {
    attempts: (importer) => [...attemptsOf(importer, false), ...looseAttemptsOf(importer)],
    mayFail: ({ facts }) => facts.timeline.some((entry) => isThrow(entry) && !entry.effect.inCall),
  },
];

function madeIn(
  modules: ReadonlyMap<string, LinkModule>,
  attempts: Suspicion['attempts'],
): readonly (readonly [importer: LinkModule, attempt: Attempt])[] {
  return [...modules.values()].flatMap((module) =>
    attempts(module).map((attempt) => [module, attempt] as const),
  );
}

function attemptsOf({ facts, targets, mayLoad }: LinkModule, guarded: boolean): readonly Attempt[] {
  return facts.requires.flatMap((fact, before) => {
    const target = targets[before]!;
    const mayRepeat = fact.repeated || fact.placement === 'deferred';
    // Whoever does not catch the error does not go on to a second attempt.
    const isCaught = guarded ? fact.guarded : !fact.guarded && fact.placement === 'deferred';
    const attempted = target.kind === 'dynamic' ? mayLoad : moduleIds([target]);
    return isCaught ? attempted.map((id) => ({ target: id, place: fact.call, mayRepeat, before })) : [];
  });
}

/** Who gets a path may catch the errors of what it loads. */
function looseAttemptsOf({ facts, loose }: LinkModule): readonly Attempt[] {
  const { requires } = facts;
  return loose.flatMap(({ at, ids }) => {
    const require = requires.find(({ argument }) => argument[0] === at);
    if (require?.placement !== 'deferred' && require?.guarded === false) return [];
    const next = requires.findIndex(({ call }) => call[1] > at);
    const before = next === -1 ? requires.length : next;
    return ids.map((target) => ({ target, place: [at, at] as const, mayRepeat: true, before }));
  });
}

/** Node keeps the error of what `import()` has loaded itself, of a CommonJS file, too. */
function importsOf({ facts, imports }: LinkModule): readonly Attempt[] {
  return facts.esm.dynamicImports.flatMap(({ argument }) => {
    const target = imports.get(argument[0]);
    return target?.kind === 'module'
      ? [{ target: target.id, place: argument, mayRepeat: false, before: facts.requires.length }]
      : [];
  });
}

type EffectEntry = Extract<TimelineEntry, { readonly kind: 'effect' }>;

function isThrow(entry: TimelineEntry): entry is EffectEntry {
  return entry.kind === 'effect' && entry.effect.kind === 'throw';
}

/** It may fail for what it finds at that time: a file (`fs.readFileSync()`), a global that is not there yet. */
function looksOutside(entry: TimelineEntry, { targets }: LinkModule): boolean {
  if (entry.kind === 'read') {
    const { from } = entry.read;
    const isThere = from.kind === 'global' && (writableGlobals.has(from.name) || isConstantGlobal(from.name));
    return outside.has(from.kind) && !isThere;
  }
  if (entry.kind === 'require') return false;
  const { callee } = entry.effect;
  return callee.kind === 'required' && targets[callee.require]!.kind === 'builtin';
}

const outside: ReadonlySet<string> = new Set(['files', 'global', 'setting']);

/** Tells which modules have been loaded for certain, so without an error, when somebody attempts to load another one. */
function loadedBefore(
  { before }: Attempt,
  { id, facts, targets }: LinkModule,
  modules: ReadonlyMap<string, LinkModule>,
  loadersOf: (id: string) => readonly string[],
): (id: string) => boolean {
  const underWay = reach([id], loadersOf);
  const loaded = nothingLoaded(modules, (other) => underWay.has(other));
  for (const [index, { placement }] of facts.requires.entries())
    if (index < before && placement === 'top') loaded.add(targets[index]!);
  return (other) => !underWay.has(other) && loaded.includes({ kind: 'module', id: other });
}

/** Whether anything but this attempt leads to one of the modules that failed. */
function isLoadedBesides(
  failed: ReadonlySet<string>,
  importer: string,
  loadersOf: (id: string) => readonly string[],
): boolean {
  const outside = [...failed].flatMap((id) => loadersOf(id).filter((loader) => !failed.has(loader)));
  return outside.length > 1 || outside.some((loader) => loader !== importer);
}

function findingOf(path: string, place: Range): Finding {
  const related = [{ path, range: place, note: 'here' }];
  return makeFinding('tried-again', { args: { path }, related });
}
