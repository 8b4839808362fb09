import { ANY_KEY } from '../../../checker/facts/keys.ts';
import type { FollowedModule } from '../module.ts';
import { usesOf } from '../uses.ts';

/** The keys that modules write to what is not their own. */
export class Written {
  /** Of the exports of others, by those. */
  readonly #to = new Map<string, Set<string>>();
  /** Of whatever they have got hold of. */
  readonly #any = new Set<string>();
  /** The modules of which the exports are handed to functions or put into objects. */
  readonly #passedOn = new Set<string>();

  constructor(modules: Iterable<FollowedModule>) {
    for (const { facts, targets } of modules) {
      for (const key of facts.exports.writtenElsewhere) this.#any.add(key);
      for (const [index, target] of targets.entries()) {
        if (target.kind !== 'module') continue;
        const uses = usesOf(facts.requires[index]!);
        if (uses.some(({ kind }) => kind === 'value' || kind === 'export')) this.#passedOn.add(target.id);
        for (const { kind, writes, keys } of uses) {
          if (writes || kind === 'member-write') this.#note(target.id, keys.length > 0 ? keys : [ANY_KEY]);
        }
      }
    }
  }

  #note(id: string, keys: readonly string[]): void {
    const known = this.#to.get(id) ?? new Set();
    this.#to.set(id, known);
    for (const key of keys) known.add(key);
  }

  /** Whether nobody writes to a key of anything that might be a part of a module's exports. */
  leaves(id: string, key: string): boolean {
    return !this.#any.has(key) && !this.#mayWrite(id, key);
  }

  /** Whether another module may have put something under a key of a module's exports. */
  mayReplace(id: string, key: string): boolean {
    return this.#mayWrite(id, key) || (this.#passedOn.has(id) && this.#any.has(key));
  }

  #mayWrite(id: string, key: string): boolean {
    const keys = this.#to.get(id);
    return keys !== undefined && (keys.has(key) || keys.has(ANY_KEY));
  }
}
