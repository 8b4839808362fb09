import { ANY_KEY } from '../../../checker/facts/keys.ts';
import type { Outward, Parameter, TellingThis } from '../../../checker/facts.ts';
import { type Finding, makeFinding, WHOLE_FILE } from '../../../checker/finding.ts';
import { addTo } from '../../../lists.ts';
import type { LinkModule, Target } from '../module.ts';
import { type InstalledModules, keyOf, loadedWith } from '../order/installed-loads.ts';
import { isJson } from '../order/order.ts';
import { connectedIn, loadedBy, reach } from '../reachable.ts';
import { receiversIn } from './received-arguments.ts';

/** A sloppy function that tells its `this`, where some module may call it without an object. */
export interface PlainlyCalled {
  readonly telling: TellingThis;
  /** That module, if it is one of the run. */
  readonly caller: string | null;
}

/**
 * Sloppy functions that other modules call without an object: they get the global object as `this`, those of modules
 * `undefined` (ECMA-262 §10.2.1.2 OrdinaryCallBindThis). Nobody follows them from module to module: a function counts if
 * the key under which it is found is one under which a module takes what it calls so, out of an object of that module or
 * of what that loads, or if it is given to a function of a name that is known to call what it is given, or, in an object, to a
 * package that takes what it calls out of objects under that key.
 */
export function calledPlainly(
  modules: ReadonlyMap<string, LinkModule>,
  installed: InstalledModules | null,
): ReadonlyMap<string, readonly PlainlyCalled[]> {
  const connected = connectedIn(modules);
  const { first: receiverOf } = receiversIn(modules, installed, ({ calledParameters }) => calledParameters);
  const reached = new Map<string, ReadonlySet<string>>();
  const packages = new Map<string, ReadonlySet<string | null>>();
  const found = new Map<string, PlainlyCalled[]>();
  let index: ReturnType<typeof indexOf> | null = null;
  for (const module of modules.values())
    for (const telling of module.facts.sloppy.tellsThis) {
      const caller = callerOf(module, telling);
      if (caller !== undefined) addTo(found, module.id, { telling, caller });
    }
  return found;

  /** The first module that may call a function, or what passes it on. */
  function callerOf(module: LinkModule, telling: TellingThis): string | null | undefined {
    index ??= indexOf(modules);
    const ways = new Map<Outward, LinkModule>([[telling, module]]);
    for (const [way, holder] of ways) {
      const taker = takerOf(holder, way, index.takers);
      if (taker !== undefined) return taker;
      const getter = firstOf(way.handedTo, (handed) => receiverOf(holder, handed, isCalledPlainly));
      if (getter !== null) return getter.id;
      if (way.handedTo.some((handed) => isTakenByPackage(holder, handed, way.keys))) return null;
      for (const key of way.keys)
        for (const passing of index.passedOn.get(key) ?? [])
          if (leadsTo(passing.from, holder.id)) ways.set(passing.outward, passing.module);
    }
    return undefined;
  }

  /** `require('package')({ key: fn })`, where the package takes what it calls out of objects under that key. */
  function isTakenByPackage(
    { targets }: LinkModule,
    { require }: Outward['handedTo'][number],
    keys: readonly string[],
  ): boolean {
    const target = require === null ? undefined : targets[require];
    if (target?.kind !== 'external') return false;
    const name = keyOf(target);
    const taken = (name === null ? undefined : packages.get(name)) ?? takenInPackage(target);
    if (name !== null) packages.set(name, taken);
    return keys.some((key) => taken.has(key));
  }

  function takenInPackage(target: Target): ReadonlySet<string | null> {
    const loaded = loadedWith(target, modules, installed) ?? [];
    const detached = loaded.flatMap(({ facts }) => facts.sloppy.detached);
    return new Set(detached.flatMap(({ key, from }) => (from === null ? [key] : [])));
  }

  function takerOf(
    { id }: LinkModule,
    { keys, isExports }: Outward,
    takers: ReadonlyMap<string | null, readonly Taker[]>,
  ): string | undefined {
    // What is under a key that nobody knows is looked for where it is known which module it is taken from.
    const all = keys.includes(ANY_KEY) ? [...takers.keys()].filter((key) => key !== null) : keys;
    for (const key of all)
      for (const { module, from } of takers.get(key) ?? [])
        if (from === null ? keys.includes(key) && connected(id).has(module) : leadsTo(from, id))
          return module;
    const whole = isExports ? takers.get(null)?.find(({ from }) => from === id) : undefined;
    return (whole ?? takers.get(ANY_KEY)?.find(({ from }) => from !== null && mayHold(from, id, isExports)))
      ?.module;
  }

  /** Whether something in what a module exports may be a function of another one, under whichever key. */
  function mayHold(from: string, id: string, isExports: boolean): boolean {
    return from === id || (isExports && loadedBy(modules.get(from)!).includes(id));
  }

  function leadsTo(from: string, id: string): boolean {
    const before = reached.get(from);
    const all = before ?? reach([from], (at) => loadedBy(modules.get(at)!));
    if (before === undefined) reached.set(from, all);
    return all.has(id);
  }
}

interface Taker {
  readonly module: string;
  /** Which module it takes it from; null: nobody knows. */
  readonly from: string | null;
}

interface PassedOnFrom {
  readonly module: LinkModule;
  readonly from: string;
  readonly outward: Outward;
}

function isCalledPlainly({ receiver }: Parameter): boolean {
  return receiver === 'nothing';
}

function firstOf<Item, Found>(items: readonly Item[], find: (item: Item) => Found | null): Found | null {
  for (const item of items) {
    const found = find(item);
    if (found !== null) return found;
  }
  return null;
}

function indexOf(modules: ReadonlyMap<string, LinkModule>) {
  const takers = new Map<string | null, Taker[]>();
  const passedOn = new Map<string, PassedOnFrom[]>();
  for (const module of modules.values()) {
    for (const { key, from } of module.facts.sloppy.detached)
      for (const taken of takenFrom(module, from, key, modules)) addTo(takers, taken.key, taken);
    for (const outward of module.facts.sloppy.passedOn)
      for (const { key, from } of outward.taken) {
        const target = targetAt(module, from);
        if (target?.kind === 'module') addTo(passedOn, key, { module, from: target.id, outward });
      }
  }
  return { takers, passedOn };
}

/** What a module takes out of another one; the whole of what that exports may be that of a third one. */
function takenFrom(
  module: LinkModule,
  from: number | null,
  key: string | null,
  modules: ReadonlyMap<string, LinkModule>,
): readonly (Taker & { readonly key: string | null })[] {
  const unknown = { module: module.id, from: null, key };
  if (from === null) return [unknown];
  const start = targetAt(module, from);
  // The object of a JSON file is that of all who require it.
  if (start !== undefined && isJson(start)) return [unknown];
  if (start?.kind !== 'module') return [];
  if (key !== null) return [{ module: module.id, from: start.id, key }];
  const wholes = new Map([[`${start.id} `, { id: start.id, key: null as string | null }]]);
  for (const { id, key: own } of wholes.values()) {
    if (own !== null) continue;
    for (const origin of modules.get(id)!.facts.exportsFrom) {
      if (origin.kind !== 'required') continue;
      const target = modules.get(id)!.targets[origin.require]!;
      const next = origin.path.at(-1) ?? null;
      if (target.kind === 'module') wholes.set(`${target.id} ${next ?? ''}`, { id: target.id, key: next });
    }
  }
  return [...wholes.values()].map((whole) => ({ module: module.id, from: whole.id, key: whole.key }));
}

function targetAt({ facts, targets, imports }: LinkModule, offset: number): Target | undefined {
  const index = facts.requires.findIndex(({ call }) => call[0] === offset);
  return index < 0 ? imports.get(offset) : targets[index];
}

/** Why modules stay in which nothing can stand for `this`: they have a `globalThis` of their own. */
export function withoutGlobalThis(
  plainly: ReadonlyMap<string, readonly PlainlyCalled[]>,
): ReadonlyMap<string, Finding> {
  return new Map(
    [...plainly].flatMap(([id, all]) => {
      const open = all.find(({ telling }) => telling.mends === null);
      return open === undefined ? [] : [[id, findingOf(open, 'strict-this')] as const];
    }),
  );
}

/** A note for the first of those whose `this` is replaced. */
export function noteOnPlainThis([first]: readonly PlainlyCalled[]): readonly Finding[] {
  return first === undefined ? [] : [findingOf(first, 'strict-this-or-global')];
}

function findingOf(
  { telling, caller }: PlainlyCalled,
  code: 'strict-this' | 'strict-this-or-global',
): Finding {
  const note = 'this calls it without an object';
  const related = caller === null ? [] : [{ path: caller, range: WHOLE_FILE, note }];
  return makeFinding(code, { range: telling.range, related });
}
