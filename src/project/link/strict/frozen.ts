import type { Range } from '../../../checker/facts.ts';
import { type Finding, makeFinding, WHOLE_FILE } from '../../../checker/finding.ts';
import { addTo } from '../../../lists.ts';
import type { LinkFacts } from '../link-facts.ts';
import type { LinkModule } from '../module.ts';
import { connectedIn } from '../reachable.ts';
import { usesOf } from '../uses.ts';
import { closedInForeign } from './closed-names.ts';

/**
 * Modules that write to exports which another module freezes: sloppy code goes on as if nothing had happened, a module
 * throws (ECMA-262 §10.1.9.2, Annex C).
 *
 * @returns why a module has to stay CommonJS
 */
export function writersToFrozen(modules: ReadonlyMap<string, LinkModule>): ReadonlyMap<string, Finding> {
  const stays = new Map<string, Finding>();
  const frozen = frozenModules(modules);
  if (frozen.size === 0) return stays;
  for (const module of modules.values()) {
    if (module.facts.layout.useStrict.length > 0) continue;
    for (const { id, write } of writesOf(module)) {
      const by = stays.has(module.id)
        ? undefined
        : frozen.get(id)?.find(({ keys }) => mayBeAmong(write.key, keys));
      if (by === undefined) continue;
      const related = [{ ...by.place, note: 'frozen here' }];
      stays.set(
        module.id,
        makeFinding('strict-read-only', {
          range: write.range,
          args: { name: write.key ?? UNNAMED },
          related,
        }),
      );
    }
  }
  return stays;
}

interface Closed {
  readonly place: { readonly path: string; readonly range: Range };
  readonly keys: 'all' | readonly string[];
}

/** The modules whose exports are closed from outside, or may be by what gets them. */
function frozenModules(modules: ReadonlyMap<string, LinkModule>): ReadonlyMap<string, readonly Closed[]> {
  const found = new Map<string, Closed[]>();
  const closing = [...modules.values()].flatMap(({ id, facts }) => {
    const keys = closedInForeign(facts.sloppy);
    return keys.length > 0 ? [{ id, closed: { place: { path: id, range: WHOLE_FILE }, keys } }] : [];
  });
  const handed = new Set<string>();
  const connected = connectedIn(modules);
  for (const module of modules.values()) {
    for (const { id, range } of frozenIn(module))
      addTo(found, id, { place: { path: module.id, range }, keys: 'all' });
    for (const id of closing.length > 0 ? handedOnBy(module) : [])
      if (!handed.has(id)) {
        handed.add(id);
        for (const { id: other, closed } of closing) if (connected(id).has(other)) addTo(found, id, closed);
      }
  }
  return found;
}

function mayBeAmong(key: string | null, keys: Closed['keys']): boolean {
  return keys === 'all' || key === null || keys.includes(key);
}

/** `Object.freeze(require('./m'))`, `names.forEach((name) => Object.freeze(require(name)))` */
function frozenIn({ facts, targets, mayLoad }: LinkModule): readonly { id: string; range: Range }[] {
  return facts.sloppy.frozen.flatMap(({ require, path, range }) => {
    const target = targets[require]!;
    if (path.length > 0) return [];
    const ids = target.kind === 'module' ? [target.id] : target.kind === 'dynamic' ? mayLoad : [];
    return ids.map((id) => ({ id, range }));
  });
}

/** The modules whose exports are given to functions, or put into objects. */
function handedOnBy({ facts, targets }: LinkModule): readonly string[] {
  return targets.flatMap((target, index) => {
    if (target.kind !== 'module') return [];
    const isHandedOn = usesOf(facts.requires[index]!).some(
      ({ kind, to }) => kind === 'value' && to !== undefined,
    );
    return isHandedOn ? [target.id] : [];
  });
}

interface Write {
  /** Null: any. */
  readonly key: string | null;
  readonly range: Range;
}

/** What a module writes to, or may: its own exports once it has been loaded, and those of others. */
function* writesOf({ id, facts, targets }: LinkModule): Generator<{ id: string; write: Write }> {
  for (const write of ownWrites(facts)) yield { id, write };
  const freezes = new Set(facts.sloppy.frozen.map(({ range }) => range[0]));
  for (const [index, target] of targets.entries()) {
    if (target.kind !== 'module') continue;
    for (const { kind, keys, writes, range } of usesOf(facts.requires[index]!))
      if (kind === 'member-write') yield { id: target.id, write: { key: keys[0] ?? null, range } };
      else if (writes && !freezes.has(range[0])) yield { id: target.id, write: { key: UNNAMED, range } };
  }
}

/** In place of the keys that a function writes which gets the exports. */
const UNNAMED = '…';

function ownWrites({ exports }: LinkFacts): readonly Write[] {
  const deferred = exports.mentions.flatMap(({ use, deferred: isLate, range }) =>
    isLate && use.kind === 'write' ? [{ key: use.key, range }] : [],
  );
  // Of an exports object that is never replaced, only its methods may write to it by `this`.
  if (exports.shape !== 'default' && !exports.keys.some(({ usesThis }) => usesThis)) return deferred;
  return [...deferred, ...exports.writtenToItself.map((key) => ({ key, range: WHOLE_FILE }))];
}
