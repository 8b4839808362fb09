import type { MemberOfMade, SloppyFacts } from '../../checker/facts.ts';
import type { Finding } from '../../checker/finding.ts';
import type { LinkModule } from './module.ts';
import { connectedIn } from './reachable.ts';

/**
 * Modules with sloppy writes or deletions of keys of objects that functions of theirs, or other modules, have made, where
 * such a module makes objects that do not let it happen: sloppy code goes on as if nothing had happened, a module throws
 * (ECMA-262 §10.1.9.2, §13.5.1.2, Annex C).
 *
 * @returns why a module has to stay CommonJS
 */
export function writersOfClosedKeys(modules: ReadonlyMap<string, LinkModule>): ReadonlyMap<string, Finding> {
  const connected = connectedIn(modules);
  const stays = new Map<string, Finding>();
  for (const { code, closed, tried } of rejections) {
    const closedBy = new Map<string, string[]>();
    for (const { id, facts } of modules.values())
      for (const key of closed(facts.sloppy)) closedBy.set(key, [...(closedBy.get(key) ?? []), id]);
    if (closedBy.size === 0) continue;
    for (const { id, facts } of modules.values())
      for (const { key, range, maker } of tried(facts.sloppy)) {
        const isBy = (other: string): boolean =>
          maker === 'own' ? other === id : other !== id && connected(id).has(other);
        const closing = closedBy.get(key)?.find(isBy);
        if (closing === undefined || stays.has(id)) continue;
        const related = [
          { path: closing, range: [0, 0] as const, note: 'this makes objects with such a key' },
        ];
        stays.set(id, { code, range, args: { name: key }, related, settledBy: [] });
      }
  }
  return stays;
}

interface Rejection {
  readonly code: 'strict-delete' | 'strict-read-only';
  readonly closed: (facts: SloppyFacts) => readonly string[];
  readonly tried: (facts: SloppyFacts) => readonly MemberOfMade[];
}

const rejections: readonly Rejection[] = [
  {
    code: 'strict-read-only',
    closed: ({ closedKeys }) => closedKeys,
    tried: ({ writesToMade }) => writesToMade,
  },
  {
    code: 'strict-delete',
    closed: ({ lockedKeys }) => lockedKeys,
    tried: ({ deletesOfMade }) => deletesOfMade,
  },
];
