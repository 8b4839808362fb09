import type { KeyFacts } from '../../checker/facts.ts';
import type { LinkModule, Target, Verdict } from './module.ts';

/** Modules that export what another one exports: `module.exports = require('./x')`. */

/** Who really provides what a require of a module of the project gives. */
export interface Providers {
  /** The module behind any re-exports; null for what is no module of the project. */
  behind(target: Target): LinkModule | null;
  /** All that the value comes through: what was required, and that whose exports it hands on, changed or not. */
  through(target: Target): readonly Provided[];
  /** Whether a module gives importers, by this require, just what another one exports by name. */
  passesOn(module: LinkModule, require: number): boolean;
}

export interface Provided {
  readonly target: Target;
  /** Null for what is no module of the project. */
  readonly module: LinkModule | null;
}

export function providersOf(
  modules: ReadonlyMap<string, LinkModule>,
  verdicts: ReadonlyMap<string, Verdict>,
  mayBeImport: (module: LinkModule, require: number) => boolean,
): Providers {
  function behind(target: Target): LinkModule | null {
    const seen = new Set<string>();
    let module = target.kind === 'module' ? modules.get(target.id)! : null;
    while (module !== null && !seen.has(module.id)) {
      seen.add(module.id);
      const next = reexported(module);
      if (next === null) return module;
      module = next;
    }
    return module;
  }

  function reexported(module: LinkModule): LinkModule | null {
    const require = module.facts.requires.findIndex((_, index) => passesOn(module, index));
    const target = module.targets[require];
    return target?.kind === 'module' ? modules.get(target.id)! : null;
  }

  function passesOn(module: LinkModule, require: number): boolean {
    if (verdicts.get(module.id)!.fate !== 'default' || module.door !== null) return false;
    const target = module.targets[require]!;
    if (target.kind !== 'module' || !reexportsWhole(module, require)) return false;
    // What a call of `require` gives can only be exported as a value.
    if (!mayBeImport(module, require)) return false;
    return canPassOn(modules.get(target.id)!.facts.exports.keys);
  }

  return { behind, through: (target) => through(target, moduleOf), passesOn };

  function moduleOf(target: Target): LinkModule | null {
    return target.kind === 'module' ? modules.get(target.id)! : null;
  }
}

/** All that the value of a require comes through: see `Providers`. */
export function through(
  target: Target,
  moduleOf: (target: Target) => LinkModule | null,
): readonly Provided[] {
  const passed = new Map<LinkModule, Provided>();
  const others = new Set<Target>();
  const pending = [target];
  for (const next of pending) {
    const module = moduleOf(next);
    if (module === null) others.add(next);
    if (module === null || passed.has(module)) continue;
    passed.set(module, { target: next, module });
    for (const require of handedOn(module)) pending.push(module.targets[require]!);
  }
  return [...passed.values(), ...[...others].map((other) => ({ target: other, module: null }))];
}

/** The requires whose values a module may export as they are: `module.exports = require('./x')`, `module.exports = x`. */
function handedOn({ facts }: LinkModule): readonly number[] {
  return facts.exportsFrom.flatMap((from) =>
    from.kind === 'required' && from.path.length === 0 ? [from.require] : [],
  );
}

/** `export *` leaves out the name `default` (ECMA-262 §16.2.1.6.2, GetExportedNames). */
function canPassOn(keys: readonly KeyFacts[]): boolean {
  return keys.every(({ key }) => key !== 'default');
}

/** Whether a require is the value of `module.exports`, and the file does nothing else with it or its exports. */
function reexportsWhole({ facts }: LinkModule, require: number): boolean {
  const { versions, chains, mentions } = facts.exports;
  if (facts.requires[require]!.placement !== 'top' || versions.length !== 2) return false;
  const index = versions[1]!.chain;
  const chain = index === null ? undefined : chains[index];
  if (chain?.value.kind !== 'require' || chain.value.require !== require) return false;
  return (
    chain.declarator === null &&
    chain.targets.every(({ kind }) => kind === 'module.exports' || kind === 'variable') &&
    mentions.every(({ use }) => use.kind === 'chain') &&
    facts.exports.holders.cell === false &&
    facts.exports.holders.variable === false
  );
}

/** Whether it passes on a neighbour of named shape, which gives it that shape. */
export function reexportsNamedNeighbour(module: LinkModule): boolean {
  return module.targets.some(
    (target, require) =>
      target.kind === 'neighbour' &&
      target.neighbour.shape === 'named' &&
      canPassOn(target.neighbour.keys) &&
      reexportsWhole(module, require),
  );
}
