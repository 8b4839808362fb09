import { diagnostics } from '../../checker/diagnostics/codes.ts';
import type { KeyFacts, ModuleFacts, RequireFact } from '../../checker/facts.ts';
import type { Finding } from '../../checker/finding.ts';
import { patchedBuiltins, readsPatched } from './builtins.ts';
import { stronglyConnectedComponents } from './components.ts';
import { type CycleMember, cycleTrouble } from './cycles.ts';
import type { Fate, LinkModule, Target, Verdict } from './module.ts';
import { namespaceTrouble } from './namespace.ts';
import {
  type Barrier,
  type Noticeable,
  noticeability,
  type OrderQuestions,
  requiresBehindEffects,
} from './order.ts';

/**
 * Linking: the facts of all modules in, one verdict for each out.
 *
 * A verdict can only get worse (named -> object -> stay), and what one module's verdict does to another's is found by
 * going round until nothing changes; so the result does not depend on the order of the modules.
 */

export interface Linked {
  readonly verdicts: ReadonlyMap<string, Verdict>;
  /** For each module the top-level requires that keep their place, and why. */
  readonly keptInOrder: ReadonlyMap<string, ReadonlyMap<number, Barrier>>;
  readonly noticeable: (target: Target) => Noticeable;
  readonly patchedBuiltins: ReadonlySet<string>;
}

export interface LinkOptions {
  /** `refuse`: a file with a require that runs late and cannot be hoisted stays CommonJS. */
  readonly lazy: 'hoist' | 'keep' | 'refuse';
}

export function link(modules: ReadonlyMap<string, LinkModule>, { lazy }: LinkOptions): Linked {
  const noticeable = noticeability(modules);
  const patched = patchedBuiltins(modules.values());
  const order: OrderQuestions = {
    noticeable,
    harmless: () => false,
    reads: (fact, target) => readsPatched(fact, target, patched),
  };
  const keptInOrder = new Map<string, ReadonlyMap<number, Barrier>>();
  const verdicts = new Map<string, Verdict>();
  for (const module of modules.values()) {
    keptInOrder.set(module.id, requiresBehindEffects(module, order));
    verdicts.set(module.id, ownVerdict(module));
    if (lazy === 'refuse') refuseLateRequires(module, verdicts.get(module.id)!, noticeable);
  }
  const cycles = cyclesOf(modules);
  let changed = true;
  while (changed) {
    changed = false;
    for (const module of modules.values()) changed = judgeProviders(module, modules, verdicts) || changed;
    for (const cycle of cycles) changed = judgeCycle(cycle, modules, verdicts, keptInOrder) || changed;
  }
  return { verdicts, keptInOrder, noticeable, patchedBuiltins: patched };
}

// ------------------------------------------------------------------------------------------------ each on its own

/** The verdict as far as the file itself and the user's answer go. */
function ownVerdict(module: LinkModule): Verdict {
  const { facts, answer } = module;
  if (!module.candidate || facts.system === 'esm') return { fate: 'asis', findings: [...facts.findings] };
  if (answer === 'keep') return { fate: 'stay', findings: [keptByUser(facts)] };
  const open = facts.findings.filter((finding) => answer === null || !finding.settledBy.includes(answer));
  if (open.some(isRefusal)) return { fate: 'stay', findings: open };
  const fate = fateOf(facts, answer);
  return {
    fate: fate === 'named' && module.door !== null && outsidersCouldTell(facts) ? 'object' : fate,
    findings: open,
  };
}

function refuseLateRequires(module: LinkModule, verdict: Verdict, noticeable: Linked['noticeable']): void {
  const late = module.facts.requires.find((fact, index) =>
    staysLate(fact, module.targets[index]!, noticeable),
  );
  if (late === undefined || !isConverted(verdict.fate)) return;
  verdict.fate = 'stay';
  const args = { specifier: late.specifier ?? '' };
  verdict.findings.push({ code: 'late-require', range: late.call, args, related: [], settledBy: [] });
}

/** Whether a require has to stay where it stands because it may not run, may run late, or may be expected to fail. */
export function staysLate(fact: RequireFact, target: Target, noticeable: Linked['noticeable']): boolean {
  return fact.placement !== 'top' && (fact.guarded || noticeable(target) !== 'nothing');
}

function fateOf(facts: ModuleFacts, answer: LinkModule['answer']): Fate {
  if (facts.system === 'script') return needsNothing(facts) ? 'asis' : 'none';
  const { shape } = facts.exports;
  if (shape === 'default') return 'default';
  if (answer === 'default' || shape === 'ambiguous') return 'object';
  return shape;
}

/**
 * Whether outsiders that hold an object with the same keys could tell it from the exports: some keys change after
 * loading, or the file itself reads what outsiders may have assigned.
 */
function outsidersCouldTell({ exports }: ModuleFacts): boolean {
  return exports.keys.some(({ reassigned, reads }) => reassigned || reads.length > 0);
}

/** Neither CommonJS nor anything that becoming a module would change. */
function needsNothing(facts: ModuleFacts): boolean {
  return facts.mends.length === 0 && facts.runtime.length === 0 && facts.layout.useStrict.length === 0;
}

function keptByUser(facts: ModuleFacts): Finding {
  return {
    code: 'kept-by-user',
    range: [0, 0],
    args: { path: facts.path },
    related: [],
    settledBy: ['default', 'named'],
  };
}

export function isRefusal(finding: Finding): boolean {
  return diagnostics[finding.code].severity === 'refusal';
}

export function isConverted(fate: Fate): boolean {
  return fate === 'named' || fate === 'default' || fate === 'object' || fate === 'none';
}

// --------------------------------------------------------------------------------------- what an importer demands

/** @returns whether a provider's verdict changed because of how this module uses it. */
function judgeProviders(
  module: LinkModule,
  modules: ReadonlyMap<string, LinkModule>,
  verdicts: ReadonlyMap<string, Verdict>,
): boolean {
  let changed = false;
  for (const [index, fact] of module.facts.requires.entries()) {
    const target = module.targets[index]!;
    if (target.kind !== 'module') continue;
    const provider = modules.get(target.id)!;
    const verdict = verdicts.get(target.id)!;
    if (verdict.fate !== 'named' && verdict.fate !== 'none') continue;
    const finding = demandsObject(module, fact, provider);
    if (finding === null) continue;
    verdict.fate = 'object';
    verdict.findings.push(finding);
    changed = true;
  }
  for (const [offset, target] of module.imports) {
    if (target.kind !== 'module') continue;
    const verdict = verdicts.get(target.id)!;
    if (verdict.fate !== 'named' && verdict.fate !== 'none') continue;
    if (!importsObject(module.facts, offset)) continue;
    verdict.fate = 'object';
    changed = true;
  }
  return changed;
}

function demandsObject(importer: LinkModule, fact: RequireFact, provider: LinkModule): Finding | null {
  const trouble = namespaceTrouble(fact, new Set(keysOf(provider.facts).keys()));
  if (trouble === null) return null;
  return {
    code: trouble.code,
    range: [0, 0],
    args: { importer: importer.id, key: trouble.use.keys[0] ?? '' },
    related: [{ path: importer.id, range: trouble.use.range, note: 'here' }],
    settledBy: [],
  };
}

/** An ES module that takes `module.exports` as its default import, or the whole namespace. */
function importsObject(facts: ModuleFacts, offset: number): boolean {
  const { imports, stars, dynamicImports } = facts.esm;
  return [...imports, ...stars, ...dynamicImports].some(
    ({ argument, names }) => argument[0] === offset && (names.includes('default') || names.includes('*')),
  );
}

export function keysOf(facts: ModuleFacts): ReadonlyMap<string, KeyFacts> {
  return new Map(facts.exports.keys.map((key) => [key.key, key]));
}

// ------------------------------------------------------------------------------------------------------------ cycles

function cyclesOf(modules: ReadonlyMap<string, LinkModule>): readonly (readonly string[])[] {
  const edges = (id: string): string[] => {
    const module = modules.get(id)!;
    return [...module.targets, ...module.imports.values()].flatMap((target) =>
      target.kind === 'module' ? [target.id] : [],
    );
  };
  const components = stronglyConnectedComponents(modules.keys(), edges);
  return components.filter(
    (component) => component.length > 1 || edges(component[0]!).includes(component[0]!),
  );
}

/** A cycle converts as a whole or stays CommonJS as a whole. */
function judgeCycle(
  cycle: readonly string[],
  modules: ReadonlyMap<string, LinkModule>,
  verdicts: ReadonlyMap<string, Verdict>,
  keptInOrder: ReadonlyMap<string, ReadonlyMap<number, Barrier>>,
): boolean {
  const converting = cycle.filter((id) => isConverted(verdicts.get(id)!.fate));
  if (converting.length === 0) return false;
  const finding = cycleFinding(cycle, modules, verdicts, keptInOrder);
  if (finding === null) return false;
  for (const id of converting) {
    const verdict = verdicts.get(id)!;
    verdict.fate = 'stay';
    verdict.findings.push(finding);
  }
  return true;
}

function cycleFinding(
  cycle: readonly string[],
  modules: ReadonlyMap<string, LinkModule>,
  verdicts: ReadonlyMap<string, Verdict>,
  keptInOrder: ReadonlyMap<string, ReadonlyMap<number, Barrier>>,
): Finding | null {
  const path = [...cycle, cycle[0]!].join(' -> ');
  const staying = cycle.find((id) => !isConverted(verdicts.get(id)!.fate));
  if (staying !== undefined) {
    return {
      code: 'cycle-partner-stays',
      range: [0, 0],
      args: { partner: staying, path },
      related: [],
      settledBy: [],
    };
  }
  const members = new Map<string, CycleMember>(
    cycle.map((id) => [
      id,
      { module: modules.get(id)!, fate: verdicts.get(id)!.fate, keptInOrder: keptInOrder.get(id)! },
    ]),
  );
  const trouble = cycleTrouble(members);
  if (trouble === null) return null;
  const related = [{ path: trouble.module.id, range: trouble.range, note: 'here' }];
  return { code: trouble.code, range: [0, 0], args: { path, at: trouble.module.id }, related, settledBy: [] };
}
