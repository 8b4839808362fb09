import { addTo } from '../../../lists.ts';
import type { LinkModule } from '../module.ts';
import { reach } from '../reachable.ts';
import { stronglyConnectedComponents } from './components.ts';

/** In a large codebase the sets of all modules together would fill the memory. */
const MOST_KEPT = 500;

/** What each module loads while it is loaded itself, and whom that reaches. */
export class LoadGraph {
  readonly #loads = new Map<string, Set<string>>();
  /** By component: what one of its modules reaches, all reach. */
  readonly #reached = new Map<readonly string[], ReadonlySet<string>>();
  #components: ReadonlyMap<string, readonly string[]> | null = null;
  #loadersOf: Map<string, string[]> | null = null;
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
    this.#components = null;
    this.#loadersOf = null;
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

  /** The modules that lie on a way from one to another, both included: first the end of the way. */
  between(from: string, to: string): readonly string[] {
    const reached = reach([from], (id) => this.loadedBy(id));
    if (!reached.has(to)) return [];
    const loaders = new Map<string, string[]>();
    for (const id of reached) {
      for (const next of this.loadedBy(id)) {
        addTo(loaders, next, id);
      }
    }
    return [...reach([to], (id) => loaders.get(id) ?? [])];
  }

  /** What somebody loads who loads the module while he is loaded himself, its own loads included. */
  loadedTogetherWith(id: string): ReadonlySet<string> {
    const loaders = this.#loaders();
    const above = reach([id], (at) => loaders.get(at) ?? []);
    return reach(above, (at) => this.loadedBy(at));
  }

  /** The module itself and all that is loaded with it. */
  reachedFrom(id: string): ReadonlySet<string> {
    const component = this.componentOf(id);
    let reached = this.#reached.get(component);
    if (reached === undefined) {
      reached = reach([id], (at) => this.loadedBy(at));
      if (this.#reached.size === MOST_KEPT) this.#reached.clear();
      this.#reached.set(component, reached);
    }
    return reached;
  }

  /** Whether loading a module loads another one. */
  leadsTo(from: string, to: string): boolean {
    // Of two where one loads the other, both do only within a component.
    if (this.loadedBy(to).has(from)) return this.componentOf(from) === this.componentOf(to);
    return this.reachedFrom(from).has(to);
  }

  #loaders(): ReadonlyMap<string, readonly string[]> {
    if (this.#loadersOf === null) {
      this.#loadersOf = new Map();
      for (const [id, loads] of this.#loads) for (const loaded of loads) addTo(this.#loadersOf, loaded, id);
    }
    return this.#loadersOf;
  }

  /** The modules that a module loads and that load it, itself included; the same list for all of them. */
  componentOf(id: string): readonly string[] {
    if (this.#components === null) {
      const components = stronglyConnectedComponents(this.#loads.keys(), (at) => this.loadedBy(at));
      this.#components = new Map(
        components.flatMap((component) => component.map((member) => [member, component] as const)),
      );
    }
    return this.#components.get(id)!;
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

/** What a module may load by computed specifiers, or paths that it hands on, while it is loaded itself. */
export function computedAtOnce({ facts, targets, mayLoad, loose }: LinkModule): readonly string[] {
  const computed = facts.requires.filter((_, index) => targets[index]!.kind === 'dynamic');
  const isLate = computed.length > 0 && computed.every(({ placement }) => placement === 'deferred');
  return [...(isLate ? [] : mayLoad), ...loose.flatMap(({ deferred, ids }) => (deferred ? [] : ids))];
}
