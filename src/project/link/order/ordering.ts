import type { RequireFact } from '../../../checker/facts.ts';
import type { Finding } from '../../../checker/finding.ts';
import { cyclesIn } from '../cycles/components.ts';
import { readAsCallers } from '../loader/caller-readers.ts';
import { type LoaderState, loaderState } from '../loader/loader-state.ts';
import { requirersOfReaders } from '../loader/parents.ts';
import { readOffTheStack } from '../loader/stack-readers.ts';
import type { Suspects } from '../loader/suspects.ts';
import type { LinkModule, Target } from '../module.ts';
import { lackingNames } from '../nothing.ts';
import { moduleIds } from '../reachable.ts';
import { staysCall } from '../stays-call.ts';
import {
  type CalledOnPrimitives,
  calledOnPrimitives,
  withoutObjects,
} from '../strict/called-on-primitives.ts';
import { writersToClosedArguments } from '../strict/closed-arguments.ts';
import { writersOfClosedKeys } from '../strict/closed-keys.ts';
import { writersToClosed } from '../strict/closed-names.ts';
import { writersToInstalled } from '../strict/installed-writes.ts';
import { calledPlainly, type PlainlyCalled, withoutGlobalThis } from '../strict/plainly-called.ts';
import { type Silenced, silenced } from '../strict/silenced.ts';
import { writersToGiven } from '../strict/written-parameters.ts';
import { namesTaken } from '../uses.ts';
import { type CopiedNames, copiedNames } from './copied-names.ts';
import { keptFailures } from './failing.ts';
import { idleCalls } from './idle-calls.ts';
import { type InstalledModules, loadedWith, withInstalled } from './installed-loads.ts';
import { nothingLoaded } from './loading.ts';
import {
  type AmountsTo,
  type Barrier,
  enteringCycles,
  loadingLate,
  type Noticeable,
  noticeability,
  type OrderQuestions,
  requiresBehindEffects,
} from './order.ts';
import { type PassesOn, passingOn } from './passed-on.ts';
import { type Patches, patchesBy } from './patches.ts';
import { replacesItsExports, type SharedState, sharedState } from './shared-state.ts';
import { type Written, writesTo } from './writers.ts';

/** What the order in which modules are loaded asks for. It is the part of linking that looks at installed files. */
export interface Ordering {
  /** For each module the top-level requires that keep their place, and why. */
  readonly keptInOrder: ReadonlyMap<string, ReadonlyMap<number, Barrier>>;
  readonly noticeable: (target: Target) => Noticeable;
  /**
   * Requires that take names out of what may change: named imports of builtins and of installed CommonJS are copies,
   * made when the target is first loaded.
   */
  readonly momentary: ReadonlySet<RequireFact>;
  readonly copied: CopiedNames;
  readonly loader: LoaderState;
  readonly staysCall: OrderQuestions['staysCall'];
  /** Whether only a call of `require` may load a target, if that stays CommonJS. */
  readonly onlyByCall: (target: Target) => boolean;
  readonly passesOn: PassesOn;
  /** Functions that other modules call without an object. */
  readonly plainly: ReadonlyMap<string, readonly PlainlyCalled[]>;
  /** Functions that other modules call on primitive values. */
  readonly onPrimitives: CalledOnPrimitives;
  /** Why a module has to stay for the sake of installed files, or of how the stack looks to others. */
  readonly stays: ReadonlyMap<string, Finding>;
  /** Replacements of sloppy writes and deletions that are rejected. */
  readonly silenced: Silenced['mends'];
}

/** What holds of the order whatever installed files do: found once, where these are read in rounds. */
export interface OrderBasis {
  readonly entering: ReadonlySet<string>;
  readonly written: Written;
  readonly failures: ReadonlySet<RequireFact>;
  /** For each module in a cycle all that are in it: one of them may be under way while another one loads. */
  readonly together: ReadonlyMap<string, ReadonlySet<string>>;
}

export function orderBasis(modules: ReadonlyMap<string, LinkModule>): OrderBasis {
  return {
    entering: enteringCycles(modules),
    written: writesTo(modules),
    failures: keptFailures(modules),
    together: inOneCycle(modules),
  };
}

/** What is found from modules and installed files alone. */
export type Part<Found> = (
  modules: ReadonlyMap<string, LinkModule>,
  installed: InstalledModules | null,
  suspects: Suspects,
) => Found;

/** Finds such a part, or has found it before. */
export type FindPart = <Found>(part: Part<Found>) => Found;

/**
 * @param installed null: nothing is known of installed files, so that loading one may do anything
 * @param suspects installed files that may matter to whoever loads them
 */
export function orderingOf(
  modules: ReadonlyMap<string, LinkModule>,
  installed: InstalledModules | null,
  suspects: Suspects,
  { entering, written, failures, together }: OrderBasis = orderBasis(modules),
  find: FindPart = (part) => part(modules, installed, suspects),
): Ordering {
  const shared = sharedState(modules, installed, find(patchesIn), written);
  const settings = new Set([
    ...suspects.settings,
    ...[...modules.values()].flatMap(({ facts }) => facts.settings),
  ]);
  const isIdle = idleCalls({ modules, installed, shared, together });
  const amountsTo: AmountsTo = (module, happening) => {
    if (happening.kind === 'effect') {
      const { effect } = happening;
      if (effect.kind === 'load' && effect.callee.kind === 'required')
        return loadingLate(module.targets[effect.callee.require]!);
      return isIdle(module, effect) ? 'nothing' : 'effects';
    }
    const { from } = happening.read;
    if (from.kind === 'setting') return settings.has(from.setting) ? 'reads' : 'nothing';
    if (from.kind === 'member') return shared.changesSomewhere(from.key, module.id) ? 'reads' : 'nothing';
    if (from.kind !== 'required') return 'reads';
    const target = module.targets[from.require]!;
    if (shared.runs(target, from.path)) return 'effects';
    return shared.changes(target, from.path) ? 'reads' : 'nothing';
  };
  const noticeable = noticeability(modules, amountsTo, entering);
  const copied = copiedNames(modules, shared);
  const loader = find(loaderState);
  const isCall: OrderQuestions['staysCall'] = (fact, target) =>
    staysCall(fact, target, modules) ||
    copied.isCopied(target) ||
    failures.has(fact) ||
    loader.isReloaded(target);
  const lacksNames = lackingNames(modules, installed);
  const onlyByCall = (target: Target): boolean =>
    lacksNames(target) || (target.kind === 'module' && modules.get(target.id)!.runsGetters);
  const loading =
    installed === null ? noticeable : withInstalled(modules, installed, amountsTo, loader.isReloaded);
  const replacesExports = (target: Target): boolean =>
    target.kind === 'module' && replacesItsExports(modules.get(target.id)!);
  const order: OrderQuestions = {
    // Whatever loading it amounts to, what it exports may be something else later on.
    noticeable: (target) => {
      const amount = loading(target);
      return amount === 'nothing' && replacesExports(target) ? 'reads' : amount;
    },
    nothingLoaded: ({ id }) => nothingLoaded(modules, (other) => together.get(id)?.has(other) ?? false),
    staysCall: (fact, target) => isCall(fact, target) || onlyByCall(target),
    amountsTo,
    loadedWith: (target) => loadedWith(target, modules, installed),
  };
  const keptInOrder = new Map(
    [...modules.values()].map((module) => [module.id, requiresBehindEffects(module, order)]),
  );
  const momentary = momentaryRequires(modules, shared);
  const plainly = find(calledPlainly);
  const onPrimitives = find(calledOnPrimitives);
  const ofClosed = find(writersOfClosedKeys);
  const ofInstalled = find(writersToInstalled);
  const silent = silenced(modules, {
    objects: [ofInstalled.objects, find(writersToClosed), find(writersToClosedArguments), ofClosed.proxies],
    primitives: ofInstalled.primitives,
    keys: ofClosed.keys,
    given: find(writersToGiven),
  });
  const stays = new Map([
    ...silent.stays,
    ...withoutObjects(onPrimitives),
    ...withoutGlobalThis(plainly),
    ...find(readOffTheStack),
    ...find(readAsCallers),
    ...find(requirersOfReaders),
  ]);
  return {
    keptInOrder,
    noticeable,
    momentary,
    copied,
    loader,
    staysCall: isCall,
    onlyByCall,
    passesOn: passingOn(modules, installed, shared, together),
    plainly,
    onPrimitives,
    silenced: silent.mends,
    stays,
  };
}

const patchesIn: Part<Patches> = (modules, installed, { patchers }) =>
  patchesBy(
    modules.values(),
    patchers.flatMap((file) => installed?.(file) ?? []),
  );

function inOneCycle(modules: ReadonlyMap<string, LinkModule>): ReadonlyMap<string, ReadonlySet<string>> {
  const cycles = cyclesIn(modules.keys(), (id) => {
    const { targets, imports } = modules.get(id)!;
    return moduleIds([...targets, ...imports.values()]);
  });
  return new Map(
    cycles.flatMap((cycle) => {
      const members = new Set(cycle);
      return cycle.map((id) => [id, members] as const);
    }),
  );
}

function momentaryRequires(
  modules: ReadonlyMap<string, LinkModule>,
  shared: SharedState,
): ReadonlySet<RequireFact> {
  const found = new Set<RequireFact>();
  for (const { facts, targets } of modules.values()) {
    for (const [index, fact] of facts.requires.entries()) {
      const target = targets[index]!;
      // Names of installed files are not imported for functions anyway.
      if (target.kind !== 'builtin' && (target.kind !== 'external' || fact.placement !== 'top')) continue;
      const names = namesTaken(fact);
      if (names.length > 0 && shared.changingName(target, names) !== null) found.add(fact);
    }
  }
  return found;
}
