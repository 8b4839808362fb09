import type { Range } from '../../../checker/facts.ts';
import { type Finding, makeFinding, WHOLE_FILE } from '../../../checker/finding.ts';
import type { LinkFacts } from '../link-facts.ts';
import type { LinkModule } from '../module.ts';
import { connectedIn } from '../reachable.ts';
import { usesOf } from '../uses.ts';
import { closesForeign } from './closed-names.ts';

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
      const place = frozen.get(id);
      if (place === undefined || stays.has(module.id)) continue;
      const related = [{ ...place, note: 'frozen here' }];
      stays.set(
        module.id,
        makeFinding('strict-read-only', { range: write.range, args: { name: write.key }, related }),
      );
    }
  }
  return stays;
}

interface Place {
  readonly path: string;
  readonly range: Range;
}

/** The modules whose exports are frozen from outside, or may be by what gets them, and where. */
function frozenModules(modules: ReadonlyMap<string, LinkModule>): ReadonlyMap<string, Place> {
  const found = new Map<string, Place>();
  const closing = [...modules.values()].filter(({ facts }) => closesForeign(facts.sloppy));
  const connected = connectedIn(modules);
  for (const module of modules.values()) {
    for (const { id, range } of frozenIn(module)) found.set(id, { path: module.id, range });
    for (const id of closing.length > 0 ? handedOnBy(module) : []) {
      const closer = closing.find((other) => connected(id).has(other.id));
      if (closer !== undefined && !found.has(id)) found.set(id, { path: closer.id, range: WHOLE_FILE });
    }
  }
  return found;
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
  readonly key: string;
  readonly range: Range;
}

/** What a module writes to, or may: its own exports once it has been loaded, and those of others. */
function* writesOf({ id, facts, targets }: LinkModule): Generator<{ id: string; write: Write }> {
  const own = ownWrite(facts);
  if (own !== null) yield { id, write: own };
  const freezes = new Set(facts.sloppy.frozen.map(({ range }) => range[0]));
  for (const [index, target] of targets.entries()) {
    if (target.kind !== 'module') continue;
    const use = usesOf(facts.requires[index]!).find(
      ({ kind, writes, range }) => kind === 'member-write' || (writes && !freezes.has(range[0])),
    );
    if (use !== undefined) yield { id: target.id, write: { key: use.keys[0] ?? '…', range: use.range } };
  }
}

function ownWrite({ exports }: LinkFacts): Write | null {
  for (const { use, deferred, range } of exports.mentions)
    if (deferred && use.kind === 'write') return { key: use.key, range };
  // Of an exports object that is never replaced, only its methods may write to it by `this`.
  if (exports.shape !== 'default' && !exports.keys.some(({ usesThis }) => usesThis)) return null;
  const [key] = exports.writtenToItself;
  return key === undefined ? null : { key, range: WHOLE_FILE };
}
