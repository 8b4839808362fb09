import { isFixedIn, isFixedInMade, keysOfObjectsOf } from '../../../checker/builtin-keys.ts';
import { ANY_KEY } from '../../../checker/facts/keys.ts';
import type { Rejected, RequiredMember, SloppyFacts } from '../../../checker/facts.ts';
import { type Finding, makeFinding, WHOLE_FILE } from '../../../checker/finding.ts';
import { addTo } from '../../../lists.ts';
import type { LinkModule, Target } from '../module.ts';
import { type InstalledModules, loadedWith, moduleBehind } from '../order/installed-loads.ts';
import { connectedIn, loadedBy, reach } from '../reachable.ts';
import type { FindingsByModule } from './silenced.ts';
import { exportsMade } from './sloppy.ts';
import { type Source, sourcesOf } from './sources.ts';

/**
 * Modules with sloppy writes to, or deletions from, members of what they require, where a module closes an object of that
 * name: sloppy code goes on as if nothing had happened, a module throws (ECMA-262 §10.1.9.2, §13.5.1.2, Annex C).
 *
 * @returns each of them, by module
 */
export function writersToClosed(
  modules: ReadonlyMap<string, LinkModule>,
  installed: InstalledModules | null,
): FindingsByModule {
  const rejected = new Map<string, Finding[]>();
  const closing = [...modules.values()].filter(({ facts }) => facts.sloppy.closedNames.length > 0);
  const connected = connectedIn(modules);
  for (const { id, facts, targets } of modules.values()) {
    for (const { code, key, range, source } of triedBy(id, facts.sloppy, targets)) {
      const closed = sourcesOf(source, moduleOf)
        .map((behind) => closedBy(behind, key, code))
        .find((by) => by !== null);
      if (closed === undefined) continue;
      const related =
        closed.module !== null && modules.has(closed.module.id)
          ? [{ path: closed.module.id, range: WHOLE_FILE, note: 'this closes objects' }]
          : [];
      const args = { name: key ?? '[…]' };
      addTo(rejected, id, makeFinding(code, { range, args, related }));
    }
  }
  return rejected;

  function closedBy(source: Source, key: string | null, code: Rejected): Closed | null {
    if (source.target.kind === 'builtin') return isClosedBuiltin(source, key) ? { module: null } : null;
    const module = source.result ? makerOf(source, key, code) : closerOf(source, key, code);
    return module === null ? null : { module };
  }

  function closerOf(source: Source, key: string | null, code: Rejected): LinkModule | null {
    const closer = closerByName(source);
    if (closer !== null || code === 'strict-delete') return closer;
    return exporterWith(source, key) ?? functionBehind(source, key);
  }

  function closerByName({ target, path }: Source): LinkModule | null {
    if (target.kind === 'module') return closing.find((module) => mayClose(module, path, target.id)) ?? null;
    if (path.length === 0 || target.kind !== 'external' || target.external.system !== 'commonjs') return null;
    const [file, ...loaded] = loadedWith(target, modules, installed) ?? [];
    if (file?.facts.sloppy.closedNames === 'all') return file;
    return [file, ...loaded].find((module) => module && closesSome(module, path)) ?? null;
  }

  /** The target itself, where its exports have the key closed. */
  function exporterWith({ target, path }: Source, key: string | null): LinkModule | null {
    const module = path.length === 0 ? moduleOf(target) : null;
    return module !== null && isAmong(key, module.facts.sloppy.fixedKeys) ? module : null;
  }

  /**
   * What may close an object that a function gives: what closes objects that it does not name, what closes those that
   * functions of this name get, or, among the files of a package, what makes objects that have the key closed, its own or
   * those of a builtin.
   */
  function makerOf(source: Source, key: string | null, code: Rejected): LinkModule | null {
    const { target } = source;
    const maker = moduleOf(target);
    if (maker !== null && isAmong(key, maker.facts.sloppy.fixedInResults)) return maker;
    if (target.kind === 'module') {
      const loaded = reach([target.id], loadedAt);
      return closing.find((module) => loaded.has(module.id) && closesUnnamed(module.facts.sloppy)) ?? null;
    }
    const loaded = loadedWith(target, modules, installed) ?? [];
    const closer = loaded.find((module) => closesGiven(module, source, key, code));
    if (closer !== undefined || key === null || target.kind !== 'external') return closer ?? null;
    return loaded.find((module) => makesWith(module, key)) ?? null;
  }

  /** `required.f.name = 'g'`: what puts a function under that key, of what is loaded with the target. */
  function functionBehind({ target, path }: Source, key: string | null): LinkModule | null {
    if (key !== 'name' && key !== 'length') return null;
    const exporter = target.kind === 'module' ? modules.get(target.id)! : null;
    if (exporter !== null && exportsMade(exporter, path)) return exporter;
    const last = path.at(-1);
    if (last === undefined) return null;
    const loaded =
      target.kind === 'module'
        ? [...reach([target.id], loadedAt)].map((id) => modules.get(id)!)
        : (loadedWith(target, modules, installed) ?? []);
    return loaded.find(({ facts }) => facts.sloppy.functionKeys.includes(last)) ?? null;
  }

  /** What closes objects whose names it does not tell may do so to those of its own, and of those that load it. */
  function mayClose(module: LinkModule, path: readonly string[], provider: string): boolean {
    if (module.facts.sloppy.closedNames !== 'all')
      return closesSome(module, path) && connected(provider).has(module.id);
    return module.id === provider || (path.length > 0 && reach([provider], loadedAt).has(module.id));
  }

  function moduleOf(target: Target): LinkModule | null {
    return moduleBehind(target, modules, installed);
  }

  function loadedAt(id: string): readonly string[] {
    return loadedBy(modules.get(id)!);
  }
}

function closesSome({ facts }: LinkModule, path: readonly string[]): boolean {
  const { closedNames } = facts.sloppy;
  return closedNames !== 'all' && path.some((key) => closedNames.includes(key));
}

/** `freezeDeep(config)`, `function close(value) { return Object.freeze(value); }` */
function closesUnnamed({ closedNames, closedParameters }: SloppyFacts): boolean {
  return closedNames === 'all' || closesGivenObjects(closedParameters);
}

/** Which keys it closes in objects that it has from others. */
export function closedInForeign({
  closedInOthers,
  closedParameters,
}: SloppyFacts): SloppyFacts['closedInOthers'] {
  return closesGivenObjects(closedParameters) ? 'all' : closedInOthers;
}

function closesGivenObjects(parameters: SloppyFacts['closedParameters']): boolean {
  return parameters.some(({ closes }) => closes === ANY_KEY);
}

function makesWith({ facts, targets }: LinkModule, key: string): boolean {
  if (facts.sloppy.closedKeys.includes(key)) return true;
  return targets.some((target) => target.kind === 'builtin' && keysOfObjectsOf(target.name).has(key));
}

function isClosedBuiltin({ target, path, result }: Source, key: string | null): boolean {
  if (target.kind !== 'builtin') return false;
  return (result ? isFixedInMade : isFixedIn)(target.name, path, key);
}

function isAmong(key: string | null, closed: 'all' | readonly string[]): boolean {
  return closed === 'all' || (key !== null && closed.includes(key));
}

/** `module.exports = function close(value) { return Object.freeze(value); }` */
function closesGiven({ facts }: LinkModule, { path }: Source, key: string | null, code: Rejected): boolean {
  const name = path.at(-1) ?? null;
  return facts.sloppy.closedParameters.some(
    (parameter) =>
      parameter.key === name &&
      parameter.rejects.includes(code) &&
      (parameter.closes === ANY_KEY || parameter.closes === key),
  );
}

interface Closed {
  /** Null: a builtin. */
  readonly module: LinkModule | null;
}

interface Tried extends Pick<RequiredMember, 'key' | 'range'> {
  readonly code: Rejected;
  readonly source: Source;
}

function triedBy(
  id: string,
  { requiredWrites, requiredDeletes, exportedMembers }: SloppyFacts,
  targets: LinkModule['targets'],
): readonly Tried[] {
  const ofRequired = ({ require, path, result, key, range }: RequiredMember, code: Rejected): Tried => ({
    code,
    key,
    range,
    source: { target: targets[require]!, path, result },
  });
  return [
    ...requiredWrites.map((member) => ofRequired(member, 'strict-read-only')),
    ...requiredDeletes.map((member) => ofRequired(member, 'strict-delete')),
    ...exportedMembers.map(({ exported, ...member }) => ({
      ...member,
      source: { target: { kind: 'module', id } as const, path: [exported], result: false },
    })),
  ];
}
