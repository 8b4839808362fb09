import type { KeyFacts, RequireFact } from '../../checker/facts.ts';
import type { Finding } from '../../checker/finding.ts';
import type { ModuleDecision, RequireDecision, RuntimeTarget } from '../../rewrite/decision.ts';
import type { SystemChange } from '../resolve/specifier.ts';
import { formForNamed, formForValue } from './import-form.ts';
import { isConverted, keysOf, type Linked, staysLate } from './link.ts';
import type { LinkModule, Target } from './module.ts';
import { viewsOf } from './views.ts';

/** From verdicts to decisions: which import form each require gets, and which extra exports a module needs. */

export interface DecideOptions {
  readonly lazy: 'hoist' | 'keep' | 'refuse';
  readonly literalNames: boolean;
  readonly runtime: RuntimeTarget;
  /** How a specifier is written after the renames, by the module system that will read it. */
  readonly specifierOf: (from: LinkModule, original: string, target: Target, change: SystemChange) => string;
}

export interface Decided {
  readonly decision: ModuleDecision;
  /** Notes on requires that could not become imports. */
  readonly findings: readonly Finding[];
}

export function decide(
  modules: ReadonlyMap<string, LinkModule>,
  linked: Linked,
  options: DecideOptions,
): ReadonlyMap<string, Decided> {
  const requires = new Map<string, { decisions: RequireDecision[]; findings: Finding[] }>();
  for (const module of modules.values())
    requires.set(module.id, decideRequires(module, modules, linked, options));

  const required = requiredByCommonJs(modules, requires);
  const imported = importedByName(modules);
  const decided = new Map<string, Decided>();
  for (const module of modules.values()) {
    const verdict = linked.verdicts.get(module.id)!;
    const { fate } = verdict;
    const own = requires.get(module.id)!;
    const shape = fate === 'object' || fate === 'default' ? 'default' : fate === 'named' ? 'named' : 'none';
    decided.set(module.id, {
      decision: {
        action: isConverted(fate) ? 'convert' : 'keep',
        shape,
        requires: own.decisions,
        specifiers: specifiersOf(module, options),
        ...viewsOf(module, verdict, required.has(module.id), imported.get(module.id) ?? noNames),
        literalNames: options.literalNames,
        runtime: options.runtime,
      },
      findings: own.findings,
    });
  }
  return decided;
}

function decideRequires(
  module: LinkModule,
  modules: ReadonlyMap<string, LinkModule>,
  linked: Linked,
  options: DecideOptions,
): { decisions: RequireDecision[]; findings: Finding[] } {
  const converting = isConverted(linked.verdicts.get(module.id)!.fate);
  const kept = linked.keptInOrder.get(module.id)!;
  const findings: Finding[] = [];
  const decisions = module.facts.requires.map((fact, index): RequireDecision => {
    const target = module.targets[index]!;
    const form = converting ? convertedForm(fact, index) : 'keep';
    const to = form === 'keep' || form === 'create-require' ? 'commonjs' : 'esm';
    const specifier =
      fact.specifier === null
        ? null
        : options.specifierOf(module, fact.specifier, target, { from: 'commonjs', to });
    return { form, specifier, json: isJson(target) };
  });

  function convertedForm(fact: RequireFact, index: number): RequireDecision['form'] {
    const target = module.targets[index]!;
    const late =
      fact.placement !== 'top' && (options.lazy === 'keep' || staysLate(fact, target, linked.noticeable));
    if (!late && !kept.has(index)) return formFor(fact, target, modules, linked);
    if (fact.specifier !== null) findings.push(keptNote(fact, kept.has(index)));
    return 'create-require';
  }
  return { decisions, findings };
}

function keptNote(fact: RequireFact, inOrder: boolean): Finding {
  return {
    code: inOrder ? 'require-kept-in-order' : 'require-kept-late',
    range: fact.call,
    args: { specifier: fact.specifier ?? '' },
    related: [],
    settledBy: [],
  };
}

function formFor(
  fact: RequireFact,
  target: Target,
  modules: ReadonlyMap<string, LinkModule>,
  linked: Linked,
): RequireDecision['form'] {
  // `require('x', f())` calls f; only a call can.
  if (fact.extraArguments) return 'create-require';
  switch (target.kind) {
    case 'dynamic':
      return 'create-require';
    case 'unscanned':
      return formForValue(fact, null);
    case 'builtin':
      return formForValue(fact, linked.patchedBuiltins.has(target.name) ? null : target.names);
    case 'neighbour':
      return target.neighbour.shape === 'named'
        ? formForNamed(fact, new Map(target.neighbour.keys.map((key) => [key.key, key])))
        : formForValue(fact, null);
    case 'module':
      return formForModule(fact, modules.get(target.id)!, linked);
    case 'external':
      return formForExternal(fact, target);
  }
}

const noKeys: ReadonlyMap<string, KeyFacts> = new Map();

function formForModule(fact: RequireFact, provider: LinkModule, linked: Linked): RequireDecision['form'] {
  const { fate } = linked.verdicts.get(provider.id)!;
  if (fate === 'named') return formForNamed(fact, keysOf(provider.facts));
  if (fate === 'none') return formForNamed(fact, noKeys);
  if (fate === 'asis' && provider.facts.system === 'esm')
    return formForEsm(fact, new Set(provider.facts.esm.exports));
  return formForValue(fact, null);
}

function formForExternal(fact: RequireFact, target: Target & { kind: 'external' }): RequireDecision['form'] {
  const { system, names } = target.external;
  if (system === 'addon' || system === 'dual') return 'create-require';
  if (system === 'esm') return formForEsm(fact, names ?? new Set());
  if (system === 'missing' && fact.guarded) return 'create-require';
  return formForValue(fact, system === 'commonjs' ? names : null);
}

/** `require` of an ES module gives its namespace object, or what it exports as `'module.exports'`. */
function formForEsm(fact: RequireFact, names: ReadonlySet<string>): RequireDecision['form'] {
  if (names.has('module.exports')) return 'create-require';
  const form = formForValue(fact, names);
  return form === 'default' ? 'namespace' : form;
}

function isJson(target: Target): boolean {
  return target.kind === 'external' && target.external.system === 'json';
}

/** The modules whose `require()` value CommonJS code still asks for. */
function requiredByCommonJs(
  modules: ReadonlyMap<string, LinkModule>,
  requires: ReadonlyMap<string, { decisions: readonly RequireDecision[] }>,
): ReadonlySet<string> {
  const required = new Set<string>();
  for (const module of modules.values()) {
    for (const [index, { form }] of requires.get(module.id)!.decisions.entries()) {
      const target = module.targets[index]!;
      if ((form === 'keep' || form === 'create-require') && target.kind === 'module') required.add(target.id);
    }
  }
  return required;
}

const noNames: ReadonlySet<string> = new Set();

/** The names that the ES modules of the project import from each module. */
function importedByName(modules: ReadonlyMap<string, LinkModule>): ReadonlyMap<string, ReadonlySet<string>> {
  const imported = new Map<string, Set<string>>();
  for (const { facts, imports } of modules.values()) {
    for (const { argument, names } of facts.esm.imports) {
      const target = imports.get(argument[0]);
      if (target?.kind !== 'module') continue;
      const known = imported.get(target.id) ?? new Set();
      for (const name of names) if (name !== '*') known.add(name);
      imported.set(target.id, known);
    }
  }
  return imported;
}

function specifiersOf(module: LinkModule, options: DecideOptions): Readonly<Record<number, string>> {
  const { imports, stars, dynamicImports } = module.facts.esm;
  const changed: Record<number, string> = {};
  for (const { specifier, argument } of [...imports, ...stars, ...dynamicImports]) {
    const target = module.imports.get(argument[0]);
    if (target === undefined) continue;
    const renamed = options.specifierOf(module, specifier, target, { from: 'esm', to: 'esm' });
    if (renamed !== specifier) changed[argument[0]] = renamed;
  }
  return changed;
}
