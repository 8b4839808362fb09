import { ANY_KEY, keysOfCallables } from '../../../checker/facts/keys.ts';
import type { ClosedArgument, PassedParameter, Range, WrittenParameter } from '../../../checker/facts.ts';
import { type Finding, makeFinding, WHOLE_FILE } from '../../../checker/finding.ts';
import { RECEIVER } from '../../../checker/strict/this/outward-keys.ts';
import { addTo } from '../../../lists.ts';
import type { LinkModule, Target } from '../module.ts';
import { type InstalledModules, moduleBehind } from '../order/installed-loads.ts';
import { receiversIn } from './received-arguments.ts';
import type { FindingsByModule } from './silenced.ts';
import { isCallable } from './sloppy.ts';
import { type Source, sourcesOf } from './sources.ts';

/**
 * Modules with sloppy functions that write to what they get, where a caller hands over what rejects such a write: a
 * function to one that copies keys (`extend(fn, { name })`), or what is frozen. Sloppy code goes on as if nothing had
 * happened, a module throws (ECMA-262 §10.1.9.2, Annex C).
 *
 * @returns each of them, by module
 */
export function writersToGiven(
  modules: ReadonlyMap<string, LinkModule>,
  installed: InstalledModules | null,
): FindingsByModule {
  const written = receiversIn(modules, installed, ({ writtenParameters }) => writtenParameters);
  const passed = receiversIn(modules, installed, ({ passedParameters }) => passedParameters);
  const rejected = new Map<string, Finding[]>();
  const places = new Set<WrittenParameter>();
  for (const module of modules.values())
    for (const given of module.facts.sloppy.closedArguments) {
      const closes = keysClosed(given, module, moduleOf);
      if (closes.length === 0) continue;
      for (const handed of handedOn(module, given)) {
        addWriters(handed, closes);
        if (handed.handed.index === RECEIVER) addReceivers(handed, closes);
      }
    }
  return rejected;

  /** What a constructor and its methods write to what inherits from it: `this.size = 1`. */
  function addReceivers({ by, handed: { require, key } }: HandedBy, closes: Closed): void {
    if (require === null || closes === 'all') return;
    const start = { target: by.targets[require]!, path: key === null ? [] : [key], result: false };
    const constructing = sourcesOf(start, moduleOf).flatMap(({ target }) => moduleOf(target) ?? []);
    for (const { id, facts } of constructing)
      for (const { key: name, maker, range } of modules.has(id) ? facts.sloppy.writesToMade : [])
        if (maker === 'receiver' && closes.includes(name)) add(id, range, name, by);
  }

  function add(id: string, range: Range, name: string, { id: path }: LinkModule): void {
    const related = [{ path, range: WHOLE_FILE, note: 'this hands it over' }];
    addTo(rejected, id, makeFinding('strict-read-only', { range, args: { name }, related }));
  }

  function moduleOf(target: Target): LinkModule | null {
    return moduleBehind(target, modules, installed);
  }

  /** It may be handed on by what gets it. */
  function handedOn(module: LinkModule, given: ClosedArgument): Iterable<HandedBy> {
    const all = new Map<object, HandedBy>([[given, { by: module, handed: given, copies: given.copies }]]);
    for (const { by, handed } of all.values())
      for (const { id, parameter } of passed.known(by, handed))
        if (!all.has(parameter))
          all.set(parameter, { by: modules.get(id)!, handed: nextOf(parameter, handed), copies: true });
    return all.values();
  }

  function addWriters({ by, handed, copies }: HandedBy, closes: Closed): void {
    for (const { id, parameter } of written.among(by, handed)) {
      const { range, member } = parameter;
      if (places.has(parameter) || !isRejected(parameter, closes, copies)) continue;
      const isSure = isKnown(by, handed, id) && (member !== ANY_KEY || closes === 'all');
      if (!isSure && !goesOn(modules.get(id)!, parameter)) continue;
      places.add(parameter);
      add(id, range, member === ANY_KEY ? '[…]' : member, by);
    }
  }
}

/** By more than its name: what goes by that is mended where it can be, and no reason to refuse. */
function isKnown(by: LinkModule, { require }: PassedParameter['to'], id: string): boolean {
  return require !== null || by.id === id;
}

function goesOn({ facts }: LinkModule, { range: [place] }: WrittenParameter): boolean {
  return facts.sloppy.silentAttempts.some(({ range: [start] }) => start === place);
}

interface HandedBy {
  readonly by: LinkModule;
  readonly handed: PassedParameter['to'];
  /** As of a `ClosedArgument`. */
  readonly copies: boolean;
}

/** Where it gets to from a position. */
function nextOf({ index, to }: PassedParameter, handed: HandedBy['handed']): HandedBy['handed'] {
  return to.isRest ? { ...to, index: to.index + handed.index - index } : to;
}

type Closed = ClosedArgument['closes'];

function keysClosed(
  { closes, from }: ClosedArgument,
  { targets }: LinkModule,
  moduleOf: (target: Target) => LinkModule | null,
): Closed {
  if (from === undefined) return closes;
  const { require, path, result = false } = from;
  return together(
    sourcesOf({ target: targets[require]!, path, result }, moduleOf).map((source) => {
      const provider = moduleOf(source.target);
      return provider === null ? [] : keysClosedIn(provider, source);
    }),
  );
}

function keysClosedIn(provider: LinkModule, { path, result }: Source): Closed {
  const { closedMembers, fixedInResults, fixedKeys, functionKeys, handsOutFunctions } = provider.facts.sloppy;
  if (result) return together([fixedInResults, handsOutFunctions ? callables : []]);
  const key = path.at(-1);
  const isFunction = isCallable(provider, path) || (key !== undefined && functionKeys.includes(key));
  const own = isFunction ? callables : [];
  if (key === undefined) return fixedKeys === 'all' ? fixedKeys : own;
  return together([own, ...closedMembers.flatMap((each) => (each.key === key ? [each.closes] : []))]);
}

const callables = [...keysOfCallables].flatMap((key) => key ?? []);

function together(closed: readonly Closed[]): Closed {
  return closed.includes('all') ? 'all' : closed.flat();
}

function isRejected({ member }: WrittenParameter, closes: Closed, copies: boolean): boolean {
  if (closes === 'all') return true;
  return member === ANY_KEY ? copies : closes.includes(member);
}
