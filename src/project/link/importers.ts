import type { KeyFacts, RequireFact } from '../../checker/facts.ts';
import { type Finding, makeFinding } from '../../checker/finding.ts';
import { loadingImports } from './imports.ts';
import type { LinkFacts } from './link-facts.ts';
import { isMethod } from './methods.ts';
import type { Fate, LinkModule, Verdict } from './module.ts';
import { isInherited, namespaceTrouble, type Trouble } from './namespace.ts';
import type { Providers } from './re-export.ts';
import { usesOf } from './uses.ts';
import { canHaveObject, isConverted, mayBeObject } from './verdict.ts';

/**
 * What importers demand of the modules that they load: a module whose exports are used as an ordinary object is
 * exported as one.
 *
 * @returns whether a verdict changed because of this importer
 */
export function judgeProviders(
  importer: LinkModule,
  providers: Providers,
  verdicts: ReadonlyMap<string, Verdict>,
): boolean {
  let changed = false;
  const demand = (provider: LinkModule, finding: Finding | null): void => {
    const verdict = verdicts.get(provider.id)!;
    const callsMethod = finding?.code === 'importer-calls-method';
    verdict.fate = 'object';
    if (verdict.isRestored && (callsMethod || !canHaveObject(provider))) unrestore(provider, verdict);
    if (finding !== null) verdict.findings.push(finding);
    changed = true;
  };
  /** What a compiler made gives those that stay as they are the object that outsiders get. */
  const getsView = (provider: LinkModule): boolean =>
    verdicts.get(provider.id)!.isRestored === true &&
    provider.door !== null &&
    !isConverted(verdicts.get(importer.id)!.fate);
  for (const [index, fact] of importer.facts.requires.entries()) {
    const provider = providers.behind(importer.targets[index]!);
    if (provider === null || !hasNames(provider, verdicts.get(provider.id)!) || getsView(provider)) continue;
    if (providers.passesOn(importer, index)) continue;
    const finding = demandsObject(importer, fact, provider, providers);
    if (finding !== null) demand(provider, finding);
  }
  for (const [offset, target] of importer.imports) {
    const provider = providers.behind(target);
    if (provider === null || !hasNames(provider, verdicts.get(provider.id)!) || getsView(provider)) continue;
    if (importsObject(importer.facts, offset)) demand(provider, null);
  }
  return changed;
}

/** What a compiler made is converted as it stands where an object beside the names could be told from the exports. */
function unrestore(provider: LinkModule, verdict: Verdict): void {
  verdict.isRestored = false;
  if (mayBeObject(provider)) return;
  verdict.fate = 'stay';
  verdict.findings.push(makeFinding('transpiled', { settledBy: ['default', 'keep'] }));
}

function hasNames(provider: LinkModule, { fate }: Verdict): boolean {
  return fate === 'named' || fate === 'none' || isPlainScript(provider, fate);
}

/** Whether a module with this fate is an ES module in the end, having been CommonJS or a script. */
export function becomesModule(module: LinkModule, fate: Fate): boolean {
  return isConverted(fate) || isPlainScript(module, fate);
}

/** A file that exports nothing and needs no edit: its package's new type alone makes it an ES module. */
export function isPlainScript({ candidate, facts }: LinkModule, fate: Fate): boolean {
  return fate === 'asis' && candidate && facts.system === 'script';
}

function demandsObject(
  importer: LinkModule,
  fact: RequireFact,
  provider: LinkModule,
  providers: Providers,
): Finding | null {
  const keys = keysOf(provider.facts);
  const trouble =
    namespaceTrouble(fact, surelyOwn(keys)) ??
    methodTrouble(fact, provider, providers) ??
    (provider.facts.exports.compiled === null ? null : markerTrouble(fact));
  if (trouble === null) return null;
  return makeFinding(trouble.code, {
    args: { importer: importer.id, key: trouble.use.keys[0] ?? '' },
    related: [{ path: importer.id, range: trouble.use.range, note: 'here' }],
  });
}

/** `lib.__esModule`, which the ES module that was compiled does not export. */
function markerTrouble(fact: RequireFact): Trouble | null {
  const use = usesOf(fact).find(({ keys }) => keys.includes('__esModule'));
  return use === undefined ? null : { code: 'importer-reads-marker', use };
}

/** `lib.f()`, where `f` works on its `this`. */
function methodTrouble(fact: RequireFact, provider: LinkModule, providers: Providers): Trouble | null {
  const use = usesOf(fact).find(
    ({ kind, keys }) => kind === 'method' && isMethod(provider, keys[0]!, providers),
  );
  return use === undefined ? null : { code: 'importer-calls-method', use };
}

/** An ES module that takes `module.exports` as its default import, or the whole namespace. */
function importsObject(facts: LinkFacts, offset: number): boolean {
  return loadingImports(facts).some(
    ({ argument, names }) => argument[0] === offset && (names.includes('default') || names.includes('*')),
  );
}

/** The keys of a module, but for those that may be missing where every object has one from its prototype. */
function surelyOwn(keys: ReadonlyMap<string, KeyFacts>): ReadonlySet<string> {
  const own = [...keys.values()].filter(({ key, presence }) => presence === 'always' || !isInherited(key));
  return new Set(own.map(({ key }) => key));
}

export function keysOf(facts: LinkFacts): ReadonlyMap<string, KeyFacts> {
  return new Map(facts.exports.keys.map((key) => [key.key, key]));
}
