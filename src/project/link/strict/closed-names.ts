import { isFixedIn, isFixedInMade, keysOfObjectsOf } from '../../../checker/builtin-keys.ts';
import { ANY_KEY } from '../../../checker/facts/keys.ts';
import type { RequiredMember, SloppyFacts } from '../../../checker/facts.ts';
import { type Finding, makeFinding, WHOLE_FILE } from '../../../checker/finding.ts';
import type { LinkModule, Target } from '../module.ts';
import { type InstalledModules, loadedWith } from '../order/installed-loads.ts';
import { connectedIn, loadedBy, reach } from '../reachable.ts';

/**
 * Modules with sloppy writes to, or deletions from, members of what they require, where a module closes an object of that
 * name: sloppy code goes on as if nothing had happened, a module throws (ECMA-262 §10.1.9.2, §13.5.1.2, Annex C).
 *
 * @returns why a module has to stay CommonJS
 */
export function writersToClosed(
  modules: ReadonlyMap<string, LinkModule>,
  installed: InstalledModules | null,
): ReadonlyMap<string, Finding> {
  const stays = new Map<string, Finding>();
  const closing = [...modules.values()].filter(({ facts }) => facts.sloppy.closedNames.length > 0);
  const connected = connectedIn(modules);
  for (const { id, facts, targets } of modules.values()) {
    for (const { code, member } of triedBy(facts.sloppy)) {
      if (stays.has(id)) break;
      const target = targets[member.require]!;
      const closed =
        (member.result ? makerOf : closedBy)(target, member) ??
        (code === 'strict-read-only' ? functionBehind(target, member) : null);
      if (closed === null && !isClosedBuiltin(target, member)) continue;
      const related =
        closed !== null && modules.has(closed.id)
          ? [{ path: closed.id, range: WHOLE_FILE, note: 'this closes objects' }]
          : [];
      const args = { name: member.key ?? '[…]' };
      stays.set(id, makeFinding(code, { range: member.range, args, related }));
    }
  }
  return stays;

  function closedBy(target: Target, { path }: RequiredMember): LinkModule | null {
    if (target.kind === 'module') return closing.find((module) => mayClose(module, path, target.id)) ?? null;
    if (path.length === 0 || target.kind !== 'external' || target.external.system !== 'commonjs') return null;
    const [file, ...loaded] = loadedWith(target, modules, installed) ?? [];
    if (file?.facts.sloppy.closedNames === 'all') return file;
    return [file, ...loaded].find((module) => module && closesSome(module, path)) ?? null;
  }

  /**
   * What may close an object that a function gives: what closes objects that it does not name, or, among the files of a
   * package, what makes objects that have the key closed, its own or those of a builtin.
   */
  function makerOf(target: Target, { key }: RequiredMember): LinkModule | null {
    if (target.kind === 'module') {
      const loaded = reach([target.id], loadedAt);
      return closing.find((module) => loaded.has(module.id) && closesUnnamed(module)) ?? null;
    }
    if (target.kind !== 'external' || key === null) return null;
    const loaded = loadedWith(target, modules, installed) ?? [];
    return loaded.find((module) => makesWith(module, key)) ?? null;
  }

  /** `required.f.name = 'g'`: what puts a function under that key, of what is loaded with the target. */
  function functionBehind(target: Target, { key, path, result }: RequiredMember): LinkModule | null {
    const last = path.at(-1);
    if (result || last === undefined || (key !== 'name' && key !== 'length')) return null;
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

  function loadedAt(id: string): readonly string[] {
    return loadedBy(modules.get(id)!);
  }
}

function closesSome({ facts }: LinkModule, path: readonly string[]): boolean {
  const { closedNames } = facts.sloppy;
  return closedNames !== 'all' && path.some((key) => closedNames.includes(key));
}

/** `freezeDeep(config)`, `function close(value) { return Object.freeze(value); }` */
function closesUnnamed({ facts }: LinkModule): boolean {
  const { closedNames, closedParameters } = facts.sloppy;
  return closedNames === 'all' || closedParameters.some(({ closes }) => closes === ANY_KEY);
}

function makesWith({ facts, targets }: LinkModule, key: string): boolean {
  if (facts.sloppy.closedKeys.includes(key)) return true;
  return targets.some((target) => target.kind === 'builtin' && keysOfObjectsOf(target.name).has(key));
}

function isClosedBuiltin(target: Target, { path, key, result }: RequiredMember): boolean {
  if (target.kind !== 'builtin') return false;
  return (result ? isFixedInMade : isFixedIn)(target.name, path, key);
}

interface Rejected {
  readonly code: 'strict-delete' | 'strict-read-only';
  readonly member: RequiredMember;
}

function triedBy({ requiredWrites, requiredDeletes }: SloppyFacts): readonly Rejected[] {
  return [
    ...requiredWrites.map((member) => ({ code: 'strict-read-only', member }) as const),
    ...requiredDeletes.map((member) => ({ code: 'strict-delete', member }) as const),
  ];
}
