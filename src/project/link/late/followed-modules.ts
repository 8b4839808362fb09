import type { RunFacts } from '../../../checker/facts.ts';
import type { FollowedModule, LinkModule } from '../module.ts';

/** Modules of which it is known what their functions run, or that it cannot be known; others are asked for. */
export class FollowedModules {
  readonly #modules: Map<string, LinkModule | FollowedModule>;
  readonly #known = new Map<string, FollowedModule>();
  readonly #asked = new Set<string>();
  readonly #missing = new Set<string>();

  constructor(modules: ReadonlyMap<string, LinkModule>) {
    this.#modules = new Map(modules);
  }

  get known(): ReadonlyMap<string, FollowedModule> {
    return this.#known;
  }

  /** All modules, known or not. */
  get modules(): ReadonlyMap<string, LinkModule | FollowedModule> {
    return this.#modules;
  }

  get(id: string): FollowedModule | undefined {
    if (!this.#asked.has(id)) this.#missing.add(id);
    return this.#known.get(id);
  }

  /** What somebody asked for since this was last called. */
  takeMissing(): readonly string[] {
    const missing = [...this.#missing];
    this.#missing.clear();
    for (const id of missing) this.#asked.add(id);
    return missing;
  }

  add(runs: ReadonlyMap<string, RunFacts>): void {
    for (const [id, found] of runs) {
      const module = this.#modules.get(id)!;
      const known = { ...module, facts: { ...module.facts, runs: found } };
      this.#asked.add(id);
      this.#known.set(id, known);
      this.#modules.set(id, known);
    }
  }
}
