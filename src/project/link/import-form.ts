import type { KeyFacts, RequireFact } from '../../checker/facts.ts';
import type { RequireDecision } from '../../rewrite/decision.ts';

type Form = RequireDecision['form'];

/**
 * Chooses the import declaration for a top-level require, given what the importer will find in the module.
 *
 * @see ECMA-262 §16.2.2 (imports are live, immutable bindings)
 */

/** A provider whose default export is the very value that `require` gave (CommonJS, builtins, default shape). */
export function formForValue(fact: RequireFact, names: ReadonlySet<string> | null): Form {
  if (fact.form.kind === 'side-effect') return 'side-effect';
  if (names === null || callsMember(fact)) return 'default';
  return importsOnlyNames(fact, (key) => names.has(key)) ? 'named' : 'default';
}

/** A provider of named shape: its keys are variables of the module, the object is its namespace. */
export function formForNamed(fact: RequireFact, keys: ReadonlyMap<string, KeyFacts>): Form {
  if (fact.form.kind === 'side-effect') return 'side-effect';
  const inline = fact.form.kind === 'expression';
  const exact = (key: string): boolean => {
    const facts = keys.get(key);
    if (facts === undefined) return false;
    // An inline read sees the value of that moment, as a live binding does; a variable keeps the value it got.
    return inline ? facts.thisFree || !callsMember(fact) : !facts.reassigned;
  };
  return importsOnlyNames(fact, exact) ? 'named' : 'namespace';
}

/** Whether the file takes nothing but single keys out of the required value, each of which can be imported by name. */
function importsOnlyNames(fact: RequireFact, importable: (key: string) => boolean): boolean {
  const { form } = fact;
  if (form.kind === 'side-effect') return false;
  const first = form.path[0];
  if (first !== undefined) return first.key !== 'default' && importable(first.key);
  if (form.kind === 'expression' || form.target.kind === 'name') return false;
  const { properties } = form.target;
  return (
    properties !== null &&
    properties.length > 0 &&
    properties.every(
      (property) =>
        property.kind === 'property' &&
        !property.defaulted &&
        property.key !== 'default' &&
        property.writes.length === 0 &&
        importable(property.key),
    )
  );
}

/** `require('m').a()`: `a` gets `m` as `this`. */
function callsMember(fact: RequireFact): boolean {
  return fact.form.kind === 'expression' && fact.form.path.length === 1 && fact.form.use.kind === 'call';
}
