import type { Finding } from '../../checker/finding.ts';
import type { LinkModule } from './module.ts';
import { loadedBy, loadersIn, reach } from './reachable.ts';

/**
 * Modules with sloppy writes of keys to objects that functions of theirs, or other modules, have made, where such a module
 * makes objects that do not let this key be written: sloppy code goes on as if nothing had happened, a module throws
 * (ECMA-262 §10.1.9.2, Annex C).
 *
 * @returns why a module has to stay CommonJS
 */
export function writersOfClosedKeys(modules: ReadonlyMap<string, LinkModule>): ReadonlyMap<string, Finding> {
  const closedBy = new Map<string, string[]>();
  for (const { id, facts } of modules.values())
    for (const key of facts.sloppy.closedKeys) closedBy.set(key, [...(closedBy.get(key) ?? []), id]);
  const stays = new Map<string, Finding>();
  if (closedBy.size === 0) return stays;
  const connected = connectedIn(modules);
  for (const { id, facts } of modules.values())
    for (const { key, range, maker } of facts.sloppy.writesToMade) {
      const closing = closedBy
        .get(key)
        ?.find((other) => (maker === 'own' ? other === id : other !== id && connected(id).has(other)));
      if (closing === undefined || stays.has(id)) continue;
      const related = [{ path: closing, range: [0, 0] as const, note: 'this makes objects with such a key' }];
      stays.set(id, { code: 'strict-read-only', range, args: { name: key }, related, settledBy: [] });
    }
  return stays;
}

/** The modules that load each other in any way, whichever begins: what is made in one may get to all of them. */
function connectedIn(modules: ReadonlyMap<string, LinkModule>): (id: string) => ReadonlySet<string> {
  const loadersOf = loadersIn(modules);
  const known = new Map<string, ReadonlySet<string>>();
  return (id) => {
    const before = known.get(id);
    if (before !== undefined) return before;
    const found = reach([id], (at) => [...loadedBy(modules.get(at)!), ...loadersOf(at)]);
    for (const member of found) known.set(member, found);
    return found;
  };
}
