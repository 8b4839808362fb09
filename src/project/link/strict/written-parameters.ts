import { ANY_KEY, keysOfCallables } from '../../../checker/facts/keys.ts';
import type { ClosedArgument, PassedParameter, WrittenParameter } from '../../../checker/facts.ts';
import { type Finding, makeFinding, WHOLE_FILE } from '../../../checker/finding.ts';
import { addTo } from '../../../lists.ts';
import type { LinkModule } from '../module.ts';
import { type InstalledModules, moduleBehind } from '../order/installed-loads.ts';
import { receiversIn } from './received-arguments.ts';
import type { FindingsByModule } from './silenced.ts';
import { isCallable } from './sloppy.ts';

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
      const closes = keysClosed(given, module, modules, installed);
      if (closes.length > 0) for (const handed of handedOn(module, given)) addWriters(handed, closes);
    }
  return rejected;

  /** It may be handed on by what gets it. */
  function handedOn(module: LinkModule, given: ClosedArgument): Iterable<HandedBy> {
    const all = new Map<object, HandedBy>([[given, { by: module, handed: given, copies: given.copies }]]);
    for (const { by, handed } of all.values())
      for (const { id, parameter } of passed.known(by, handed))
        if (!all.has(parameter))
          all.set(parameter, { by: modules.get(id)!, handed: parameter.to, copies: true });
    return all.values();
  }

  function addWriters({ by, handed, copies }: HandedBy, closes: Closed): void {
    for (const { id, parameter } of written.among(by, handed)) {
      const { range, member } = parameter;
      if (places.has(parameter) || !isRejected(parameter, closes, copies)) continue;
      const isSure = isKnown(by, handed, id) && (member !== ANY_KEY || closes === 'all');
      if (!isSure && !goesOn(modules.get(id)!, parameter)) continue;
      places.add(parameter);
      const args = { name: member === ANY_KEY ? '[…]' : member };
      const related = [{ path: by.id, range: WHOLE_FILE, note: 'this hands it over' }];
      addTo(rejected, id, makeFinding('strict-read-only', { range, args, related }));
    }
  }
}

/** By more than its name: what goes by that is mended where it can be, and no reason to refuse. */
function isKnown(by: LinkModule, { require }: PassedParameter['to'], id: string): boolean {
  return require !== null || by.id === id;
}

function goesOn({ facts }: LinkModule, { range: [place] }: WrittenParameter): boolean {
  return facts.sloppy.singleAttempts.some(({ range: [start] }) => start === place);
}

interface HandedBy {
  readonly by: LinkModule;
  readonly handed: PassedParameter['to'];
  /** As of a `ClosedArgument`. */
  readonly copies: boolean;
}

type Closed = ClosedArgument['closes'];

function keysClosed(
  { closes, from }: ClosedArgument,
  { targets }: LinkModule,
  modules: ReadonlyMap<string, LinkModule>,
  installed: InstalledModules | null,
): Closed {
  if (from === undefined) return closes;
  const provider = moduleBehind(targets[from.require]!, modules, installed);
  if (provider === null) return [];
  const { fixedKeys } = provider.facts.sloppy;
  if (from.path.length === 0 && fixedKeys === 'all') return 'all';
  return isCallable(provider, from.path) ? [...keysOfCallables].flatMap((key) => key ?? []) : [];
}

function isRejected({ member }: WrittenParameter, closes: Closed, copies: boolean): boolean {
  if (closes === 'all') return true;
  return member === ANY_KEY ? copies : closes.includes(member);
}
