import type { EffectFact, RunCall } from '../../../checker/facts.ts';
import type { LoadGraph } from '../cycles/load-graph.ts';
import type { FollowedModule, LinkModule } from '../module.ts';
import { loadersBy, reach } from '../reachable.ts';
import { lateLoadsIn } from './late-load.ts';

/**
 * Tells which modules do nothing before another one has been loaded: whatever they, or their functions, hand out is not
 * there yet while that one loads.
 *
 * ```js
 * const { close } = require('./handle'); // later than `handle`
 * require('emitter').on('end', close);
 * ```
 */
export class LaterModules {
  readonly #modules: ReadonlyMap<string, LinkModule | FollowedModule>;
  readonly #graph: LoadGraph;
  /** Those that functions of others load, so that they may have it while it is being loaded. */
  readonly #loadedLate: ReadonlySet<string>;
  #known: { readonly version: number; readonly loadersOf: (id: string) => readonly string[] } | null = null;

  constructor(modules: ReadonlyMap<string, LinkModule | FollowedModule>, graph: LoadGraph) {
    this.#modules = modules;
    this.#graph = graph;
    const late = [...modules.values()].flatMap(lateLoadsIn);
    this.#loadedLate = new Set(late.flatMap(({ targets }) => targets));
  }

  /** Those that nothing loads while the root is loaded, and that load it before they do anything else. */
  than(root: string): (id: string) => boolean {
    const reached = this.#graph.reachedFrom(root);
    let found: ReadonlySet<string> | null = null;
    return (id) => {
      if (reached.has(id)) return false;
      found ??= reach([root], this.#loadersOf());
      return found.has(id);
    };
  }

  /** Tells which modules load one before they do anything else than to load modules. */
  #loadersOf(): (id: string) => readonly string[] {
    const { version } = this.#graph;
    if (this.#known?.version !== version)
      this.#known = { version, loadersOf: loadersBy(this.#modules, (module) => this.#loadedFirst(module)) };
    return this.#known.loadersOf;
  }

  #loadedFirst(module: LinkModule | FollowedModule): readonly string[] {
    const { facts, targets } = module;
    const found: string[] = [];
    if (facts.system !== 'commonjs') return found;
    for (const entry of facts.timeline) {
      if (entry.kind === 'effect' && !this.#givesNothing(module, entry.effect)) break;
      if (entry.kind !== 'require') continue;
      const { placement, guarded } = facts.requires[entry.require]!;
      const target = targets[entry.require]!;
      if (target.kind === 'builtin' || target.kind === 'external') continue;
      if (target.kind !== 'module') break;
      if (placement === 'top' && !guarded) found.push(target.id);
      // Those that it loads before may call it back only if they load it in turn.
      if (this.#graph.leadsTo(target.id, module.id)) break;
    }
    return found;
  }

  /** `require('debug')('app')`: code outside of the project gets nothing of the module. */
  #givesNothing({ id, facts, targets }: LinkModule | FollowedModule, { kind, callee }: EffectFact): boolean {
    if (kind !== 'call' || callee.kind !== 'required' || this.#loadedLate.has(id)) return false;
    if (targets[callee.require]!.kind === 'module') return false;
    if (!('runs' in facts)) return false;
    const calls = facts.runs.regions[0]!.calls.filter(
      ({ callee: called }) =>
        called.kind === 'required' &&
        called.require === callee.require &&
        called.path.join() === callee.path.join(),
    );
    return calls.length > 0 && calls.every(isOfNothing);
  }
}

/** A call without arguments that hold anything that could be run. */
function isOfNothing({ given, filled, objects, away }: RunCall): boolean {
  return given?.every((values) => values.length === 0) === true && !filled && !objects && !away;
}
