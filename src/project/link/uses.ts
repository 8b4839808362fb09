import type { Range, RequireFact, RequireForm, ValueUse } from '../../checker/facts.ts';

/**
 * How a file uses the value of one `require`, brought to one form: a list of uses of the required value itself,
 * whatever the syntax (bound name, destructuring, member path, inline).
 */
export function usesOf(fact: RequireFact): readonly ValueUse[] {
  const { form } = fact;
  if (form.kind === 'side-effect') return [];
  const first = form.path[0];
  if (form.kind === 'expression') {
    if (first === undefined) return form.uses;
    return [{ ...atOnce(fact, form.value), kind: memberUse(form), keys: [first.key] }];
  }
  if (first !== undefined) return [{ ...atOnce(fact, form.value), kind: 'member', keys: [first.key] }];
  if (form.target.kind === 'name') return form.target.uses;
  const { properties, use, keys } = form.target;
  if (properties === null) return [{ ...atOnce(fact, form.declarator.target), kind: use, keys }];
  return properties.map(({ kind, key, range }) =>
    kind === 'rest'
      ? { ...atOnce(fact, range), kind: 'enumerate', keys: [] }
      : { ...atOnce(fact, range), kind: 'destructure', keys: [key] },
  );
}

/** How it uses a member of that value. */
export function usesOfMember(fact: RequireFact, key: string): readonly ValueUse[] {
  const { form } = fact;
  if (form.kind === 'side-effect') return [];
  const [first, ...path] = form.path;
  if (first !== undefined) return first.key === key ? usesOf({ ...fact, form: { ...form, path } }) : [];
  if (form.kind === 'declarator' && form.target.kind === 'pattern')
    return form.target.properties?.flatMap((property) => (property.key === key ? property.uses : [])) ?? [];
  return usesOf(fact).flatMap((use) => (use.keys[0] === key ? (use.inside ?? []) : []));
}

/** The names that a require takes out of the value at once: `require('m').a`, `const { a } = require('m')`. */
export function namesTaken({ form }: RequireFact): readonly string[] {
  if (form.kind === 'side-effect') return [];
  const first = form.path[0];
  if (first !== undefined) return [first.key];
  if (form.kind === 'expression' || form.target.kind === 'name') return [];
  return (form.target.properties ?? []).map(({ key }) => key);
}

/** How `require('m').a` is used as a member of `m`. */
function memberUse({
  path,
  use,
}: RequireForm & { kind: 'expression' }): 'method' | 'member-write' | 'member' {
  if (path.length > 1) return 'member';
  return use.kind === 'call' ? 'method' : use.kind === 'member-write' ? 'member-write' : 'member';
}

/** What is taken out of the value is taken when the require runs. */
function atOnce({ placement }: RequireFact, range: Range): Omit<ValueUse, 'kind' | 'keys'> {
  const deferred = placement === 'deferred';
  return { range, writes: false, deferred, early: deferred };
}
