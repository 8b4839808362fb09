import { ANY_KEY } from '../../../checker/facts/keys.ts';
import type { SloppyFacts } from '../../../checker/facts.ts';
import { addTo } from '../../../lists.ts';
import type { LinkModule, Target } from '../module.ts';
import { type InstalledModules, loadedWith } from '../order/installed-loads.ts';
import { connectedIn, loadedBy, reach } from '../reachable.ts';
import { sourcesOf } from './sources.ts';

/** A parameter, by a name of its function and its position. */
interface Position {
  /** Null: the function is the whole of what its file exports. */
  readonly key: string | null;
  readonly index: number;
}

/** Of which something is known, and perhaps of all after it, too. */
interface Received extends Position {
  readonly isRest?: true;
}

/** What is handed over for one. */
interface Handed extends Position {
  /** The require whose value the function is, or is a member of; null where it is a member of something else. */
  readonly require: number | null;
  /** It is a method of what calling that gave, whoever made it. */
  readonly result?: true;
}

/** Who gets an argument: a module of the project by its id, or null for a package. */
type Receiver = { readonly id: string | null };

interface Got<Parameter> {
  readonly id: string;
  readonly parameter: Parameter;
}

/** Finds functions by the names that they go by. */
export interface Receivers<Parameter> {
  /** Those that may get what a module hands over, in modules that it is connected with. */
  readonly among: (from: LinkModule, handed: Handed) => Iterable<Got<Parameter>>;
  /** Those of them that are known by more than their name. */
  readonly known: (from: LinkModule, handed: Handed) => Iterable<Got<Parameter>>;
  /** The first of them, in such a module or in a package that it requires. */
  readonly first: (
    from: LinkModule,
    handed: Handed,
    isMeant: (parameter: Parameter) => boolean,
  ) => Receiver | null;
}

/** @param received the parameters of which something is known */
export function receiversIn<Parameter extends Received>(
  modules: ReadonlyMap<string, LinkModule>,
  installed: InstalledModules | null,
  received: (facts: SloppyFacts) => readonly Parameter[],
): Receivers<Parameter> {
  const connected = connectedIn(modules);
  const byKey = new Map<string | null, Got<Parameter>[]>();
  const byModule = new Map<string, typeof byKey>();
  for (const { id, facts } of modules.values()) {
    const own: typeof byKey = new Map();
    byModule.set(id, own);
    for (const parameter of received(facts.sloppy)) {
      addTo(byKey, parameter.key, { id, parameter });
      addTo(own, parameter.key, { id, parameter });
    }
  }
  const loadedFrom = new Map<string, ReadonlySet<string>>();

  return { among, known, first };

  function among(from: LinkModule, handed: Handed): Iterable<Got<Parameter>> {
    const { key, require, result } = handed;
    if (require === null || result) return amongThoseIn(null, from, handed);
    const target = from.targets[require]!;
    if (target.kind !== 'module') return [];
    return amongThoseIn(key === null ? target.id : null, from, handed);
  }

  function known(from: LinkModule, handed: Handed): Iterable<Got<Parameter>> {
    return handed.require === null ? amongThoseIn(from.id, from, handed) : among(from, handed);
  }

  /** @param only the module that they have to be in; null: any */
  function* amongThoseIn(only: string | null, from: LinkModule, handed: Handed): Generator<Got<Parameter>> {
    for (const key of handed.require === null ? [handed.key] : [handed.key, ANY_KEY])
      for (const found of under(key, only))
        if (isAt(found.parameter, handed) && mayGet(found.id, handed, from)) yield found;
    for (const id of wholesBehind(handed, from))
      for (const found of under(null, id)) if (isAt(found.parameter, handed)) yield found;
  }

  function under(key: string | null, only: string | null): readonly Got<Parameter>[] {
    return (only === null ? byKey : byModule.get(only))?.get(key) ?? [];
  }

  function first(
    from: LinkModule,
    handed: Handed,
    isMeant: (parameter: Parameter) => boolean,
  ): Receiver | null {
    for (const found of among(from, handed)) if (isMeant(found.parameter)) return found;
    return isGotByPackage(handed, from, isMeant) ? { id: null } : null;
  }

  /** `exports.key = require('./m')`: the modules whose whole exports have the name. */
  function wholesBehind({ key, require, result }: Handed, { targets }: LinkModule): readonly string[] {
    if (key === null || require === null || result) return [];
    const start = { target: targets[require]!, path: [key], result: false };
    return sourcesOf(start, moduleOf).flatMap(({ target, path, result }) =>
      target.kind === 'module' && path.length === 0 && !result ? [target.id] : [],
    );
  }

  function moduleOf(target: Target): LinkModule | null {
    return target.kind === 'module' ? modules.get(target.id)! : null;
  }

  function mayGet(id: string, { key, require, result }: Handed, { id: from, targets }: LinkModule): boolean {
    if (require === null || result) return connected(from).has(id);
    const target = targets[require]!;
    if (target.kind !== 'module') return false;
    return key === null ? target.id === id : allLoadedFrom(target.id).has(id);
  }

  function isGotByPackage(
    handed: Handed,
    { targets }: LinkModule,
    isMeant: (parameter: Parameter) => boolean,
  ): boolean {
    const target = handed.require === null ? undefined : targets[handed.require];
    if (target?.kind !== 'external') return false;
    const [file, ...others] = loadedWith(target, modules, installed) ?? [];
    return [file, ...(handed.key === null ? [] : others)].some(
      (module) =>
        module !== undefined &&
        received(module.facts.sloppy).some(
          (parameter) => parameter.key === handed.key && isAt(parameter, handed) && isMeant(parameter),
        ),
    );
  }

  function allLoadedFrom(id: string): ReadonlySet<string> {
    const known = loadedFrom.get(id) ?? reach([id], (at) => loadedBy(modules.get(at)!));
    loadedFrom.set(id, known);
    return known;
  }
}

function isAt({ index, isRest }: Received, handed: Position): boolean {
  return index === handed.index || (isRest === true && index < handed.index);
}
