import type { EffectFact, Range, RequireFact, TimelineEntry } from '../../../checker/facts.ts';
import { languageGlobals, registering } from '../../../checker/timeline/known-globals.ts';
import { cyclesIn } from '../cycles/components.ts';
import type { LinkModule, Target } from '../module.ts';
import { isNoticedBuiltin } from './builtins.ts';
import { keyWritten, type LoadedWith, looksAt } from './keyed-writes.ts';
import { type Loaded, loadTimeTargets, withLoaders } from './loading.ts';

/**
 * Order of evaluation: import declarations run before everything else in their file, calls of `require` run where they
 * stand. So a require may become an import only where nothing that ran before it can be noticed by what it loads.
 *
 * @see ECMA-262 §16.2.1.6.1.3 (InnerModuleEvaluation: dependencies first)
 */

export interface OrderQuestions {
  /** What loading the target does that others could notice, or could make a difference to it. */
  readonly noticeable: (target: Target) => Noticeable;
  /** An empty set of loaded modules, as a module has it before it loads any. */
  readonly nothingLoaded: (module: LinkModule) => Loaded;
  /** Whether a require stays a call, so that what it loads is loaded where it stands. */
  readonly staysCall: (fact: RequireFact, target: Target) => boolean;
  readonly amountsTo: AmountsTo;
  readonly loadedWith: LoadedWith;
}

/**
 * `nothing`: it can be loaded at any time. `file`: it is data, which others may have written just before. `reads`: it looks at what others may change, but changes nothing itself.
 * `enters`: so it is, and it loads modules that load each other: which of them comes first decides what the others get
 * of it. `effects`: it changes something, or may.
 */
export type Noticeable = 'nothing' | 'file' | 'reads' | 'enters' | 'effects';

/**
 * What something that happens while a module loads amounts to: `nothing`: it comes to the same at any time. `reads`: what
 * it finds may be something else at another time. `effects`: others could notice it, be it that it runs a getter.
 */
export type AmountsTo = (module: LinkModule, happening: Happening) => Amount;

export type Amount = Extract<Noticeable, 'nothing' | 'reads' | 'effects'>;

export type Happening = Exclude<TimelineEntry, { kind: 'require' }>;

/** Why a top-level require cannot be hoisted: what comes before it, at this place. */
export interface Barrier {
  readonly range: Range;
  readonly kind: BarrierKind;
}

/**
 * A call, a write, another statement; the read of a value, and one that runs a getter; a require of what does something
 * while it loads, and of what only reads something.
 */
export type BarrierKind = 'call' | 'write' | 'other' | 'read' | 'getter' | 'load' | 'reading-load';

interface KeyedWrite extends Barrier {
  readonly key: string;
}

/**
 * @returns for each top-level require that has to keep its place among the statements, what keeps it there.
 */
export function requiresBehindEffects(module: LinkModule, ask: OrderQuestions): ReadonlyMap<number, Barrier> {
  const { requires, timeline } = module.facts;
  const kept = new Map<number, Barrier>();
  const hoisted = ask.nothingLoaded(module);
  let effect: Barrier | null = null;
  let writer: Barrier | null = null;
  let read: Barrier | null = null;
  let patch: Barrier | null = null;
  const writes: KeyedWrite[] = [];
  for (const entry of timeline) {
    if (entry.kind === 'read') {
      const { range } = entry.read;
      const amount = effect !== null ? 'nothing' : ask.amountsTo(module, entry);
      if (amount === 'reads') read ??= { range, kind: 'read' };
      else if (amount === 'effects') effect = writer = { range, kind: 'getter' };
      continue;
    }
    if (entry.kind === 'effect') {
      if (effect === null && ask.amountsTo(module, entry) === 'nothing') continue;
      const barrier = { range: entry.effect.range, kind: kindOf(entry.effect) };
      const key = effect === null ? keyWritten(module, entry.effect, ask.loadedWith) : null;
      if (key === null) effect ??= barrier;
      if (key === null && mayWriteFiles(entry.effect)) writer ??= barrier;
      if (key !== null) writes.push({ ...barrier, key });
      if (isOnLanguage(entry.effect)) patch ??= barrier;
      continue;
    }
    const fact = requires[entry.require]!;
    const target = module.targets[entry.require]!;
    const isPlain = fact.placement === 'top' && !ask.staysCall(fact, target);
    // What an import above has loaded is there already: nothing happens when it is required once more. And where
    // nothing comes before it, nobody needs to know.
    const isFree = isPlain && effect === null && read === null && writes.length === 0;
    const noticeable = isFree || hoisted.includes(target) ? 'nothing' : ask.noticeable(target);
    const barrier = barrierFor[noticeable]({
      effect,
      writer,
      read,
      write: writes[0] ?? null,
      noticedWrite: () => writes.find(({ key }) => looksAt(target, key, ask.loadedWith)) ?? null,
      patch: target.kind === 'builtin' ? null : patch,
    });
    if (barrier !== null && fact.placement === 'top') kept.set(entry.require, barrier);
    if (isPlain && barrier === null) hoisted.add(target);
    else if (noticeable === 'effects' || noticeable === 'enters') {
      effect ??= { range: fact.call, kind: 'load' };
      writer ??= { range: fact.call, kind: 'load' };
    } else if (noticeable !== 'nothing') read ??= { range: fact.call, kind: 'reading-load' };
  }
  return kept.size === 0 ? noneKept : kept;
}

function kindOf({ kind }: EffectFact): BarrierKind {
  if (kind === 'call' || kind === 'new') return 'call';
  return kind === 'write' || kind === 'load' ? kind : 'other';
}

const noneKept: ReadonlyMap<number, Barrier> = new Map();

interface Barriers {
  readonly effect: Barrier | null;
  /** The first effect that may write files. */
  readonly writer: Barrier | null;
  readonly read: Barrier | null;
  /** The first write to nothing but a key of another module. */
  readonly write: Barrier | null;
  /** The same, to a key that is asked for. */
  readonly noticedWrite: () => Barrier | null;
  /** An effect on what the language itself gives: nobody knows who could do without it. */
  readonly patch: Barrier | null;
}

const barrierFor: Readonly<Record<Noticeable, (barriers: Barriers) => Barrier | null>> = {
  nothing: ({ patch }) => patch,
  file: ({ writer, noticedWrite }) => writer ?? noticedWrite(),
  reads: ({ effect, noticedWrite }) => effect ?? noticedWrite(),
  enters: ({ effect, write }) => effect ?? write,
  effects: ({ effect, write, read }) => effect ?? write ?? read,
};

/** `Object.prototype.x = …`, `JSON.parse = …`, `Error.stackTraceLimit = …` */
function isOnLanguage({ kind, callee }: EffectFact): boolean {
  return kind === 'write' && callee.kind === 'global' && languageGlobals.has(callee.name.split('.')[0]!);
}

/** Whether it may run code that is not known; a setter that writes files is not thought of. */
function mayWriteFiles({ kind, callee }: EffectFact): boolean {
  if (callee.kind !== 'global') return true;
  const [object, key = ''] = callee.name.split('.');
  return kind !== 'write' && object !== 'console' && !(object === 'process' && registering.has(key));
}

/**
 * What loading a target can be noticed by: nothing for a builtin; for a module of the project what its whole reachable
 * top level does; anything for what we do not know.
 *
 * @param entering from `enteringCycles`
 */
export function noticeability(
  modules: ReadonlyMap<string, LinkModule>,
  amountsTo: AmountsTo,
  entering: ReadonlySet<string>,
): (target: Target) => Noticeable {
  const effectful = withLoaders(modules, (module) => hasEffects(module, amountsTo));
  const looking = withLoaders(
    modules,
    (module) =>
      loadTimeTargets(module).some(isJson) || (!effectful.has(module.id) && readsShared(module, amountsTo)),
  );
  return (target) => {
    if (target.kind === 'builtin') return isNoticedBuiltin(target.name) ? 'effects' : 'nothing';
    if (isJson(target)) return 'file';
    if (target.kind !== 'module' || effectful.has(target.id)) return 'effects';
    if (entering.has(target.id)) return 'enters';
    return looking.has(target.id) ? 'reads' : 'nothing';
  };
}

/** The modules that load others which load each other. */
export function enteringCycles(modules: ReadonlyMap<string, LinkModule>): ReadonlySet<string> {
  const inCycles = new Set(cyclesIn(modules.keys(), (id) => loadedModules(modules.get(id)!)).flat());
  return withLoaders(modules, ({ id }) => inCycles.has(id));
}

function loadedModules(module: LinkModule): readonly string[] {
  return loadTimeTargets(module).flatMap((target) => (target.kind === 'module' ? [target.id] : []));
}

function hasEffects(module: LinkModule, amountsTo: AmountsTo): boolean {
  return hasEffect(module, amountsTo) || loadTimeTargets(module).some(isUnknown);
}

/** Whether what a module itself does while it loads could be noticed. */
export function hasEffect(module: LinkModule, amountsTo: AmountsTo): boolean {
  return amountsSomewhereTo('effects', module, amountsTo);
}

/** Whether what it looks at may be something else at another time. */
export function readsShared(module: LinkModule, amountsTo: AmountsTo): boolean {
  return amountsSomewhereTo('reads', module, amountsTo);
}

function amountsSomewhereTo(amount: Amount, module: LinkModule, amountsTo: AmountsTo): boolean {
  return module.facts.timeline.some(
    (entry) => entry.kind !== 'require' && amountsTo(module, entry) === amount,
  );
}

/** What we do not know may do anything while it is loaded. */
function isUnknown(target: Target): boolean {
  if (target.kind === 'builtin') return isNoticedBuiltin(target.name);
  return target.kind !== 'module' && !isJson(target);
}

/** What a require amounts to in a function that is called while a module loads. */
export function loadingLate(target: Target): Amount {
  if (isJson(target)) return 'reads';
  return target.kind === 'builtin' && !isNoticedBuiltin(target.name) ? 'nothing' : 'effects';
}

/** Data does nothing, but the file may have been written just before. */
export function isJson(target: Target): boolean {
  return target.kind === 'external' && target.external.system === 'json';
}
