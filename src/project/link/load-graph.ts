import type { LinkModule } from './module.ts';

/** In a large codebase the sets of all modules together would fill the memory. */
const MOST_KEPT = 500;

/** What each module loads while it is loaded itself, and whom that reaches. */
export class LoadGraph {
  readonly #loads = new Map<string, Set<string>>();
  readonly #reached = new Map<string, ReadonlySet<string>>();
  #version = 0;

  constructor(modules: ReadonlyMap<string, LinkModule>) {
    for (const module of modules.values()) this.#loads.set(module.id, new Set(loadedAtOnce(module)));
  }

  /** Something that runs while the module is loaded turned out to load another one. */
  add(from: string, to: string): boolean {
    const loads = this.#loads.get(from)!;
    if (loads.has(to)) return false;
    loads.add(to);
    this.#reached.clear();
    this.#version++;
    return true;
  }

  /** Changes whenever something is added. */
  get version(): number {
    return this.#version;
  }

  loadedBy(id: string): ReadonlySet<string> {
    return this.#loads.get(id)!;
  }

  /** The modules that lie on a way from one to another, both included. */
  between(from: string, to: string): readonly string[] {
    const reached = this.reachedFrom(from);
    if (!reached.has(to)) return [];
    const loaders = new Map<string, string[]>();
    for (const id of reached) {
      for (const next of this.#loads.get(id)!) {
        const known = loaders.get(next);
        if (known === undefined) loaders.set(next, [id]);
        else known.push(id);
      }
    }
    const found = new Set([to]);
    for (const id of found) for (const loader of loaders.get(id) ?? []) found.add(loader);
    return [...found];
  }

  /** The module itself and all that is loaded with it. */
  reachedFrom(id: string): ReadonlySet<string> {
    let reached = this.#reached.get(id);
    if (reached === undefined) {
      const found = new Set([id]);
      for (const at of found) for (const next of this.#loads.get(at)!) found.add(next);
      reached = found;
      if (this.#reached.size === MOST_KEPT) this.#reached.clear();
      this.#reached.set(id, reached);
    }
    return reached;
  }
}

function loadedAtOnce(module: LinkModule): readonly string[] {
  const { facts, targets, imports } = module;
  const required = targets.filter((_, index) => facts.requires[index]!.placement !== 'deferred');
  const known = [...required, ...imports.values()].flatMap((target) =>
    target.kind === 'module' ? [target.id] : [],
  );
  return [...known, ...computedAtOnce(module)];
}

/** What a module may load by computed specifiers while it is loaded itself. */
export function computedAtOnce({ facts, targets, mayLoad }: LinkModule): readonly string[] {
  const computed = facts.requires.filter((_, index) => targets[index]!.kind === 'dynamic');
  const isLate = computed.length > 0 && computed.every(({ placement }) => placement === 'deferred');
  return isLate ? [] : mayLoad;
}
