import { join, relative } from 'node:path';
import { withSlashes } from '../files/paths.ts';
import { loadingImports } from '../link/imports.ts';
import type { LinkFacts } from '../link/link-facts.ts';
import type { Suspects } from '../link/loader/suspects.ts';
import type { LinkModule, Target } from '../link/module.ts';
import { builtinNames } from '../resolve/builtins.ts';
import type { Resolver } from '../resolve/resolver.ts';
import { installedFacts } from './installed-facts.ts';
import { suspectsAmong } from './installed-texts.ts';

/**
 * Installed files as modules, for judging what loading them does. Each is read and scanned at most once in a run, and
 * only where the order of a program depends on it.
 */
export class InstalledFiles {
  readonly #known = new Map<string, LinkModule | null>();
  readonly #root: string;
  readonly #modules: ReadonlyMap<string, LinkModule>;
  readonly #resolver: Resolver;

  /** @param modules those of the project, which installed files may load in turn */
  constructor(root: string, modules: ReadonlyMap<string, LinkModule>, resolver: Resolver) {
    this.#root = root;
    this.#modules = modules;
    this.#resolver = resolver;
  }

  has(file: string): boolean {
    return this.#known.has(file);
  }

  add(file: string, facts: LinkFacts | null): void {
    this.#known.set(file, facts && this.#moduleOf(file, facts));
  }

  /** Read now, where it was not added before; null where nothing can be said of it. */
  get(file: string): LinkModule | null {
    if (!this.#known.has(file)) this.add(file, installedFacts(file));
    return this.#known.get(file)!;
  }

  /** Those that matter wherever they are loaded, of all that the project may load. */
  suspects(): Suspects {
    return suspectsAmong(this.#modules.values(), this.#resolver);
  }

  #moduleOf(file: string, facts: LinkFacts): LinkModule {
    return {
      id: file,
      facts,
      targets: facts.requires.map(({ specifier }) =>
        specifier === null ? { kind: 'dynamic' } : this.#targetOf(specifier, file, 'commonjs'),
      ),
      imports: new Map(
        loadingImports(facts).map(({ argument, specifier }) => [
          argument[0],
          this.#targetOf(specifier, file, 'esm'),
        ]),
      ),
      types: new Map(),
      candidate: false,
      answer: null,
      alone: false,
      mayLoad: [],
      loose: [],
      relays: [],
      reached: false,
      namespaceNames: new Set(),
      runsGetters: false,
      door: null,
      cached: [],
      handed: [],
      found: [],
    };
  }

  #targetOf(specifier: string, from: string, loader: 'commonjs' | 'esm'): Target {
    const resolution = this.#resolver[loader](specifier, from);
    if (resolution.kind === 'builtin')
      return { kind: 'builtin', name: resolution.name, names: builtinNames(resolution.name) };
    const file = resolution.kind === 'file' ? resolution.path : null;
    const id = file === null ? null : withSlashes(relative(this.#root, file));
    if (id !== null && this.#modules.has(id) && join(this.#root, id) === file) return { kind: 'module', id };
    return { kind: 'external', external: { system: 'unknown', names: null, specifier: null }, file };
  }
}
