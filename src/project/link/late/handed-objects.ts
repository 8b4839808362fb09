import type { RunCall, RunValue } from '../../../checker/facts.ts';
import type { LoadGraph } from '../cycles/load-graph.ts';
import type { FollowedModule } from '../module.ts';
import { usesOf } from '../uses.ts';
import { exportedBy, type GivenFunctions } from './arguments.ts';
import { isCalledByName } from './placed.ts';
import type { PlainValues } from './plain-values.ts';

/** Code outside of the project. */
export const OUTSIDE = '';

/**
 * Whose objects a module may have got hold of without a require: those that were arguments of the calls which have run.
 * Whoever gets an object may convert it, go through it, and read its accessors.
 */
export class HandedObjects {
  readonly #modules: ReadonlyMap<string, FollowedModule>;
  readonly #graph: LoadGraph;
  readonly #given: GivenFunctions;
  readonly #plain: PlainValues;
  /** The modules that made what a module was given. */
  readonly #makers = new Map<string, Set<string>>();
  /** Those of which others may find objects without being given these. */
  readonly #public = new Set<string>();
  readonly #behind = new Map<string, Set<string>>();

  constructor(
    modules: ReadonlyMap<string, FollowedModule>,
    graph: LoadGraph,
    given: GivenFunctions,
    plain: PlainValues,
  ) {
    this.#modules = modules;
    this.#graph = graph;
    this.#given = given;
    this.#plain = plain;
  }

  /** Notes what calls of a module hand over to functions of others. */
  note(module: FollowedModule, calls: readonly RunCall[]): void {
    for (const call of calls) {
      if (call.away && !isFunction(module, call.callee)) this.#public.add(module.id);
      const receivers = this.#receiversOf(module, call.callee);
      if (receivers.size === 0) continue;
      const makers = this.#madeFor(module, call);
      for (const receiver of receivers) {
        const known = this.#makers.get(receiver) ?? new Set();
        this.#makers.set(receiver, known);
        for (const maker of makers) known.add(maker);
      }
    }
  }

  /** The modules whose objects a module was given, by way of others too. */
  givenTo(id: string): ReadonlySet<string> {
    const found = new Set([...(this.#makers.get(id) ?? []), ...this.#public]);
    for (const giver of found) for (const maker of this.#makers.get(giver) ?? []) found.add(maker);
    return found;
  }

  /** The modules that may have the function which is called. */
  #receiversOf(module: FollowedModule, callee: RunValue, found = new Set<string>()): ReadonlySet<string> {
    if (callee.kind === 'global') return found.add(OUTSIDE);
    if (callee.kind !== 'required' && callee.kind !== 'result') return found;
    const id = idOf(module, callee);
    if (id === null) return found.add(OUTSIDE);
    if (callee.kind === 'result' || found.has(id)) return found;
    if (callee.path.length > 1) return this.#graph.reachedFrom(id);
    found.add(id);
    const provider = this.#modules.get(id)!;
    for (const value of exportedBy(provider, callee.path)) this.#receiversOf(provider, value, found);
    return found;
  }

  /** The modules whose objects a call hands over. */
  #madeFor(module: FollowedModule, call: RunCall): ReadonlySet<string> {
    const run = new Set(this.#given.runBy(module, call));
    const values = call.given?.flat() ?? [unknown];
    const isUnknown = values.some(({ kind }) => kind === 'unknown');
    const found = new Set(isUnknown ? this.#madeBehind(module) : call.objects ? [module.id] : []);
    for (const value of values) this.#addMakers(module, value, run.has(value), found);
    return found;
  }

  /** An object of a module may hold what that required. */
  #madeBehind(module: FollowedModule): ReadonlySet<string> {
    const known = this.#behind.get(module.id);
    if (known !== undefined) return known;
    const found = new Set([module.id]);
    this.#behind.set(module.id, found);
    for (const [require, fact] of module.facts.requires.entries()) {
      for (const { keys } of usesOf(fact))
        this.#addMakers(module, { kind: 'required', require, path: keys.slice(0, 1) }, false, found);
    }
    for (const { callee } of module.facts.runs.regions.flatMap(({ calls }) => calls)) {
      if (callee.kind === 'required')
        this.#addMakers(module, { kind: 'result', require: callee.require, key: null }, false, found);
    }
    return found;
  }

  /**
   * @param isRun of a function: whether it is, so that whoever has it gets what it returns
   * @param passed what was followed on the way, since modules may pass on what they get from each other
   */
  #addMakers(
    module: FollowedModule,
    value: RunValue,
    isRun: boolean,
    found: Set<string>,
    passed: ReadonlySet<string> = new Set(),
  ): void {
    if (value.kind !== 'required' && value.kind !== 'result') {
      if (isRun || !isFunction(module, value)) found.add(module.id);
      return;
    }
    const id = idOf(module, value);
    if (id === null || found.has(id) || this.#plain.isPlain(module, value)) return;
    const provider = this.#modules.get(id)!;
    if (value.kind === 'result') {
      found.add(id);
      const returned = provider.facts.runs.regions.flatMap(({ returns }) => returns);
      for (const one of returned)
        if (idOf(provider, one) !== null) this.#addMakers(provider, one, false, found);
    } else if (value.path.length > 1) {
      for (const one of this.#graph.reachedFrom(id)) found.add(one);
    } else {
      const exported = JSON.stringify([id, value.path]);
      if (passed.has(exported)) return;
      const way = new Set([...passed, exported]);
      for (const one of exportedBy(provider, value.path)) this.#addMakers(provider, one, isRun, found, way);
    }
  }
}

const unknown: RunValue = { kind: 'unknown' };

/** Whether it is a function of the file, to be called, and no part of an object. */
function isFunction(module: FollowedModule, value: RunValue): boolean {
  return value.kind === 'own' && isCalledByName({ module, value, bare: true });
}

/** The module of the project that a value is required from. */
function idOf(module: FollowedModule, value: RunValue): string | null {
  if (value.kind !== 'required' && value.kind !== 'result') return null;
  const target = module.targets[value.require]!;
  return target.kind === 'module' ? target.id : null;
}
