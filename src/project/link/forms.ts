import type { KeyFacts, RequireFact } from '../../checker/facts.ts';
import type { RequireDecision } from '../../rewrite/decision.ts';
import { formForNamed, formForValue } from './import-form.ts';
import { isPlainScript, keysOf } from './importers.ts';
import type { Linked } from './link.ts';
import type { LinkModule, Target } from './module.ts';
import { namespaceTrouble } from './namespace.ts';
import { usesOf } from './uses.ts';

/** The form of an import for a require that may become one, by what it leads to. */
export function formFor(fact: RequireFact, target: Target, linked: Linked): RequireDecision['form'] {
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
      return formForModule(fact, linked.providers.behind(target)!, linked);
    case 'external':
      return formForExternal(fact, target, linked);
  }
}

const noKeys: ReadonlyMap<string, KeyFacts> = new Map();

function formForModule(fact: RequireFact, provider: LinkModule, linked: Linked): RequireDecision['form'] {
  const { fate } = linked.verdicts.get(provider.id)!;
  if (provider.facts.system === 'esm') return formForEsm(fact, new Set(provider.facts.esm.exports));
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
  if (system === 'addon' || system === 'dual') return 'create-require';
  if (system === 'esm') return formForEsm(fact, names ?? new Set());
  if (system === 'missing' && fact.guarded) return 'create-require';
  // Its named exports are copies of that moment in which it was loaded.
  const isCopy =
    system !== 'commonjs' || fact.placement !== 'top' || linked.patchedBuiltins.has(target.file ?? '');
  return formForValue(fact, isCopy ? null : names);
}

/** `require` of an ES module gives its namespace object, or what it exports as `'module.exports'`. */
function formForEsm(fact: RequireFact, names: ReadonlySet<string>): RequireDecision['form'] {
  if (names.has('module.exports')) return 'create-require';
  if (names.has('default') && seesMarker(fact, names)) return 'create-require';
  const form = formForValue(fact, names);
  return form === 'default' ? 'namespace' : form;
}

/**
 * Where an ES module has a default export, `require` gives a copy of its namespace with one more key, `__esModule`
 * (Node documentation, "Loading ECMAScript modules using require()").
 */
function seesMarker(fact: RequireFact, names: ReadonlySet<string>): boolean {
  return (
    namespaceTrouble(fact, names) !== null || usesOf(fact).some(({ keys }) => keys.includes('__esModule'))
  );
}
