import type { KeyFacts, RequireFact } from '../../checker/facts.ts';
import type { RequireDecision } from '../../rewrite/decision.ts';
import { formForNamed, formForValue } from './import-form.ts';
import { isPlainScript, keysOf } from './importers.ts';
import type { LinkFacts } from './link-facts.ts';
import type { Linked } from './linked.ts';
import type { LinkModule, Target } from './module.ts';
import { fixedExports } from './order/shared-state.ts';
import { isConverted } from './verdict.ts';

/** The form of an import for a require that may become one, by what it leads to. */
export function formFor(fact: RequireFact, target: Target, linked: Linked): RequireDecision['form'] {
  if (target.kind === 'dynamic' || linked.staysCall(fact, target)) return 'create-require';
  if (linked.onlyByCall(target) && staysCommonJs(target, linked)) return 'create-require';
  switch (target.kind) {
    case 'unscanned':
      return formForValue(fact, null);
    case 'builtin':
      return formForValue(fact, linked.momentary.has(fact) ? null : target.names);
    case 'neighbour':
      return target.neighbour.shape === 'named'
        ? formForNamed(fact, new Map(target.neighbour.keys.map((key) => [key.key, key])))
        : formForValue(fact, null);
    case 'module':
      return formForModule(fact, linked.providers.behind(target)!, linked);
    case 'external':
      return formForExternal(fact, target, linked);
  }
}

function staysCommonJs(target: Target, { verdicts }: Linked): boolean {
  return target.kind === 'module' && !isConverted(verdicts.get(target.id)!.fate);
}

/**
 * `exports.b = require('./m').a` takes the value of that moment. Exported by its name it would change as the variable of the
 * other module does.
 */
export function isLive(fact: RequireFact, target: Target, { providers }: Linked): boolean {
  const key = fact.form.kind === 'expression' ? fact.form.path[0]?.key : undefined;
  if (key === undefined) return false;
  if (target.kind === 'neighbour')
    return target.neighbour.keys.some((known) => known.key === key && known.reassigned);
  if (target.kind === 'external') return target.external.system === 'esm';
  if (target.kind !== 'module') return false;
  const { facts } = providers.behind(target)!;
  return facts.system === 'esm' ? !fixedExports(facts).has(key) : mayChange(facts, key);
}

/** Of what a compiler made, the variable behind the name may change. */
function mayChange({ exports, names }: LinkFacts, key: string): boolean {
  const getter = exports.compiled?.getters.find((each) => each.key === key);
  if (getter === undefined) return exports.keys.some((known) => known.key === key && known.reassigned);
  const binding = Object.hasOwn(names.top, getter.local) ? names.top[getter.local]! : null;
  return binding === null || binding.kind === 'import' || binding.writes.length > 0;
}

const noKeys: ReadonlyMap<string, KeyFacts> = new Map();

function formForModule(fact: RequireFact, provider: LinkModule, linked: Linked): RequireDecision['form'] {
  const { fate } = linked.verdicts.get(provider.id)!;
  if (provider.facts.system === 'esm')
    return formForEsm(fact, new Set(provider.facts.esm.exports), fixedExports(provider.facts));
  if (fate === 'named') return formForNamed(fact, keysOf(provider.facts));
  if (fate === 'none' || isPlainScript(provider, fate)) return formForNamed(fact, noKeys);
  return formForValue(fact, null);
}

function formForExternal(
  fact: RequireFact,
  target: Target & { kind: 'external' },
  linked: Linked,
): RequireDecision['form'] {
  const { system, names } = target.external;
  if (system === 'esm') return formForEsm(fact, names ?? new Set(), new Set());
  // Its named exports are copies of that moment in which it was loaded.
  const isCopy = system !== 'commonjs' || fact.placement !== 'top' || linked.momentary.has(fact);
  return formForValue(fact, isCopy ? null : names);
}

/** `require` of an ES module gives its namespace object, but for those that need the call. */
function formForEsm(
  fact: RequireFact,
  names: ReadonlySet<string>,
  fixed: ReadonlySet<string>,
): RequireDecision['form'] {
  // An inline read sees the value of that moment, as a live binding does; a variable keeps the value it got.
  const form = formForValue(fact, fact.form.kind === 'expression' ? names : fixed);
  return form === 'default' ? 'namespace' : form;
}
