import { isKeyOfObjects, keysOfObjectsOf } from '../../../checker/builtin-keys.ts';
import { ANY_KEY } from '../../../checker/facts/keys.ts';
import type { MemberOfMade, SloppyFacts } from '../../../checker/facts.ts';
import { type Finding, makeFinding, WHOLE_FILE } from '../../../checker/finding.ts';
import { addTo } from '../../../lists.ts';
import type { LinkModule } from '../module.ts';
import { type InstalledModules, loadedWith } from '../order/installed-loads.ts';
import { connectedIn } from '../reachable.ts';
import type { FindingsByModule } from './silenced.ts';

export interface WritersOfClosed {
  /** Of what is closed for one key. */
  readonly keys: FindingsByModule;
  /** Of what may refuse any key, as proxies do. */
  readonly proxies: FindingsByModule;
}

/**
 * Modules with sloppy writes or deletions of keys of objects that functions of theirs, or other modules, have made, where
 * such a module makes objects that do not let it happen: sloppy code goes on as if nothing had happened, a module throws
 * (ECMA-262 §10.1.9.2, §13.5.1.2, Annex C).
 *
 * @returns each of them, by module
 */
export function writersOfClosedKeys(
  modules: ReadonlyMap<string, LinkModule>,
  installed: InstalledModules | null,
): WritersOfClosed {
  const connected = connectedIn(modules);
  const keys = new Map<string, Finding[]>();
  const proxies = new Map<string, Finding[]>();
  for (const { code, closed, tried, inherited } of rejections) {
    const closing = closingByKey(modules, closed);
    for (const { id, facts } of modules.values())
      for (const member of tried(facts.sloppy)) {
        const proxy = proxyFor(id, closing);
        const closedBy = proxy ?? closedByAny(id, member, closing, inherited);
        if (closedBy === undefined) continue;
        const related = [
          {
            path: closedBy,
            range: WHOLE_FILE,
            note: 'this makes objects with such a key, or loads what does',
          },
        ];
        const args = { name: member.key === ANY_KEY ? '[…]' : member.key };
        addTo(
          proxy === undefined ? keys : proxies,
          id,
          makeFinding(code, { range: member.range, args, related }),
        );
      }
  }
  return { keys, proxies };

  function proxyFor(id: string, closing: ClosingByKey): string | undefined {
    const others = connected(id);
    return closing.get(ANY_KEY)?.find((other) => others.has(other));
  }

  function closedByAny(
    id: string,
    member: MemberOfMade,
    closing: ClosingByKey,
    inherited: boolean,
  ): string | undefined {
    const { key, maker } = member;
    const others = connected(id);
    if (maker === 'receiver' || key === ANY_KEY) return undefined;
    if (maker === 'own') return closing.get(key)?.find((other) => other === id);
    return (
      closing.get(key)?.find((other) => other !== id && others.has(other)) ??
      (inherited && isKeyOfObjects(key)
        ? [...others].find((other) => getsFromBuiltin(modules.get(other)!, key, other === id))
        : undefined)
    );
  }

  /** Whether a module has objects of builtins, or of packages that these come from, for which a key is closed. */
  function getsFromBuiltin({ targets, imports }: LinkModule, key: string, fromPackages: boolean): boolean {
    return [...targets, ...imports.values()].some((target) => {
      if (target.kind === 'builtin') return keysOfObjectsOf(target.name).has(key);
      if (!fromPackages || target.kind !== 'external') return false;
      return (
        loadedWith(target, modules, installed)?.some((module) => getsFromBuiltin(module, key, false)) ?? false
      );
    });
  }
}

/** The modules with objects that have a key closed. */
type ClosingByKey = ReadonlyMap<string, readonly string[]>;

function closingByKey(modules: ReadonlyMap<string, LinkModule>, closed: Rejection['closed']): ClosingByKey {
  const closing = new Map<string, string[]>();
  for (const { id, facts } of modules.values())
    for (const key of closed(facts.sloppy)) {
      addTo(closing, key, id);
    }
  return closing;
}

interface Rejection {
  readonly code: 'strict-delete' | 'strict-read-only';
  readonly closed: (facts: SloppyFacts) => readonly string[];
  readonly tried: (facts: SloppyFacts) => readonly MemberOfMade[];
  /** Whether a key of the prototype, which builtins have accessors on, rejects it, too. */
  readonly inherited: boolean;
}

const rejections: readonly Rejection[] = [
  {
    code: 'strict-read-only',
    closed: ({ closedKeys }) => closedKeys,
    tried: ({ writesToMade }) => writesToMade,
    inherited: true,
  },
  {
    code: 'strict-delete',
    closed: ({ lockedKeys }) => lockedKeys,
    tried: ({ deletesOfMade }) => deletesOfMade,
    inherited: false,
  },
];
