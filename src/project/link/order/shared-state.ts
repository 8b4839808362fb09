import type { DiagnosticCode } from '../../../checker/diagnostics/codes.ts';
import { ANY_KEY } from '../../../checker/facts/keys.ts';
import type { ExportsFacts, GetterFact, OriginFact } from '../../../checker/facts.ts';
import { isHelperLibrary } from '../../../checker/timeline/known-modules.ts';
import type { LinkFacts } from '../link-facts.ts';
import type { External, LinkModule, Target } from '../module.ts';
import { givenByNode } from '../node-names.ts';
import { type InstalledModules, keyOf, moduleBehind } from './installed-loads.ts';
import { moduleUnder } from './module-under.ts';
import { type Patches, patchedName } from './patches.ts';
import {
  changesSomewhere,
  isAnyWrittenByOthers,
  isGiven,
  isHeld,
  isWrittenByOthers,
  ofContents,
  providerId,
  type Written,
  writesTo,
  writtenBy,
} from './writers.ts';

/**
 * What modules export is state that they share: the program may write to it at any time after they were loaded, and
 * whoever reads it gets what is there when it does. This tells what may change.
 */
export interface SharedState {
  /** One of the names, `*` for all, whose value may change once the target is loaded; null where none does. */
  changingName(target: Target, names: readonly string[]): string | null;
  /** Whether what is found at a path from the target's exports may be something else at another time. */
  changes(target: Target, path: readonly string[]): boolean;
  /** Whether others than this module may write to a key of an object that it did not make, whosever that is. */
  changesSomewhere(key: string, id: string): boolean;
  /** Whether reading it runs code that others could notice. */
  runs(target: Target, path: readonly string[]): boolean;
}

export function sharedState(
  modules: ReadonlyMap<string, LinkModule>,
  installed: InstalledModules | null,
  patches: Patches,
  written: Written = writesTo(modules),
): SharedState {
  const known: Known = { modules, installed, patches, written };
  const answers = new Map<string, boolean>();

  function changes(target: Target, path: readonly string[]): boolean {
    const [name, ...inside] = path;
    if (name === undefined || name === '__esModule') return false;
    const key = `${keyOf(target)}\n${path.join('\n')}`;
    const answer = answers.get(key) ?? (isReassigned(target, name) || changesInside(target, name, inside));
    answers.set(key, answer);
    return answer;
  }

  /** Of objects inside of the exports it is known only of those that are what another module exports. */
  function changesInside(target: Target, name: string, path: readonly string[]): boolean {
    if (path.length === 0) return false;
    const found = moduleUnder(target, name, known);
    const [key, ...inside] = path;
    return found === null || !staysIn(found, key!, known, new Set()) || changesInside(found, key!, inside);
  }

  function isReassigned(target: Target, name: string): boolean {
    // Who writes to a symbol writes to a key that only running the program would tell.
    const names = name.startsWith('Symbol.') ? [ANY_KEY] : [name];
    return changingName(target, names, known) !== null || (name === ANY_KEY && mayGetKeys(target, known));
  }

  return {
    changingName: (target, names) => changingName(target, names, known),
    changes,
    changesSomewhere: (key, id) => changesSomewhere(key, id, written),
    runs: (target, path) => runsGetter(target, path, modules, new Set()),
  };
}

function runsGetter(
  target: Target,
  path: readonly string[],
  modules: ReadonlyMap<string, LinkModule>,
  seen: Set<string>,
): boolean {
  if (target.kind !== 'module' || seen.has(target.id)) return false;
  seen.add(target.id);
  const { facts, targets } = modules.get(target.id)!;
  const isAsked = ({ key, hasEffects }: GetterFact): boolean =>
    hasEffects && (key === null ? path.at(-1) === ANY_KEY : path.includes(key));
  return (
    facts.getters.some(isAsked) ||
    facts.exportsFrom.some(
      (from) => from.kind === 'required' && runsGetter(targets[from.require]!, path, modules, seen),
    )
  );
}

interface Known {
  readonly modules: ReadonlyMap<string, LinkModule>;
  readonly installed: InstalledModules | null;
  readonly patches: Patches;
  readonly written: Written;
}

function changingName(target: Target, names: readonly string[], known: Known): string | null {
  if (target.kind === 'external') {
    const { system } = target.external;
    if (system === 'json') return changingData(target, names, known);
    if (target.file === null || !isModule.has(system)) return null;
  }
  return isFollowed.has(target.kind) ? changingBehind(target, names, known, new Set()) : null;
}

/** The object of a JSON file is that of all who require it: who gets it from one of them may write to it. */
function changingData(target: Target, names: readonly string[], known: Known): string | null {
  const { written, patches } = known;
  const uses = written.uses.get(providerId(target) ?? '') ?? [];
  const patched = patchedName(patches, target, names);
  if (patched !== null || uses.length === 0) return patched;
  const isAnyWritten = written.keys.has(ANY_KEY) && (isHeld(uses) || isGiven(uses, written));
  const isWritten = (name: string): boolean =>
    isAnyWritten || (name === ANY_KEY ? written.keys.size > 0 : written.keys.has(name));
  return names.find(isWritten) ?? null;
}

const isModule: ReadonlySet<External['system']> = new Set(['commonjs', 'dual', 'esm']);

const isFollowed: ReadonlySet<Target['kind']> = new Set(['builtin', 'external', 'module']);

function changingIn(
  module: LinkModule,
  names: readonly string[],
  known: Known,
  seen: Set<LinkModule>,
): string | null {
  const { facts, id } = module;
  if (seen.has(module)) return null;
  seen.add(module);
  if (facts.system === 'esm') return changingVariable(module, names, known, seen);
  const uses = known.written.uses.get(id) ?? [];
  const { shape, mentions } = facts.exports;
  const escapes = mentions.filter(({ use }) => use.kind === 'escape');
  const isUnclear =
    replacesItsExports(module) ||
    uses.some(({ kind, writes }) => kind === 'computed' && writes) ||
    (uses.some(({ to }) => to === 'callee') && !isFunction(facts)) ||
    escapes.some(
      ({ use, deferred, meanwhile }) =>
        (deferred && !(meanwhile && passesOnOnly(facts))) || (use.kind === 'escape' && use.stored),
    );
  if (isUnclear) return names[0]!;
  const changed = changingContents(module, names, known);
  if (changed !== null) return changed;
  const own = new Set([...facts.exports.keys.map(({ key }) => key), ...shownKeys(facts.exports)]);
  const written = writtenAfterwards(module, names, own, known, seen);
  if (written !== null) return written;
  return shape === 'default' ? changingInValue(module, names, known, seen) : null;
}

/** Whether getters under keys that are not known give what another module has under these. */
function passesOnOnly({ getters }: LinkFacts): boolean {
  return getters.every(({ key, gives }) => key !== null || gives !== undefined);
}

/** Who gets a function calls it, as a rule; who gets an object may do anything with it. */
function isFunction({ exports: { versions, chains }, names }: LinkFacts): boolean {
  const chain = versions.at(-1)?.chain ?? null;
  const value = chain === null ? null : chains[chain]!.value;
  if (value?.kind !== 'identifier') return callable.has(value?.kind ?? '');
  const binding = Object.hasOwn(names.top, value.name) ? names.top[value.name] : undefined;
  return binding !== undefined && (binding.isFunction || callable.has(binding.kind));
}

const callable: ReadonlySet<string> = new Set(['arrow', 'class', 'function']);

/** One of the names under which a list, map or the like has its contents, where these may change. */
function changingContents(
  { id, facts }: LinkModule,
  names: readonly string[],
  { written }: Known,
): string | null {
  const { contents } = facts.exports;
  if (contents === 'none') return null;
  if (contents === 'internal') return names[0]!;
  const mayChange = contents === 'changing' || written.mutated.has(id) || written.uses.has(id);
  return mayChange ? (names.find((name) => ofContents.test(name)) ?? null) : null;
}

/** One of the names that the module's own functions write to or give anew for each read, or that an importer writes to. */
function writtenAfterwards(
  module: LinkModule,
  names: readonly string[],
  own: ReadonlySet<string>,
  known: Known,
  seen: ReadonlySet<LinkModule>,
): string | null {
  const { id, facts, namespaceNames } = module;
  const { mentions, writtenLater } = facts.exports;
  const uses = known.written.uses.get(id) ?? [];
  const byOthers = uses.flatMap((use) => use.keys);
  const computed = facts.getters.flatMap((getter) =>
    getter.key === null || givesTheSame(module, getter, known, seen) ? [] : [getter.key],
  );
  const live =
    facts.exports.compiled === null ? [] : facts.exports.keys.filter(({ reassigned }) => reassigned);
  const keys = new Set([...writtenLater, ...computed, ...byOthers, ...live.map(({ key }) => key)]);
  for (const { use } of mentions) if (use.kind === 'write' && use.write.deferred) keys.add(use.key);
  const isAnyChanged = keys.has(ANY_KEY) || keys.has('__proto__');
  if (isAnyChanged || (isHeld(uses) && isWrittenByOthers(known.written.keys, ANY_KEY, id))) return names[0]!;
  const given = names.find((name) => name !== ANY_KEY);
  if (
    given !== undefined &&
    isGiven(uses, known.written) &&
    isWrittenByOthers(known.written.keys, ANY_KEY, id)
  )
    return given;
  const isAtHand = isShared(module, known);
  const mayInherit = facts.exports.inherit;
  const isChanged = (name: string): boolean =>
    keys.has(name) ||
    changesBehindAny(module, name, known, seen) ||
    ((isAtHand || !own.has(name)) && isWrittenByOthers(known.written.keys, name, id)) ||
    (mayInherit && !own.has(name) && isWrittenByOthers(known.written.anywhere, name, id));
  const named = [...namespaceNames].filter((name) => !givenByNode.has(name));
  if (names.includes(ANY_KEY) && changesBehindAny(module, ANY_KEY, known, seen)) return ANY_KEY;
  return (names.includes(ANY_KEY) ? [...own, ...byOthers, ...named] : names).find(isChanged) ?? null;
}

/** Whether others may have got hold of the exports as a whole. */
function isShared({ id, facts }: LinkModule, { modules, written }: Known): boolean {
  // What else is installed may hand on what it requires itself.
  const isInstalled = !modules.has(id);
  return (
    isInstalled ||
    facts.exports.mentions.some(({ use }) => use.kind === 'escape') ||
    (written.uses.get(id) ?? []).some(({ kind }) => kind !== 'member-write')
  );
}

/** Whether others may add keys to the exports, or change some that the file does not spell out. */
function mayGetKeys(target: Target, known: Known, seen: ReadonlySet<string> = new Set()): boolean {
  const id = providerId(target);
  const module = moduleBehind(target, known.modules, known.installed);
  if (id === null || module === null || seen.has(id) || module.facts.system === 'esm') return false;
  if (!isAnyWrittenByOthers(known.written.keys, id)) return false;
  const handedOn = module.facts.exportsFrom.flatMap((from) =>
    from.kind === 'required' && from.path.length === 0 ? [module.targets[from.require]!] : [],
  );
  const behind = new Set(seen).add(id);
  return isShared(module, known) || handedOn.some((other) => mayGetKeys(other, known, behind));
}

/** Whether what a getter for any name gives may change: mostly that of `export * from './x'`, compiled. */
function changesBehindAny(
  { facts, targets }: LinkModule,
  name: string,
  known: Known,
  seen: ReadonlySet<LinkModule>,
): boolean {
  return facts.getters.some(
    ({ key, gives = [] }) =>
      key === null &&
      gives.some((given) => {
        if (given.kind !== 'required') return false;
        const asked = given.path[0] === ANY_KEY ? name : given.path[0]!;
        return changingBehind(targets[given.require]!, [asked], known, new Set(seen)) !== null;
      }),
  );
}

/** Whether a getter gives the same each time, be that what another module has under a key that nobody changes. */
function givesTheSame(
  { targets }: LinkModule,
  { isFixed, gives = [] }: GetterFact,
  known: Known,
  seen: ReadonlySet<LinkModule>,
): boolean {
  const staysWhatItIs = (given: OriginFact): boolean => {
    const target = given.kind === 'required' ? targets[given.require]! : null;
    return given.kind === 'required' && target !== null && staysIn(target, given.path[0]!, known, seen);
  };
  return isFixed || (gives.length > 0 && gives.every(staysWhatItIs));
}

/** Whether what a module exports under a key stays what it is. */
function staysIn(target: Target, key: string, known: Known, seen: ReadonlySet<LinkModule>): boolean {
  if (!isFollowed.has(target.kind)) return false;
  return changingBehind(target, [key], known, new Set(seen)) === null;
}

/** The same where `module.exports` got a value: who can write to that depends on where it comes from. */
function changingInValue(
  module: LinkModule,
  names: readonly string[],
  known: Known,
  seen: Set<LinkModule>,
): string | null {
  for (const origin of module.facts.exportsFrom) {
    if (origin.kind !== 'required') return names[0]!;
    const target = module.targets[origin.require]!;
    const name =
      origin.path.length === 0
        ? changingBehind(target, names, known, seen)
        : changingMember(target, names, known);
    if (name != null) return name;
  }
  return null;
}

/** Of what a module has as a member it is known only which keys are written to at all. */
function changingMember(target: Target, names: readonly string[], known: Known): string | null {
  const maker = moduleBehind(target, known.modules, known.installed);
  const written = new Set([...known.written.anywhere.keys(), ...(maker ? writtenBy(maker.facts) : [])]);
  return names.find((name) => name === ANY_KEY || written.has(name) || written.has(ANY_KEY)) ?? null;
}

function changingBehind(
  target: Target,
  names: readonly string[],
  known: Known,
  seen: Set<LinkModule>,
): string | null {
  const patched = patchedName(known.patches, target, names);
  if (patched !== null || target.kind === 'builtin') return patched;
  if (target.kind === 'external' && isHelperLibrary(target.file ?? '')) return null;
  const next = moduleBehind(target, known.modules, known.installed);
  return next ? changingIn(next, names, known, seen) : names[0]!;
}

/** One of the names that an ES module exports, or passes on, of a variable that may change later. */
function changingVariable(
  { facts, imports }: LinkModule,
  names: readonly string[],
  known: Known,
  seen: Set<LinkModule>,
): string | null {
  const { exports, stars } = facts.esm;
  const fixed = fixedExports(facts);
  const others = stars.flatMap(({ argument }) => imports.get(argument[0]) ?? []);
  const mayChange = (name: string): boolean =>
    (name === ANY_KEY && exports.some((own) => !fixed.has(own))) ||
    (exports.includes(name)
      ? !fixed.has(name)
      : others.some((other) => changingBehind(other, [name], known, new Set(seen)) !== null));
  return names.find(mayChange) ?? null;
}

/** Exports of an ES module that never change: variables of that name to which nothing is assigned later. */
export function fixedExports({ esm, names }: LinkFacts): ReadonlySet<string> {
  const isFixed = (name: string): boolean => {
    const binding = Object.hasOwn(names.top, name) ? names.top[name] : undefined;
    return binding !== undefined && binding.kind !== 'import' && binding.writes.length === 0;
  };
  return new Set(esm.exports.filter(isFixed));
}

/** Whether what `module.exports` of a file holds may be another thing each time that it is required. */
export function replacesItsExports({ facts }: LinkModule): boolean {
  return facts.findings.some(({ code }) => replacing.has(code));
}

const replacing: ReadonlySet<string> = new Set<DiagnosticCode>(['exports-assigned-late', 'module-escape']);

/** Keys that the exports get where the file shows it, as Node's lexer needs it to find the names. */
function shownKeys({ literal, mentions }: ExportsFacts): readonly string[] {
  const written = mentions.flatMap(({ use }) => (use.kind === 'write' ? [use.key] : []));
  return [...(literal ?? []).map(({ key }) => key), ...written];
}
