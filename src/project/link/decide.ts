import type { DiagnosticCode } from '../../checker/diagnostics/codes.ts';
import type { EsmImport, RequireFact } from '../../checker/facts.ts';
import { type Finding, makeFinding } from '../../checker/finding.ts';
import type { ModuleDecision, RequireDecision, RuntimeTarget, Shape } from '../../rewrite/decision.ts';
import type { SystemChange } from '../resolve/specifier.ts';
import { formFor, isLive } from './forms.ts';
import { loadingImports, systemOfTypes, typeImports } from './imports.ts';
import type { Linked } from './linked.ts';
import type { LinkModule, Target } from './module.ts';
import type { Barrier, BarrierKind } from './order/order.ts';
import { ownNamesOf } from './own-names.ts';
import { reexportsNamedNeighbour } from './re-export.ts';
import { mendsOfCalled, noteOnObjects } from './strict/called-on-primitives.ts';
import { noteOnPlainThis } from './strict/plainly-called.ts';
import { noteOnSilenced } from './strict/silenced.ts';
import { isConverted, staysLate } from './verdict.ts';
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
  /** Notes on requires that could not become imports, and on what strict mode changes. */
  readonly findings: readonly Finding[];
}

export function decide(
  modules: ReadonlyMap<string, LinkModule>,
  linked: Linked,
  options: DecideOptions,
): ReadonlyMap<string, Decided> {
  const requires = new Map<string, DecidedRequires>();
  const jsonInUse = jsonLoadedByRequire(modules, linked, options);
  for (const module of modules.values())
    requires.set(module.id, decideRequires(module, jsonInUse, linked, options));

  const required = requiredByCommonJs(modules, requires);
  const imported = importedByName(modules);
  const decided = new Map<string, Decided>();
  for (const module of modules.values()) {
    const verdict = linked.verdicts.get(module.id)!;
    const own = requires.get(module.id)!;
    const plainly = isConverted(verdict.fate) ? (linked.plainly.get(module.id) ?? []) : [];
    const onPrimitives = isConverted(verdict.fate) ? (linked.onPrimitives.get(module.id) ?? []) : [];
    const silenced = isConverted(verdict.fate) ? (linked.silenced.get(module.id) ?? []) : [];
    decided.set(module.id, {
      decision: {
        action: isConverted(verdict.fate) ? 'convert' : 'keep',
        shape: shapeOf(module, linked),
        hoisted: linked.loading.inheritedEarly.has(module.id),
        requires: own.decisions,
        specifiers: specifiersOf(module, options),
        ...viewsOf(
          module,
          verdict,
          required.has(module.id),
          imported.get(module.id) ?? noNames,
          ownNamesOf(module, modules),
        ),
        literalNames: options.literalNames,
        runtime: options.runtime,
        mends: [
          ...plainly.flatMap(({ telling }) => telling.mends ?? []),
          ...mendsOfCalled(onPrimitives),
          ...silenced,
        ],
      },
      findings: [
        ...own.findings,
        ...noteOnPlainThis(plainly),
        ...noteOnObjects(onPrimitives),
        ...noteOnSilenced(silenced),
      ],
    });
  }
  return decided;
}

interface DecidedRequires {
  readonly decisions: readonly RequireDecision[];
  readonly findings: readonly Finding[];
}

/** A module that passes on what another one exports has the shape of that one. */
function shapeOf(module: LinkModule, { verdicts, providers }: Linked): Shape {
  const provider = providers.behind({ kind: 'module', id: module.id })!;
  const { fate, isRestored } = verdicts.get(provider.id)!;
  if (fate === 'object' && isRestored && provider === module) return 'named';
  if (fate === 'named' || reexportsNamedNeighbour(module)) return 'named';
  return verdicts.get(module.id)!.fate === 'default' || fate === 'object' ? 'default' : 'none';
}

function decideRequires(
  module: LinkModule,
  jsonInUse: ReadonlySet<string>,
  linked: Linked,
  options: DecideOptions,
): DecidedRequires {
  const findings: Finding[] = [];
  const decisions = module.facts.requires.map((fact, index): RequireDecision => {
    const target = module.targets[index]!;
    const form = formOf(module, index, linked, options);
    const shared = isJson(target) && jsonInUse.has(target.file ?? '');
    const chosen = form !== 'keep' && shared ? 'create-require' : form;
    const barrier = linked.keptInOrder.get(module.id)!.get(index);
    const note = form === 'keep' ? null : noteOn(fact, target, chosen, barrier);
    if (note !== null) findings.push(note);
    const to = chosen === 'keep' || chosen === 'create-require' ? 'commonjs' : 'esm';
    const specifier =
      fact.specifier === null
        ? null
        : options.specifierOf(module, fact.specifier, target, { from: 'commonjs', to });
    const live = chosen === 'named' && isLive(fact, target, linked);
    return { form: chosen, specifier, json: isJson(target), ...(live ? { live } : {}) };
  });
  return { decisions, findings };
}

function formOf(
  module: LinkModule,
  index: number,
  linked: Linked,
  options: DecideOptions,
): RequireDecision['form'] {
  const fact = module.facts.requires[index]!;
  const target = module.targets[index]!;
  if (!isConverted(linked.verdicts.get(module.id)!.fate)) return 'keep';
  // `createRequire` of an ES module goes on working as it is.
  if (module.facts.system === 'esm' && fact.via !== 'require') return 'keep';
  const late =
    fact.placement !== 'top' &&
    (options.lazy === 'keep' ||
      staysLate(fact, target, linked.noticeable) ||
      leadsTo(module, target, linked));
  if (late || linked.keptInOrder.get(module.id)!.has(index)) return 'create-require';
  return formFor(fact, target, linked);
}

/** Whether an import would close a cycle that a require in a function does not. */
function leadsTo({ id }: LinkModule, target: Target, { loading }: Linked): boolean {
  return target.kind === 'module' && loading.graph.reachedFrom(target.id).has(id);
}

const barrierNotes: Readonly<Record<BarrierKind, string>> = {
  call: 'after this call, which may change what it finds',
  write: 'after this, which writes to what it may read',
  other: 'after this',
  read: 'after this, which reads what it may change',
  getter: 'after this read, which runs a getter',
  load: 'after this, which loads what may change what it finds',
  'reading-load': 'after this, which loads what reads what it may change',
};

/** What the reader should know about a require: why it is none that became an import, or what was assumed. */
function noteOn(
  fact: RequireFact,
  target: Target,
  form: RequireDecision['form'],
  barrier: Barrier | undefined,
): Finding | null {
  if (fact.specifier === null) return null;
  const args = { specifier: fact.specifier };
  const note = (code: DiagnosticCode, related: Finding['related'] = []): Finding =>
    makeFinding(code, { range: fact.call, args, related });
  if (form === 'create-require') {
    if (barrier !== undefined) {
      const { range, kind } = barrier;
      return note('require-kept-in-order', [{ path: null, range, note: barrierNotes[kind] }]);
    }
    return fact.placement === 'top' ? null : note('require-kept-late');
  }
  if (target.kind === 'module' && target.unlinked) return note('workspace-not-linked');
  if (target.kind !== 'external') return null;
  if (target.external.system === 'missing') return note('not-installed');
  return target.external.system === 'unknown' ? note('neighbour-unknown') : null;
}

function isJson(target: Target): target is Target & { kind: 'external' } {
  return target.kind === 'external' && target.external.system === 'json';
}

/**
 * JSON files that are still loaded by `require` somewhere. The loaders keep an object each, so that what one of them
 * gives out must not be mixed with the other's.
 */
function jsonLoadedByRequire(
  modules: ReadonlyMap<string, LinkModule>,
  linked: Linked,
  options: DecideOptions,
): ReadonlySet<string> {
  const files = new Set<string>();
  for (const module of modules.values()) {
    for (const [index, target] of module.targets.entries()) {
      if (!isJson(target) || target.file === null) continue;
      const form = formOf(module, index, linked, options);
      if (form === 'keep' || form === 'create-require') files.add(target.file);
    }
  }
  return files;
}

/** The modules whose `require()` value CommonJS code still asks for. */
function requiredByCommonJs(
  modules: ReadonlyMap<string, LinkModule>,
  requires: ReadonlyMap<string, DecidedRequires>,
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
  const changed: Record<number, string> = {};
  const follow = (
    imports: readonly EsmImport[],
    targets: LinkModule['imports'],
    system: 'commonjs' | 'esm',
  ) => {
    for (const { specifier, argument } of imports) {
      const target = targets.get(argument[0]);
      if (target === undefined) continue;
      const renamed = options.specifierOf(module, specifier, target, { from: system, to: system });
      if (renamed !== specifier) changed[argument[0]] = renamed;
    }
  };
  follow(loadingImports(module.facts), module.imports, 'esm');
  follow(typeImports(module.facts), module.types, systemOfTypes(module.facts));
  return changed;
}
